import type { Citation } from '../../document/citations/citation.ts';
import { compareDates, isoDate, type PlainDate } from '../../document/dates/plainDate.ts';
import type { Document, Dossier, Part } from '../../document/document.ts';
import { wordKey } from '../../document/tokens.ts';
import { agenciesOfSymbol } from '../../norms/agencies.ts';
import { pattern } from '../../source/letters.ts';
import type { Span } from '../../source/span.ts';
import { citedIn, judged } from './cited.ts';
import { isNumbered, ownDate, quoted } from './mentions.ts';

/** One place that names a document by its number: a citation, or the document's own number. */
export interface NumberMention {
  readonly document: Document;
  readonly own: boolean;
  readonly number: Part;
  readonly normal: string;
  readonly numeral: string;
  /** The symbol's type, or ''. */
  readonly type: string;
  /** The symbol's groups after the type. */
  readonly groups: readonly string[];
  readonly hasYear: boolean;
  readonly date:
    { readonly value: PlainDate; readonly text: string; readonly span: Span } | undefined;
  readonly issuer: string | undefined;
  readonly subject: { readonly text: string; readonly span: Span } | undefined;
}

export type ConflictKind = 'symbol' | 'date' | 'subject';

/** Mentions that must be one document and say different things of it. */
export interface Conflict {
  readonly kind: ConflictKind;
  readonly mention: NumberMention;
  /** One of each kind that says otherwise. */
  readonly others: readonly NumberMention[];
}

/** A number that more than this many variants share is a table's column, not one document. */
const mostVariants = 60;

/** What contradicts what in a dossier: each mention that differs, with the others. */
export function conflictsOf(dossier: Dossier): readonly Conflict[] {
  const byNumeral = new Map<string, NumberMention[]>();
  for (const mention of mentionsOf(dossier)) {
    const known = byNumeral.get(mention.numeral);
    if (known) known.push(mention);
    else byNumeral.set(mention.numeral, [mention]);
  }
  return [...byNumeral.values()].flatMap((mentions) =>
    kinds.flatMap(({ kind, value, contradict }) => conflictsIn(mentions, kind, value, contradict)),
  );
}

interface Kind {
  readonly kind: ConflictKind;
  readonly value: (mention: NumberMention) => string | undefined;
  readonly contradict: (a: NumberMention, b: NumberMention) => boolean;
}

const kinds: readonly Kind[] = [
  { kind: 'symbol', value: ({ normal }) => normal, contradict: symbolsContradict },
  {
    kind: 'date',
    value: ({ date }) => date && `${date.value.year}-${date.value.month}-${date.value.day}`,
    contradict: datesContradict,
  },
  {
    kind: 'subject',
    value: ({ subject }) => subject && wordKey(subject.text),
    contradict: subjectsContradict,
  },
];

function conflictsIn(
  mentions: readonly NumberMention[],
  kind: ConflictKind,
  value: Kind['value'],
  contradict: Kind['contradict'],
): readonly Conflict[] {
  const variants = new Map<string, NumberMention[]>();
  for (const mention of mentions) {
    const said = value(mention);
    if (said === undefined) continue;
    // What else tells documents apart goes into the variant, so that one representative stands for all.
    const key = [said, mention.normal, mention.issuer ?? '', mention.own].join('\n');
    const known = variants.get(key);
    if (known) known.push(mention);
    else variants.set(key, [mention]);
  }
  if (variants.size < 2 || variants.size > mostVariants) return [];
  const groups = [...variants.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ first, group, said: value(first) }] : [];
  });
  const counts = new Map<string | undefined, number>();
  for (const { group, said } of groups) counts.set(said, (counts.get(said) ?? 0) + group.length);
  return groups.flatMap(({ first, group, said }) => {
    const rivals = groups.filter((other) => other.said !== said && contradict(first, other.first));
    // Where most mentions agree, only those that differ are reported.
    const count = counts.get(said) ?? 0;
    if (rivals.every((rival) => (counts.get(rival.said) ?? 0) < count)) return [];
    const others = rivals.map((rival) => rival.first);
    return group.map((mention) => ({ kind, mention, others }));
  });
}

