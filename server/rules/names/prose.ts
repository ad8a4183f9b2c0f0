import type { Document } from '../../document/document.ts';
import { perText } from '../../source/memory.ts';
import type { Line } from '../../source/source.ts';
import { wordListOf } from '../lineWords.ts';

/** The document's lines in which names are prose: no code, and no line that is all in capitals. */
export function proseLines(document: Document): readonly Line[] {
  return document.lines.filter(isProse);
}

const isProse = perText((line: Line) => {
  if (line.paragraph.kind === 'code') return false;
  let capitals = 0;
  let smalls = 0;
  for (const word of wordListOf(line).words) {
    capitals += word.capitals;
    smalls += word.smalls;
  }
  // most letters of a title are capitals
  return smalls > 0 && capitals <= smalls;
});

/** Whether the character at `at` stands inside an address of the web, a mail address or a file's name. */
export function isInAddress(text: string, at: number): boolean {
  const from = text.lastIndexOf(' ', at) + 1;
  const to = text.indexOf(' ', at);
  return /[@\\_]|:\/\/|www\./u.test(text.slice(from, to < 0 ? text.length : to));
}
