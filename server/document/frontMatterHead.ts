import { documentTypes } from '../norms/documentTypes.ts';
import { saysNoStamp, stampOf, type StampKind } from '../norms/stamps.ts';
import type {
  Addressees,
  Document,
  LegalBasis,
  Part,
  PlaceAndDate,
  Recipients,
  Signature,
} from './document.ts';
import type { FrontMatter, FrontMatterEntry } from './frontMatter.ts';
import { scanCitations } from './citations/scanCitations.ts';
import type { Head } from './head.ts';
import { fold } from './letterCase.ts';
import { leadOf } from './legalBases.ts';
import { mapped } from '../source/mappedText.ts';
import { span } from '../source/span.ts';
import { joinParts } from './parts.ts';
import { dateOfText } from './placeAndDate.ts';
import { authorityMark } from './signature.ts';

type Mutable<T> = { -readonly [Key in keyof T]?: T[Key] };

/** What the front matter says of the head and the foot; absent keys leave what the text says. */
export interface DeclaredParts {
  readonly head: Partial<Omit<Head, 'end'>>;
  readonly closing: Partial<Pick<Document, 'recipients' | 'signature'>>;
  readonly legalBases: readonly LegalBasis[] | undefined;
}

/** The components that the front matter declares, each at its value's place. */
export function headFromFrontMatter(frontMatter: FrontMatter): DeclaredParts {
  const head: Mutable<Head> = {};
  const closing: Mutable<Document> = {};
  const entry = (field: string): FrontMatterEntry | undefined =>
    frontMatter.entries.find((each) => each.field === field && each.items.length > 0);
  const part = (field: string): Part | undefined => joinParts(entry(field)?.items ?? []);
  assign(head, 'type', typeOf(part('type')));
  assign(head, 'number', numberOf(part('number'), part('symbol')));
  assign(head, 'placeAndDate', placeAndDateOf(part('place'), part('date')));
  assign(head, 'parentAgency', part('parentAgency'));
  assign(head, 'issuer', part('issuer'));
  const subject = part('subject');
  if (subject) head.subject = { ...subject, label: undefined };
  assign(head, 'addressees', addresseesOf(entry('addressees')));
  if (isTrue(entry('draft'))) assign(head, 'draftMark', part('draft'));
  assign(head, 'urgencyMark', stampPart('urgency', part('urgency')));
  assign(head, 'secrecyMark', stampPart('secrecy', part('secrecy')));
  const circulation = part('circulation');
  if (circulation && !saysNoStamp(circulation.text)) head.circulation = circulation;
  assign(head, 'contactLine', part('contactLine'));
  assign(closing, 'recipients', recipientsOf(entry('recipients')));
  assign(
    closing,
    'signature',
    signatureOf(entry('signerAuthority')?.items ?? [], part('signerTitle'), part('signerName')),
  );
  return { head, closing, legalBases: basesOf(entry('legalBases')) };
}

function assign<T extends object, Key extends keyof T>(
  target: T,
  key: Key,
  value: T[Key] | undefined,
): void {
  if (value !== undefined) target[key] = value;
}

/** The value where it names a mark of that kind; `Thường` and the like name none. */
function stampPart(kind: StampKind, part: Part | undefined): Part | undefined {
  return part && stampOf(part.text)?.kind === kind ? part : undefined;
}

function isTrue(entry: FrontMatterEntry | undefined): boolean {
  return (
    entry !== undefined && (entry.value === true || /^(?:có|đúng|x)$/iu.test(String(entry.value)))
  );
}

const typesByName = new Map(
  documentTypes.flatMap((type) => [
    [fold(type.name), type] as const,
    [type.id.replaceAll('-', ' '), type] as const,
    ...(type.abbreviation ? [[fold(type.abbreviation), type] as const] : []),
  ]),
);

function typeOf(part: Part | undefined): Document['type'] {
  const type =
    part &&
    typesByName.get(
      fold(part.text)
        .replace(/[-_\s]+/gu, ' ')
        .trim(),
    );
  return part && type ? { id: type.id, ...part } : undefined;
}

function slice(part: Part, from: number, to: number): Part | undefined {
  const text = part.text.slice(from, to);
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const start = part.span.start + from + text.indexOf(trimmed);
  return { text: trimmed, span: span(start, start + trimmed.length) };
}

