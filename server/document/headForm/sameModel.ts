import { motto, nationalTitle } from './nation.ts';
import type { Document, ListItem, Part, PlaceAndDate, Section } from '../document.ts';
import { overlaps } from '../../source/span.ts';
import { stampOf } from '../../norms/stamps.ts';

/** A component's name for people, Vietnamese and English. */
export interface ComponentName {
  readonly vi: string;
  readonly en: string;
}

interface Reading {
  readonly name: ComponentName;
  readonly of: (document: Document) => unknown;
}

const textOf = (part: Part | undefined): string | undefined => part?.text;
const bare = (items: readonly ListItem[] | undefined): readonly string[] | undefined =>
  items?.map(({ content }) => content.text);
const asTyped = (items: readonly ListItem[] | undefined): unknown =>
  items?.map(({ marker, content, endMark }) => [marker?.text, content.text, endMark?.text]);
// in text a place of dots alone is a blank to fill in
const dated = (part: PlaceAndDate | undefined): unknown =>
  part && [part.place?.text.replace(/^[.…_\s]+$/u, '') ?? '', part.date];
const outline = (sections: readonly Section[]): unknown =>
  sections.map(({ numbering, title, level, children }) => [
    numbering.label,
    title.text,
    level,
    outline(children),
  ]);

/** The lines between head and closing without the bases, which either form may hold. */
function bodyText({ body, legalBases }: Document): readonly string[] {
  return body
    .filter(({ span }) => !legalBases.some((basis) => overlaps(basis.span, span)))
    .map(({ text }) => text.trim());
}

/** What both forms of a head must say alike, whatever the form supplies of itself. */
const meanings: readonly Reading[] = [
  { name: { vi: 'loại văn bản', en: 'the document type' }, of: ({ type }) => type?.id },
  {
    name: { vi: 'Quốc hiệu', en: 'the national title' },
    of: (d) => d.nationalTitle?.text ?? nationalTitle,
  },
  { name: { vi: 'Tiêu ngữ', en: 'the motto' }, of: (d) => d.motto?.text ?? motto },
  {
    name: { vi: 'cơ quan chủ quản', en: 'the parent agency' },
    of: ({ parentAgency }) => parentAgency?.text.toUpperCase(),
  },
  {
    name: { vi: 'cơ quan ban hành', en: 'the issuing agency' },
    of: ({ issuer }) => issuer?.text.toUpperCase(),
  },
  {
    name: { vi: 'số, ký hiệu', en: 'the number' },
    of: ({ number }) => number && [number.numeral?.text, number.symbol?.text],
  },
  {
    name: { vi: 'địa danh và thời gian ban hành', en: 'the place and date' },
    of: ({ placeAndDate }) => dated(placeAndDate),
  },
  { name: { vi: 'trích yếu', en: 'the subject' }, of: ({ subject }) => subject?.text },
  { name: { vi: 'nơi kính gửi', en: 'the addressees' }, of: (d) => bare(d.addressees?.items) },
  { name: { vi: 'dấu dự thảo', en: 'the draft mark' }, of: (d) => d.draftMark !== undefined },
  {
    name: { vi: 'dấu độ khẩn, độ mật', en: 'the urgency and secrecy marks' },
    of: (d) =>
      [d.urgencyMark, d.secrecyMark, d.circulation].map(
        (part) => part && (stampOf(part.text)?.text ?? part.text),
      ),
  },
  {
    name: { vi: 'dấu công văn đến', en: 'the received stamp' },
    of: (d) => textOf(d.receivedStamp),
  },
  {
    name: { vi: 'căn cứ', en: 'the legal bases' },
    of: (d) => d.legalBases.map(({ text }) => text),
  },
  { name: { vi: 'nội dung', en: 'the body' }, of: bodyText },
  {
    name: { vi: 'bố cục', en: 'the sections' },
    of: (d) => [outline(d.sections), textOf(d.opening), textOf(d.endingMark)],
  },
  {
    name: { vi: 'nơi nhận', en: 'the recipients' },
    of: (d) => d.recipients?.items.map(({ content, role }) => [content.text, role]),
  },
  {
    name: { vi: 'chữ ký', en: 'the signature' },
    of: ({ signature }) =>
      signature && [
        signature.authorities.map(({ kind, holder }) => [kind, holder.text]),
        textOf(signature.title),
        textOf(signature.name),
      ],
  },
  {
    name: { vi: 'thông tin liên hệ', en: 'the contact line' },
    of: (d) => [textOf(d.contactLine), textOf(d.drafterCode)],
  },
  {
    name: { vi: 'phụ lục', en: 'the annexes' },
    of: (d) => d.annexes.map((a) => [a.label, a.heading.text, a.title?.text, a.attachment?.text]),
  },
  { name: { vi: 'trình bày', en: 'the layout' }, of: (d) => d.layoutKeys.map(({ key }) => key) },
];

/** What a head that was turned there and back must have besides: each component as it was typed. */
const typings: readonly Reading[] = [
  { name: { vi: 'loại văn bản', en: 'the document type' }, of: ({ type }) => type?.text },
  {
    name: { vi: 'cơ quan', en: 'the agencies' },
    of: (d) => [d.parentAgency?.text, d.issuer?.text],
  },
  {
    name: { vi: 'số, ký hiệu', en: 'the number' },
    of: ({ number }) => number?.text,
  },
  {
    name: { vi: 'địa danh và thời gian ban hành', en: 'the place and date' },
    of: (d) => textOf(d.placeAndDate),
  },
  {
    name: { vi: 'nhãn của trích yếu', en: 'the label of the subject' },
    of: ({ subject }) => textOf(subject?.label),
  },
  {
    name: { vi: 'nơi kính gửi', en: 'the addressees' },
    of: (d) => [d.addressees?.label?.text, asTyped(d.addressees?.items)],
  },
  {
    name: { vi: 'dấu chỉ mức độ', en: 'the marks' },
    of: (d) => [d.draftMark, d.urgencyMark, d.secrecyMark, d.circulation].map(textOf),
  },
  {
    name: { vi: 'nơi nhận', en: 'the recipients' },
    of: (d) => [d.recipients?.label?.text, asTyped(d.recipients?.items)],
  },
];

/** The first component that the two documents do not say alike; undefined when they agree in all. */
export function differingMeaning(one: Document, other: Document): ComponentName | undefined {
  return differing(meanings, one, other);
}

/** The first component that is not typed alike in two documents of plain text; undefined when all are. */
export function differingTyping(one: Document, other: Document): ComponentName | undefined {
  return differing([...meanings, ...typings], one, other);
}

function differing(
  readings: readonly Reading[],
  one: Document,
  other: Document,
): ComponentName | undefined {
  return readings.find(({ of }) => JSON.stringify(of(one)) !== JSON.stringify(of(other)))?.name;
}
