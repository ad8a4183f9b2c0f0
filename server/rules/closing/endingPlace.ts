import type { Document } from '../../document/document.ts';
import type { Line } from '../../source/source.ts';

/** The last line of the body's text, where `./.` belongs; undefined for a document without a body. */
export function lastBodyLine(document: Document): Line | undefined {
  const { from, to } = document.bodyRange;
  for (let index = to - 1; index >= from; index -= 1) {
    const [line] = document.source.linesBetween(index, index + 1);
    if (line && line.paragraph.kind !== 'footnote') return line;
  }
  return undefined;
}

/** Whether the document has come to its foot, so that what is missing there is missing for good. */
export function hasFoot(document: Document): boolean {
  return document.recipients !== undefined || document.signature !== undefined;
}

/** Whether the document is still being drafted: a draft mark, or a number or a day still to be filled in. */
export function isDraft({ draftMark, number, placeAndDate }: Document): boolean {
  const blankNumber = number !== undefined && number.numeral === undefined;
  const blankDay = placeAndDate !== undefined && placeAndDate.date.day === undefined;
  return draftMark !== undefined || blankNumber || blankDay;
}
