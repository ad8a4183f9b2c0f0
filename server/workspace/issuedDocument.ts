import { readNumberText } from '../document/citations/readNumberText.ts';
import { isoDate, plainDate } from '../document/dates/plainDate.ts';
import type { Document } from '../document/document.ts';
import type { KnownDocument } from '../norms/knownDocuments.ts';

/**
 * What a document says of itself, as others cite it; undefined for a draft without its number and for what is no
 * administrative document. Without its whole date it may still change, and is not sure.
 */
export function issuedDocument(document: Document, uri: string): KnownDocument | undefined {
  const { number, recognised } = document;
  if (!recognised || !number?.numeral || !number.symbol) return undefined;
  const read = readNumberText(`${number.numeral.text}/${number.symbol.text}`);
  if (!read?.numeral) return undefined;
  const { day, month, year } = document.placeAndDate?.date ?? {};
  const date =
    day === undefined || month === undefined || year === undefined
      ? undefined
      : plainDate(year, month, day);
  const letter = read.style === 'state' && !read.year ? ('cong-van' as const) : undefined;
  return {
    type: document.type?.id ?? read.symbolType ?? letter,
    number: read.normal,
    date: date && isoDate(date),
    issuer: oneLine(document.issuer?.text),
    subject: oneLine(document.subject?.text),
    inForceFrom: undefined,
    ended: undefined,
    certainty: date ? 'sure' : 'likely',
    origin: { kind: 'workspace', uri },
  };
}

/** What a file's documents say of themselves, each number and date once: the first has it with its whole head. */
export function issuedBy(documents: Iterable<Document>, uri: string): readonly KnownDocument[] {
  const found = new Map<string, KnownDocument>();
  for (const document of documents) {
    const known = issuedDocument(document, uri);
    const key = known && `${known.number} ${known.date ?? ''}`;
    if (known && key !== undefined && !found.has(key)) found.set(key, known);
  }
  return [...found.values()];
}

function oneLine(text: string | undefined): string | undefined {
  const line = text?.replace(/\s+/gu, ' ').trim();
  return line === '' ? undefined : line;
}