function mentionsOf(dossier: Dossier): readonly NumberMention[] {
  const numerals = disputedNumerals(dossier);
  return dossier.documents.flatMap((document) => {
    const own = ownMention(document);
    const cited = citedIn(document)
      .filter((each) => numerals.has(saidBy(each).numeral))
      .flatMap(({ placed }) => citedMention(document, placed));
    return own ? [own, ...cited] : cited;
  });
}

/** The numerals of which mentions do not all say the same: no others can contradict one another. */
function disputedNumerals({ documents }: Dossier): ReadonlySet<string> {
  const said = new Map<string, string>();
  const disputed = new Set<string>();
  for (const document of documents) {
    const own = document.number?.numeral;
    if (own) disputed.add(plainNumeral(own.text));
    for (const cited of citedIn(document)) {
      const { numeral, all } = saidBy(cited);
      const before = said.get(numeral);
      if (before === undefined) said.set(numeral, all);
      else if (before !== all) disputed.add(numeral);
    }
  }
  return disputed;
}

/** All by which two citations of one numeral are compared, as one text. */
const saidBy = judged((citation): { readonly numeral: string; readonly all: string } => {
  const { number, date, issuer, subject } = citation;
  const numeral = plainNumeral(number?.numeral?.text ?? '');
  const day = date?.value && isoDate(date.value);
  const all = [
    number?.normal,
    day,
    issuer && issuerKey(issuer.text),
    subject && wordKey(subject.text),
  ];
  return { numeral, all: all.join('\n') };
});

function citedMention(document: Document, citation: Citation): readonly NumberMention[] {
  if (!isNumbered(citation)) return [];
  const { number, date, issuer, subject } = citation;
  return [
    {
      document,
      own: false,
      number,
      normal: number.normal,
      numeral: plainNumeral(number.numeral?.text ?? ''),
      type: number.symbolType ?? '',
      groups:
        number.symbolType === undefined || number.style === 'party'
          ? symbolGroups(number.normal, number.issuerGroups)
          : number.issuerGroups,
      hasYear: number.year !== undefined,
      date: date?.value && { value: date.value, text: date.text, span: date.span },
      issuer: issuer && issuerKey(issuer.text),
      subject: subject && { text: subject.text, span: subject.span },
    },
  ];
}

/** A stray tail (`GDTrH TX`) is part of the symbol that the eye compares. */
function symbolGroups(normal: string, groups: readonly string[]): readonly string[] {
  const symbol = normal.slice(normal.lastIndexOf('/') + 1).split('-');
  return symbol.length === groups.length ? symbol : groups;
}

function ownMention(document: Document): NumberMention | undefined {
  const { number } = document;
  if (!number?.numeral || !number.symbol) return undefined;
  const value = ownDate(document);
  const numeral = number.numeral.text;
  return {
    document,
    own: true,
    number,
    normal: `${numeral.padStart(2, '0')}/${number.symbol.text.replace(/\s/gu, '')}`,
    numeral: plainNumeral(numeral),
    type: '',
    groups: number.symbol.text.replace(/\s/gu, '').split('-'),
    hasYear: false,
    date:
      value && document.placeAndDate
        ? { value, text: document.placeAndDate.text, span: document.placeAndDate.dateSpan }
        : undefined,
    issuer: undefined,
    subject: undefined,
  };
}

/** The numeral without zeros before it. */
export function plainNumeral(numeral: string): string {
  return numeral.replace(pattern.u`^0+(?=\p{Nd})`, '');
}

