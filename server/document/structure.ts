import { perText } from '../source/memory.ts';
import type { Line } from '../source/source.ts';
import { isNumbered } from './numbering.ts';

/** Whether the line, read by itself, may be a heading: it has a number, or the look of one without. */
export const mayHead = perText(
  (line: Line) => isNumbered(line) || line.bold || line.paragraph.kind === 'heading',
);

/** Whether the section tree may hang on the line's words: as a heading, or because it opens or closes a quotation. */
export const bearsStructure = perText((line: Line) => mayHead(line) || /["“”]/u.test(line.text));
