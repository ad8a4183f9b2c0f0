import type { Citation, CitedNumber } from '../../document/citations/citation.ts';
import type { Document, Dossier, LegalBasis } from '../../document/document.ts';
import type { PlainDate } from '../../document/dates/plainDate.ts';
import { wordKey } from '../../document/tokens.ts';
import { citedType } from '../../norms/citedTypes.ts';
import type { Paragraph } from '../../source/source.ts';
import { contains, type Span } from '../../source/span.ts';
import { SpanSet } from '../../source/spanSet.ts';
import type { Fix } from '../rule.ts';

/** A citation with its number, which is not blank. */
export type NumberedCitation = Citation & { readonly number: CitedNumber };

/** Whether the citation gives a number that is filled in. */
export function isNumbered(citation: Citation): citation is NumberedCitation {
  return citation.number?.numeral !== undefined;
}

/** Whether it names a law, a code, an ordinance or the Constitution, which are cited by name (PL I, II.6). */
export function isLaw(citation: Citation): boolean {
  return citation.type !== undefined && citedType(citation.type.id).class === 'law';
}

/** What two mentions of one document share: its number, or a law's name with its date. */
export function keyOf(citation: Citation): string | undefined {
  return isNumbered(citation) ? citation.number.normal : lawKey(citation);
}

function lawKey(citation: Citation): string | undefined {
  if (!isLaw(citation) || !citation.type) return undefined;
  const known = lawKeys.get(citation);
  if (known !== undefined) return known;
  const name = citation.subject?.text ?? '';
  const key = `${citation.type.id} ${wordKey(name)} ${citation.date?.text ?? ''}`;
  lawKeys.set(citation, key);
  return key;
}

const lawKeys = new WeakMap<Citation, string>();

const collected = new WeakMap<Document, readonly Citation[]>();

/** Every citation of the document, those of legal bases that the front matter lists among them. */
export function citationsOf(document: Document): readonly Citation[] {
  const known = collected.get(document);
  if (known) return known;
  const declared = declaredCitations(document);
  const all = declared.length === 0 ? document.citations : [...declared, ...document.citations];
  collected.set(document, all);
  return all;
}

/** The citations of legal bases that the front matter lists. */
export function declaredCitations(document: Document): readonly Citation[] {
  return document.legalBases
    .filter((basis) => !isInText(document, basis))
    .flatMap(({ citations }) => citations)
    .filter((citation) => isExact(document, citation));
}

/** Whether the place is that of the words: a value that YAML or NFC changed has one place for all its parts. */
function isExact(document: Document, { number, text, span }: Citation): boolean {
  const part = number ?? { text, span };
  return document.source.text.slice(part.span.start, part.span.end) === part.text;
}

/** The document that a legal basis rests on: its first citation. */
export function mainCitation(basis: LegalBasis): Citation | undefined {
  return basis.citations[0];
}

/** Whether the basis stands in the text; those of the front matter carry no marks. */
export function isInText(document: Document, basis: LegalBasis): boolean {
  return !document.frontMatter || !contains(document.frontMatter.span, basis.span);
}

/** Whether the citation stands in one of the document's legal bases. */
export function isInBasis(document: Document, citation: Citation): boolean {
  let bases = basesOf.get(document);
  if (!bases) {
    bases = new SpanSet(document.legalBases.map(({ span }) => span));
    basesOf.set(document, bases);
  }
  return bases.overlaps(citation.span);
}

const basesOf = new WeakMap<Document, SpanSet>();

/** The document's own date when all of it is given. */
export function ownDate(document: Document): PlainDate | undefined {
  const { day, month, year } = document.placeAndDate?.date ?? {};
  return day === undefined || month === undefined || year === undefined
    ? undefined
    : { year, month, day };
}

/** `citation-…` messages quote what the reader sees, on one line. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/** The paragraph that holds the place; undefined between paragraphs. */
export function paragraphAt(document: Document, place: Span): Paragraph | undefined {
  return document.paragraphs[paragraphIndexAt(document, place)];
}

/** The index of that paragraph among the document's; -1 where there is none. */
export function paragraphIndexAt({ paragraphs }: Document, place: Span): number {
  let low = 0;
  let high = paragraphs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const paragraph = paragraphs[middle];
    if (!paragraph) return -1;
    if (paragraph.span.end < place.end) low = middle + 1;
    else if (paragraph.span.start > place.start) high = middle - 1;
    else return middle;
  }
  return -1;
}

const complete = new WeakMap<readonly Document[], ReadonlyMap<string, Citation>>();

/** The first mention of each document that gives everything, by `keyOf`. */
function completeMentions({ documents }: Dossier): ReadonlyMap<string, Citation> {
  const known = complete.get(documents);
  if (known) return known;
  const mentions = new Map<string, Citation>();
  for (const citation of documents.flatMap(citationsOf)) {
    const { type, date, issuer, subject, continued } = citation;
    if (!type || !date?.value || !issuer || !subject || continued) continue;
    const key = keyOf(citation);
    if (key !== undefined && !mentions.has(key)) mentions.set(key, citation);
  }
  complete.set(documents, mentions);
  return mentions;
}

/** To write the citation as the dossier's complete mention of the same document does; none without one. */
export function completions(dossier: Dossier, citation: Citation): readonly Fix[] {
  const key = keyOf(citation);
  const whole = key === undefined ? undefined : completeMentions(dossier).get(key);
  if (!whole) return [];
  return [
    {
      title: {
        vi: `Ghi đầy đủ: ${quoted(whole.text)}`,
        en: `Write it in full: ${quoted(whole.text)}`,
      },
      safe: false,
      edits: [{ span: citation.span, newText: whole.text.replace(/\s+/gu, ' ') }],
    },
  ];
}
