import type { Document, ListItem, Part, PlaceAndDate } from '../document/document.ts';
import { isCapitals } from '../document/letterCase.ts';
import { documentType } from '../norms/documentTypes.ts';
import { overlaps } from '../source/span.ts';
import {
  paragraph,
  type AddresseesBlock,
  type Block,
  type HeadBlock,
  type ParagraphBlock,
} from './block.ts';
import {
  letterSubjectInsetMm,
  pointsOfMm,
  rules,
  textWidthMm,
  type Layout,
  type StyleName,
} from './layout.ts';
import { agencyLines, withLineBreaks } from './partLines.ts';
import { balanced } from './textWidth.ts';

const nationalTitle = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const motto = 'Độc lập - Tự do - Hạnh phúc';

/** Room left for a figure that is written by hand. */
const blank = '\u00A0'.repeat(7);

/** The head down to the addressees (PL I, II.1–5 and II.9a); absent components leave their place blank. */
export function headBlocks(document: Document, layout: Layout): readonly Block[] {
  return [columns(document, layout), ...title(document, layout), ...addressees(document)];
}

function columns(document: Document, layout: Layout): HeadBlock {
  const declared = document.origin === 'frontMatter';
  const nation =
    document.nationalTitle ?? (declared ? { text: nationalTitle, span: undefined } : undefined);
  const phrase = document.motto ?? (declared ? { text: motto, span: undefined } : undefined);
  const circulation = mark(document.circulation);
  return {
    kind: 'head',
    rows: [
      ...(circulation ? [{ left: [], right: [circulation] }] : []),
      {
        left: present([
          agency(document, layout, 'parentAgency', document.parentAgency),
          agency(document, layout, 'issuer', document.issuer),
        ]),
        right: present([
          nation && paragraph('nationalTitle', nation.text, nation.span),
          phrase && paragraph('motto', phrase.text, phrase.span, rules.motto),
        ]),
      },
      {
        left: present([
          number(document),
          letterSubject(document, layout) ?? strayLetterSubject(document, layout),
          draftMark(document),
          mark(document.secrecyMark),
          mark(document.urgencyMark, 'urgencyMark'),
        ]),
        right: present([placeAndDate(document.placeAndDate, declared)]),
      },
    ],
  };
}

function agency(
  document: Document,
  layout: Layout,
  style: 'parentAgency' | 'issuer',
  part: Part | undefined,
): ParagraphBlock | undefined {
  if (!part) return undefined;
  const text = even(
    layout,
    style,
    agencyLines(withLineBreaks(document, part)),
    layout.headColumnsMm.left,
  );
  return paragraph(style, text, part.span, style === 'issuer' ? rules.issuer : undefined);
}

function number(document: Document): ParagraphBlock | undefined {
  const { number: part } = document;
  if (!part) return undefined;
  const { numeral, symbol, text } = part;
  const value =
    symbol && text.includes('/')
      ? `${numeral?.text ?? blank}/${symbol.text}`
      : numeral
        ? text
        : `${blank}${text}`;
  return paragraph('number', `Số: ${value}`, part.line);
}

function isLetter(document: Document): boolean {
  return document.type?.id === 'cong-van';
}

/** The lines of a letter's subject under the number of what is no letter: no component, but not to be hidden. */
function strayLetterSubject(document: Document, layout: Layout): ParagraphBlock | undefined {
  const { number: part, placeAndDate: place, source } = document;
  if (!part || isLetter(document)) return undefined;
  const after = document.lines.filter(({ span }) => span.start >= part.line.end);
  if (!/^V\/v(?!\p{L})/iu.test(after[0]?.text.trim() ?? '')) return undefined;
  const end = after.findIndex(
    ({ span }, index) =>
      index > 0 &&
      (/\n[^\S\n]*\r?\n/u.test(source.text.slice(after[index - 1]?.span.end, span.start)) ||
        (place && overlaps(place.span, span))),
  );
  const lines = after.slice(0, end < 0 ? 1 : end);
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last || (document.subject && overlaps(document.subject.span, first.span))) {
    return undefined;
  }
  const text = lines.map((line) => line.text.trim()).join(' ');
  const width = layout.headColumnsMm.left - letterSubjectInsetMm;
  return paragraph('letterSubject', even(layout, 'letterSubject', text, width), {
    start: first.span.start,
    end: last.span.end,
  });
}

function letterSubject(document: Document, layout: Layout): ParagraphBlock | undefined {
  const { subject } = document;
  if (!subject || !isLetter(document)) return undefined;
  const label = subject.label?.text.replace(/:$/u, '') ?? 'V/v';
  const text = `${label} ${withLineBreaks(document, subject)}`.trim();
  return paragraph(
    'letterSubject',
    even(layout, 'letterSubject', text, layout.headColumnsMm.left - letterSubjectInsetMm),
    subject.span,
  );
}

