import type { Document } from '../../document/document.ts';
import { firstLines } from './ownHead.ts';

/** How far into a document its way of writing shows. */
const sample = 40;

/** The line as the document would write it in bold: with Markdown marks only where it uses them. */
export function bold(document: Document, line: string): string {
  return usesMarks(document) ? `**${line}**` : line;
}

/** The same for italics. */
export function italic(document: Document, line: string): string {
  return usesMarks(document) ? `*${line}*` : line;
}

function usesMarks(document: Document): boolean {
  return firstLines(document, sample).some(
    (line) => line.boldLength > 0 || line.italic || line.paragraph.kind === 'heading',
  );
}