function numberOf(number: Part | undefined, symbol: Part | undefined): Document['number'] {
  const whole = number ?? symbol;
  if (!whole) return undefined;
  const slash = number?.text.indexOf('/') ?? -1;
  const numeral = number && (slash < 0 ? number : slice(number, 0, slash));
  return {
    text: number && symbol && slash < 0 ? `${number.text}/${symbol.text}` : whole.text,
    span: whole.span,
    line: whole.span,
    numeral: numeral && /\d/u.test(numeral.text) ? numeral : undefined,
    symbol: number && slash >= 0 ? slice(number, slash + 1, number.text.length) : symbol,
  };
}

function placeAndDateOf(place: Part | undefined, date: Part | undefined): PlaceAndDate | undefined {
  const whole = joinParts([place, date].filter((part) => part !== undefined));
  if (!whole) return undefined;
  return {
    ...whole,
    place,
    date: dateOfText(date?.text ?? ''),
    dateSpan: date?.span ?? span(whole.span.end, whole.span.end),
  };
}

/** A value of the front matter is a list item without marker or end mark, unless they were typed. */
function listItem(
  part: Part,
): { content: Part; marker: undefined; endMark: Part | undefined } & Part {
  const end = /[;.,:]\s*$/u.exec(part.text);
  const contentEnd = end?.index ?? part.text.length;
  return {
    ...part,
    marker: undefined,
    content: slice(part, 0, contentEnd) ?? part,
    endMark: end ? slice(part, contentEnd, part.text.length) : undefined,
  };
}

function addresseesOf(entry: FrontMatterEntry | undefined): Addressees | undefined {
  const whole = joinParts(entry?.items ?? []);
  return whole && entry
    ? { ...whole, label: undefined, items: entry.items.map(listItem) }
    : undefined;
}

function recipientsOf(entry: FrontMatterEntry | undefined): Recipients | undefined {
  const whole = joinParts(entry?.items ?? []);
  if (!whole || !entry) return undefined;
  const items = entry.items.map((item) => {
    const role = /^lưu/iu.test(item.text)
      ? ('archive' as const)
      : /^như\s+(?:trên|kính gửi|điều)/iu.test(item.text)
        ? ('asAbove' as const)
        : ('recipient' as const);
    return { ...listItem(item), role };
  });
  return { ...whole, label: undefined, items };
}

function signatureOf(
  authorityItems: readonly Part[],
  title: Part | undefined,
  name: Part | undefined,
): Signature | undefined {
  const whole = joinParts(
    [...authorityItems, title, name]
      .filter((part) => part !== undefined)
      .sort((a, b) => a.span.start - b.span.start),
  );
  if (!whole) return undefined;
  const authorities = authorityItems.flatMap(splitAuthorities).flatMap((item) => {
    const mark = authorityMark(item.text);
    if (!mark) return [];
    const { kind, length } = mark;
    return [{ ...item, kind, holder: slice(item, length, item.text.length) ?? item }];
  });
  return { ...whole, authorities, title, name };
}

/** `TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH` on one line are two authorities. */
function splitAuthorities(item: Part): readonly Part[] {
  const cuts = [...item.text.matchAll(/[,;]\s*/gu)].filter(
    ({ 0: comma, index }) => authorityMark(item.text.slice(index + comma.length)) !== undefined,
  );
  let from = 0;
  const parts: (Part | undefined)[] = [];
  for (const { 0: comma, index } of cuts) {
    parts.push(slice(item, from, index));
    from = index + comma.length;
  }
  return [...parts, slice(item, from, item.text.length)].filter((part) => part !== undefined);
}

function basesOf(entry: FrontMatterEntry | undefined): readonly LegalBasis[] | undefined {
  return entry?.items.map((item) => {
    const lead = leadOf(item.text);
    const text = mapped(item.text, [
      {
        at: 0,
        length: item.text.length,
        source: item.span.start,
        sourceLength: item.span.end - item.span.start,
      },
    ]);
    return {
      ...listItem(item),
      lead: (lead && slice(item, lead.from, lead.from + lead.text.length)) ?? {
        text: '',
        span: span(item.span.start, item.span.start),
      },
      citations: scanCitations(text),
    };
  });
}
