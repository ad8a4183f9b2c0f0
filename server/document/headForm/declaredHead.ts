import { stringify } from 'yaml';
import { documentType } from '../../norms/documentTypes.ts';
import type { Document, ListItem, Part, PlaceAndDate } from '../document.ts';
import { fieldOfKey, frontMatterFields } from '../frontMatterFields.ts';
import { declaredDate } from './issueDate.ts';
import { pattern } from '../../source/letters.ts';

/** What of a document goes into the front matter: its head, or its legal bases and closing too. */
export type Extent = 'head' | 'whole';

type Value = string | readonly string[] | true;

/**
 * The YAML lines that declare the components of a document written as text; none for what it does not have. Of the
 * head only what stands before `headEnd`, an offset in the file: a date at the foot stays there.
 */
export function declarationLines(
  document: Document,
  extent: Extent,
  headEnd: number,
): readonly string[] {
  const values = [
    ...headValues(document, headEnd),
    ...(extent === 'whole' ? closingValues(document) : []),
  ];
  const declared = new Set(document.frontMatter?.entries.map(({ field }) => field));
  return values.flatMap(([field, value]) =>
    declared.has(field) ||
    value === undefined ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
      ? []
      : lines(field, value),
  );
}

type Values = readonly (readonly [field: string, value: Value | undefined])[];

function headValues(document: Document, headEnd: number): Values {
  const inHead = <T extends Part>(part: T | undefined): T | undefined =>
    part && part.span.end <= headEnd ? part : undefined;
  const { type, number, subject, addressees } = document;
  const placeAndDate = inHead(document.placeAndDate);
  const typeName = type && documentType(type.id).name;
  const dateAt = placeAndDate ? startOfDate(placeAndDate) : 0;
  const isNamed = type?.text === typeName?.toUpperCase() || type?.id === 'cong-van';
  return [
    ['type', isNamed ? typeName : type?.text],
    ['parentAgency', agency(document, document.parentAgency)],
    ['issuer', agency(document, document.issuer)],
    ['number', number?.text],
    [
      'place',
      placeAndDate?.place?.text ?? placeAndDate?.text.slice(0, dateAt).replace(/[\s,]+$/u, ''),
    ],
    ['date', placeAndDate && declaredDate(placeAndDate.text.slice(dateAt))],
    ['subject', subject?.text],
    ['addressees', addressees && items(addressees.items)],
    ['draft', inHead(document.draftMark) && true],
    ['urgency', inHead(document.urgencyMark)?.text],
    ['secrecy', inHead(document.secrecyMark)?.text],
    ['circulation', inHead(document.circulation)?.text],
  ];
}

function closingValues({ legalBases, recipients, signature }: Document): Values {
  return [
    ['legalBases', legalBases.map(({ text }) => text)],
    ['recipients', recipients && items(recipients.items)],
    ['signerAuthority', signature?.authorities.map(({ text }) => text)],
    ['signerTitle', signature?.title?.text],
    ['signerName', signature?.name?.text],
  ];
}

/** A head has agencies in capitals; the body tells how the same name is written otherwise. */
function agency(document: Document, part: Part | undefined): string | undefined {
  if (!part) return undefined;
  for (const { text } of document.body) {
    const at = text.toUpperCase().indexOf(part.text);
    const name = at < 0 ? part.text : text.slice(at, at + part.text.length);
    if (name !== part.text && pattern.u`^\p{Lu}`.test(name) && name.toUpperCase() === part.text) {
      return name;
    }
  }
  return part.text;
}

/** Where the date begins in `Tân Phong, ngày 05 tháng 3 năm 2026`. */
function startOfDate({ text, place }: PlaceAndDate): number {
  const at = text.search(/ng[àa]y(?=[\s.…_\d]|$)/iu);
  if (at >= 0) return at;
  const after = /^[\s,]*/u.exec(text.slice(place?.text.length ?? 0))?.[0].length ?? 0;
  return (place?.text.length ?? 0) + after;
}

/** The items without the marks that the form supplies; with theirs where they have others. */
function items(list: readonly ListItem[]): Value {
  const first = list[0];
  const isOrdinary =
    list.length === 1
      ? first?.endMark === undefined && first?.marker === undefined
      : list.every(
          ({ endMark }, index) => endMark?.text === (index === list.length - 1 ? '.' : ';'),
        );
  const texts = list.map(({ content, endMark }) =>
    isOrdinary ? content.text : `${content.text}${endMark?.text ?? ''}`,
  );
  return texts.length === 1 ? (texts[0] ?? '') : texts;
}

function lines(field: string, value: Value): readonly string[] {
  const key = keyOf(field);
  if (value === true) return [`${key}: true`];
  if (typeof value === 'string') return [`${key}: ${scalar(value)}`];
  return value.length === 1
    ? [`${key}: ${scalar(value[0] ?? '')}`]
    : [`${key}:`, ...value.map((item) => `  - ${scalar(item)}`)];
}

/** The key to offer for a field of our own list. */
function keyOf(field: string): string {
  const key = frontMatterFields.find((each) => each.field === field)?.keys[0];
  return key !== undefined && fieldOfKey(key)?.field === field ? key : field;
}

/** The value on one line, in quotes only where YAML would read something else than this text. */
function scalar(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text)) return text;
  return stringify(text, { lineWidth: 0, compat: 'yaml-1.1', schema: 'core' }).trimEnd();
}
