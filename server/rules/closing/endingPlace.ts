import type { Document } from '../../document/document.ts';
import type { Line } from '../../source/source.ts';

/** The last line of the body's text, where `./.` belongs; undefined for a document without a body. */
export function lastBodyLine(document: Document): Line | undefined {
  return document.body.findLast((line) => line.paragraph.kind !== 'footnote');
}

/** Whether the document has come to its foot, so that what is missing there is missing for good. */
export function hasFoot(document: Document): boolean {
  return document.recipients !== undefined || document.signature !== undefined;
}

/** Whether the document is still being drafted: a draft mark, or no number and no day yet. */
export function isDraft(document: Document): boolean {
  const { number, placeAndDate } = document;
  return (
    document.draftMark !== undefined ||
    (number?.numeral === undefined && placeAndDate?.date.day === undefined)
  );
}