function draftMark(document: Document): ParagraphBlock | undefined {
  const { draftMark: part } = document;
  if (!part) return undefined;
  return paragraph('mark', isCapitals(part.text) ? part.text : 'DỰ THẢO', part.span);
}

/** In a frame under the number and the letter's subject, or above the nation (PL I, mục IV, ô 10a, 10b, 11). */
function mark(
  part: Part | undefined,
  style: 'mark' | 'urgencyMark' = 'mark',
): ParagraphBlock | undefined {
  return part && paragraph(style, part.text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''), part.span);
}

function placeAndDate(
  part: PlaceAndDate | undefined,
  declared: boolean,
): ParagraphBlock | undefined {
  if (!part) return undefined;
  const { day, month, year } = part.date;
  const complete = day !== undefined && month !== undefined && year !== undefined;
  const text = complete && !declared ? part.text : inWords(part);
  return paragraph('placeAndDate', text, part.span);
}

/** `Hà Nội, ngày 05 tháng 01 năm 2020`: days below 10 and months 1 and 2 with a zero (PL I, II.4). */
function inWords({ place, date, text }: PlaceAndDate): string {
  const { day, month, year } = date;
  if (day === undefined && month === undefined && year === undefined && !place) return text;
  const two = (value: number): string => String(value).padStart(2, '0');
  const words = [
    `ngày ${day === undefined ? blank : two(day)}`,
    `tháng ${month === undefined ? blank : month < 3 ? two(month) : String(month)}`,
    `năm ${year === undefined ? blank : String(year)}`,
  ].join(' ');
  return place ? `${place.text}, ${words}` : words;
}

function title(document: Document, layout: Layout): readonly ParagraphBlock[] {
  const { type, subject } = document;
  if (isLetter(document)) return [];
  const name = type && (document.origin === 'frontMatter' ? documentType(type.id).name : type.text);
  return present([
    type && name ? paragraph('documentType', name, type.span) : undefined,
    subject &&
      paragraph(
        'subject',
        even(layout, 'subject', withLineBreaks(document, subject), textWidthMm(layout)),
        subject.span,
        rules.subject,
      ),
    ...decidingAuthorities(document),
  ]);
}

/** The text on even lines of its style that fit in a column. */
export function even({ styles }: Layout, name: StyleName, text: string, widthMm: number): string {
  const { size, bold } = styles[name];
  return balanced(text, pointsOfMm(widthMm), size, bold === true);
}

/** Lines in capitals between the subject and the bases: who decides (Mẫu 1.2). */
function decidingAuthorities(document: Document): readonly ParagraphBlock[] {
  const from = (document.subject ?? document.type)?.span.end;
  const to = document.body[0]?.span.start;
  if (from === undefined || to === undefined) return [];
  // a head that is both declared and written is set once
  if (document.written?.issuer ?? document.written?.type) return [];
  const parts: readonly (Part | undefined)[] = [
    document.nationalTitle,
    document.motto,
    document.number && { text: '', span: document.number.line },
    document.placeAndDate,
    document.addressees,
    document.receivedStamp,
    document.draftMark,
    document.urgencyMark,
    document.secrecyMark,
    document.circulation,
    document.contactLine,
    document.parentAgency,
    document.issuer,
  ];
  return document.lines
    .filter((line) => line.span.start >= from && line.span.end <= to && isCapitals(line.text))
    .filter((line) => !parts.some((part) => part && overlaps(part.span, line.span)))
    .map((line) => paragraph('decidingAuthority', line.text.trim(), line.span));
}

function addressees(document: Document): readonly (AddresseesBlock | ParagraphBlock)[] {
  const { addressees: part } = document;
  if (!part) return [];
  const label = part.label?.text ?? 'Kính gửi:';
  const [first] = part.items;
  if (!first) return [paragraph('onlyAddressee', label, part.span)];
  if (part.items.length === 1) {
    const end = first.endMark?.text ?? '';
    return [paragraph('onlyAddressee', `${label} ${first.content.text}${end}`, part.span)];
  }
  return [
    {
      kind: 'addressees',
      label: paragraph('addressee', label, part.label?.span),
      items: markedItems('addressee', part.items),
    },
  ];
}

/** Items with `- ` before each; those of the front matter get `;`, the last one `.`. */
export function markedItems(
  style: StyleName,
  items: readonly ListItem[],
): readonly ParagraphBlock[] {
  const typed = items.some((item) => item.endMark !== undefined || item.marker !== undefined);
  return items.map((item, index) => {
    const end = item.endMark?.text ?? (typed ? '' : index === items.length - 1 ? '.' : ';');
    return paragraph(style, `- ${item.content.text}${end}`, item.span);
  });
}

function present<T>(values: readonly (T | undefined)[]): readonly T[] {
  return values.filter((value) => value !== undefined);
}
