import { stringify } from 'yaml';
import { documentType } from '../../norms/documentTypes.ts';
import type { Line } from '../../source/source.ts';
import { overlaps, span, type Span } from '../../source/span.ts';
import type { Document, Part } from '../document.ts';
import { frontMatterFields } from '../frontMatterFields.ts';
import type { HeadEdit } from './headForm.ts';
import { dateInWords } from './dateInWords.ts';

const nationalTitle = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const motto = 'Độc lập - Tự do - Hạnh phúc';

/** The edits that take a head's lines away and declare them; undefined where a line says more than its components. */
export function headAsFrontMatter(document: Document): readonly HeadEdit[] | undefined {
  if (document.frontMatter || document.nationalTitle?.text !== nationalTitle) return undefined;
  if (document.motto?.text !== motto) return undefined;
  const parts = partsOf(document);
  const lines = document.lines.filter((line) => parts.some((part) => overlaps(part, line.span)));
  if (!lines.every((line) => isTaken(line, parts))) return undefined;
  const values = valuesOf(document);
  const block = stringify(values, { lineWidth: 0, defaultStringType: 'PLAIN' });
  const removed = joined(lines.map((line) => wholeLines(document, line)));
  return [
    { span: span(document.span.start, document.span.start), newText: `---\n${block}---\n\n` },
    ...removed.map((each) => ({ span: each, newText: '' })),
  ];
}

/** The places that the front matter speaks for. */
function partsOf(document: Document): readonly Span[] {
  const { subject, type, number, addressees } = document;
  const parts: readonly (Span | undefined)[] = [
    document.nationalTitle?.span,
    document.motto?.span,
    document.parentAgency?.span,
    document.issuer?.span,
    number?.line,
    document.placeAndDate?.span,
    type?.id === 'cong-van' ? undefined : type?.span,
    subject?.label?.span,
    subject?.span,
    addressees?.span,
  ];
  return parts.filter((part) => part !== undefined);
}

/** Whether every letter and digit of the line is in one of the places. */
function isTaken(line: Line, parts: readonly Span[]): boolean {
  let at = 0;
  for (const character of line.text) {
    const place = line.spanOf(at, at + character.length);
    at += character.length;
    if (!/[\p{L}\p{N}]/u.test(character)) continue;
    if (!parts.some((part) => part.start <= place.start && place.end <= part.end)) return false;
  }
  return true;
}

/** The lines of the file that a line of text stands on, with the line ending and blank lines below. */
function wholeLines({ source: { text } }: Document, { span: own }: Line): Span {
  const start =
    Math.max(text.lastIndexOf('\n', own.start - 1), text.lastIndexOf('\r', own.start - 1)) + 1;
  const rest = /^[^\r\n]*(?:\r\n?|\n|$)(?:[ \t]*(?:\r\n?|\n))*/u.exec(text.slice(own.end));
  return span(start, own.end + (rest?.[0].length ?? 0));
}

function joined(spans: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  for (const each of [...spans].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last && each.start <= last.end) {
      found[found.length - 1] = span(last.start, Math.max(last.end, each.end));
    } else found.push(each);
  }
  return found;
}

function valuesOf(document: Document): Readonly<Record<string, string | readonly string[]>> {
  const { type, number, placeAndDate, addressees } = document;
  const date = placeAndDate && dateValue(document);
  const values: readonly (readonly [string, string | readonly string[] | undefined])[] = [
    ['type', type && typeValue(document)],
    ['parentAgency', plain(document.parentAgency)],
    ['issuer', plain(document.issuer)],
    ['number', plain(number)],
    ['place', plain(placeAndDate?.place)],
    ['date', date],
    ['subject', plain(document.subject)],
    ['addressees', addressees && listOf(addressees.items.map((item) => item.content.text))],
  ];
  return Object.fromEntries(
    values.flatMap(([field, value]) =>
      value === undefined ? [] : [[keyOf(field), value] as const],
    ),
  );
}

/** The type's own name where the text has it in capitals, as the norm wants it; else as it stands. */
function typeValue({ type }: Document): string | undefined {
  if (!type) return undefined;
  const { name } = documentType(type.id);
  return type.id === 'cong-van' || type.text === name.toLocaleUpperCase('vi') ? name : type.text;
}

/** ISO where the norm's own words come back from it; else the words as they stand. */
function dateValue({ placeAndDate, source }: Document): string | undefined {
  if (!placeAndDate) return undefined;
  const { date, dateSpan } = placeAndDate;
  const words = source.text.slice(dateSpan.start, dateSpan.end).normalize('NFC');
  const { day, month, year } = date;
  if (day === undefined || month === undefined || year === undefined) return words;
  if (words !== dateInWords(date)) return words;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}

function listOf(texts: readonly string[]): string | readonly string[] {
  const flat = texts.map((text) => text.replace(/\s+/gu, ' ').trim());
  return flat.length === 1 ? (flat[0] ?? '') : flat;
}

function plain(part: Part | undefined): string | undefined {
  return part?.text.replace(/\s*\n\s*/gu, ' ').trim();
}

/** The key that is offered for a field. */
export function keyOf(field: string): string {
  return frontMatterFields.find((each) => each.field === field)?.keys[0] ?? field;
}