/** An issuer's name to compare by: its abbreviations and the office before it aside. */
export function issuerKey(issuer: string): string {
  return wordKey(issuer)
    .replace(/\([^)]*\)/gu, ' ')
    .replace(/ubnd/gu, 'ủy ban nhân dân')
    .replace(/hđnd/gu, 'hội đồng nhân dân')
    .replace(/^(?:chủ tịch|bộ trưởng|giám đốc|thường trực)\s+/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Whether only one body in the country writes this symbol. */
function isUnique({ groups }: NumberMention): boolean {
  return groups.some(
    (group) => group === 'TW' || agenciesOfSymbol(group).some(({ level }) => level === 'central'),
  );
}

function isDepartment({ groups: [group = ''] }: NumberMention): boolean {
  return agenciesOfSymbol(group).some(({ level }) => level === 'province');
}

function sameDay(a: NumberMention, b: NumberMention): boolean {
  return (
    a.date !== undefined && b.date !== undefined && compareDates(a.date.value, b.date.value) === 0
  );
}

function symbolsContradict(a: NumberMention, b: NumberMention): boolean {
  if (a.own || b.own) return ownContradicts(a.own ? a : b, a.own ? b : a);
  if (a.type !== b.type || a.hasYear || b.hasYear) return false;
  const [first = '', ...rest] = a.groups;
  const [second = '', ...others] = b.groups;
  if (first === second) {
    // Letters of one agency are numbered in one series, whichever unit drafted them.
    if (a.type !== '' || (rest.length === 0) !== (others.length === 0)) return false;
    if (a.date && b.date) return sameDay(a, b);
    return (isUnique(a) || isDepartment(a)) && Number(a.numeral) >= 100;
  }
  const known = (group: string): boolean => agenciesOfSymbol(group).length > 0;
  if (known(first) && known(second)) return false;
  return sameDay(a, b) && rest.join('-') === others.join('-') && isNear(first, second);
}

/** Whether a citation means the dossier's own document and has its symbol slightly otherwise. */
function ownContradicts(own: NumberMention, cited: NumberMention): boolean {
  if (cited.own || own.document === cited.document || Number(own.numeral) < 10) return false;
  if (cited.date && own.date && !sameDay(own, cited)) return false;
  const symbol = own.normal.slice(own.normal.indexOf('/') + 1);
  const other = cited.normal.slice(cited.normal.indexOf('/') + 1);
  return isNear(symbol, other);
}

/** Whether two symbols of four letters or more differ by one or two strokes of the keyboard. */
export function isNear(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 2 || a.length > 30)
    return false;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substituted = (row[j - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1);
      next.push(Math.min(substituted, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return (row.at(-1) ?? 0) <= 2;
}

function sameIssuer(a: NumberMention, b: NumberMention): boolean {
  if (isUnique(a)) return true;
  return a.issuer !== undefined && a.issuer === b.issuer;
}

function datesContradict(a: NumberMention, b: NumberMention): boolean {
  if (a.own || b.own) {
    const cited = a.own ? b : a;
    if (a.document === b.document || cited.issuer !== undefined) return false;
  } else if (!sameIssuer(a, b)) return false;
  if (a.normal !== b.normal || !a.date || !b.date) return false;
  return a.hasYear || a.date.value.year === b.date.value.year;
}

const fewWords = 5;

function subjectsContradict(a: NumberMention, b: NumberMention): boolean {
  if (a.normal !== b.normal || !a.subject || !b.subject || !sameDay(a, b) || !sameIssuer(a, b))
    return false;
  const first = wordsOf(a.subject.text);
  const second = wordsOf(b.subject.text);
  if (Math.min(first.size, second.size) < fewWords) return false;
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared === 0;
}

const leadWords: ReadonlySet<string> = new Set([
  'về',
  'việc',
  'ban',
  'hành',
  'quy',
  'định',
  'hướng',
  'dẫn',
  'phê',
  'duyệt',
  'triển',
  'khai',
  'thực',
  'hiện',
  'tổ',
  'chức',
  'của',
  'và',
  'các',
  'năm',
  'trên',
  'địa',
  'bàn',
  'tỉnh',
]);

function wordsOf(subject: string): ReadonlySet<string> {
  return new Set(
    wordKey(subject)
      .split(pattern.u`[^\p{L}\p{N}]+`)
      .filter((word) => word !== '' && !leadWords.has(word)),
  );
}

/** How the mention is told of in a message. */
export function described({ number, date, own }: NumberMention): string {
  return quoted(date && !own ? `${number.text} ${date.text}` : number.text);
}
