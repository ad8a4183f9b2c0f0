import type { CitedNumber } from '../document/citations/citation.ts';
import { agencyNamed } from '../document/citations/issuerName.ts';
import { readNumberText } from '../document/citations/readNumberText.ts';
import { isoDate, plainDate, type PlainDate } from '../document/dates/plainDate.ts';
import { wordKey } from '../document/tokens.ts';
import { agenciesOfSymbol } from '../norms/agencies.ts';
import { citedTypes, type CitedTypeId } from '../norms/citedTypes.ts';
import type { KnownDocument } from '../norms/knownDocuments.ts';
import type { RegisterField } from './columns.ts';

/** Why a row was refused, or what is odd about one that was taken; in both languages. */
export interface Reason {
  /** The same for all rows with this fault: what a summary counts by. */
  readonly kind:
    | 'no-number'
    | 'bad-number'
    | 'bad-date'
    | 'bad-type'
    | 'bad-certainty'
    | 'duplicate'
    | 'conflict'
    | 'year'
    | 'end-undated'
    | 'format';
  readonly vi: string;
  readonly en: string;
}

export type Fields = Readonly<Partial<Record<RegisterField, string>>>;

/** What holds for all rows of a file that do not say otherwise. */
export interface RowDefaults {
  readonly issuer?: string | undefined;
  /**
   * An office trusts its own log: number, date and issuer are what was stamped on the paper, so rows are `sure`
   * unless the file says otherwise.
   */
  readonly certainty?: KnownDocument['certainty'] | undefined;
}

export type RowResult =
  | { readonly kind: 'entry'; readonly entry: KnownDocument; readonly notes: readonly Reason[] }
  | { readonly kind: 'refused'; readonly reason: Reason };

/** The document that a row of the register tells of, or why it tells of none. */
export function entryOf(
  fields: Fields,
  origin: Extract<KnownDocument['origin'], { kind: 'register' }>,
  defaults: RowDefaults = {},
): RowResult {
  const written = clean(fields.number);
  if (written === undefined) {
    return refused('no-number', 'thiếu số, ký hiệu', 'the number is missing');
  }
  const number = readNumberText(written);
  if (!number?.numeral) {
    return refused(
      'bad-number',
      `số, ký hiệu “${written}” không đọc được: cần dạng 12/KH-UBND hoặc 30/2020/NĐ-CP`,
      `the number “${written}” cannot be read: expected 12/KH-UBND or 30/2020/NĐ-CP`,
    );
  }
  const dates = datesOf(fields);
  if ('kind' in dates) return { kind: 'refused', reason: dates };
  const type = typeOf(clean(fields.type), number);
  if (type === 'unknown') {
    return refused(
      'bad-type',
      `không có loại văn bản “${clean(fields.type) ?? ''}”`,
      `there is no document type “${clean(fields.type) ?? ''}”`,
    );
  }
  const certainty = certaintyOf(clean(fields.certainty), defaults);
  if (!certainty) {
    return refused(
      'bad-certainty',
      'độ tin cậy cần là sure, likely hoặc unsure',
      'the certainty is sure, likely or unsure',
    );
  }
  const entry: KnownDocument = {
    type,
    number: number.normal,
    date: dates.date,
    issuer: clean(fields.issuer) ?? defaultIssuer(number, defaults),
    subject: clean(fields.subject),
    inForceFrom: dates.inForceFrom,
    ended: endOf(fields, dates.endedOn),
    certainty,
    origin,
  };
  return { kind: 'entry', entry, notes: notesOn(entry, number, fields) };
}

function refused(kind: Reason['kind'], vi: string, en: string): RowResult {
  return { kind: 'refused', reason: { kind, vi, en } };
}

function clean(cell: string | undefined): string | undefined {
  const text = cell?.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return text === undefined || text === '' ? undefined : text;
}

interface Dates {
  readonly date: string | undefined;
  readonly inForceFrom: string | undefined;
  readonly endedOn: string | undefined;
}

function datesOf(fields: Fields): Dates | Reason {
  const read = (field: 'date' | 'inForceFrom' | 'endedOn'): string | undefined | Reason => {
    const cell = clean(fields[field]);
    if (cell === undefined) return undefined;
    const date = dateOf(cell);
    if (date) return isoDate(date);
    return {
      kind: 'bad-date',
      vi: `ngày “${cell}” không đọc được hoặc không có trong lịch: cần dạng 05/3/2020`,
      en: `the date “${cell}” cannot be read or is in no calendar: expected 05/3/2020`,
    };
  };
  const [date, inForceFrom, endedOn] = [read('date'), read('inForceFrom'), read('endedOn')];
  if (typeof date === 'object') return date;
  if (typeof inForceFrom === 'object') return inForceFrom;
  if (typeof endedOn === 'object') return endedOn;
  return { date, inForceFrom, endedOn };
}

const dayFirst =
  /^(?:ngày\s+)?(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})(?:\s.*)?$/iu;
const yearFirst = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s].*)?$/u;

/** `05/3/2020`, `5-3-2020`, `2020-03-05`, `ngày 05 tháng 3 năm 2020`; a time of day behind it is left aside. */
export function dateOf(cell: string): PlainDate | undefined {
  const text = cell.trim();
  const iso = yearFirst.exec(text);
  const match = iso ?? dayFirst.exec(text);
  if (!match) return undefined;
  const [a, b, c] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const [year, month, day] = iso ? [a, b, c] : [c, b, a];
  return year < 1945 || year > 2100 ? undefined : plainDate(year, month, day);
}

const typesByName: ReadonlyMap<string, CitedTypeId> = new Map(
  citedTypes.flatMap((type) =>
    [type.id, type.name, ...type.names, ...(type.shortNames ?? [])].map(
      (name) => [wordKey(name), type.id] as const,
    ),
  ),
);

function typeOf(
  cell: string | undefined,
  number: CitedNumber,
): CitedTypeId | undefined | 'unknown' {
  if (cell !== undefined) return typesByName.get(wordKey(cell)) ?? 'unknown';
  if (number.symbolType) return number.symbolType;
  // A symbol without a type is a letter's; laws and resolutions of the National Assembly share theirs.
  return number.style === 'state' && !number.year ? 'cong-van' : undefined;
}

/** The log's own agency, unless the symbol is another body's: a committee's log holds the council's papers too. */
function defaultIssuer({ issuerGroups }: CitedNumber, { issuer }: RowDefaults): string | undefined {
  const agency = issuer === undefined ? undefined : agencyNamed(issuer);
  if (!agency) return issuer;
  const isOwn = issuerGroups.some((group) =>
    agenciesOfSymbol(group).some(({ name }) => name === agency.name),
  );
  return isOwn ? issuer : undefined;
}

function certaintyOf(
  cell: string | undefined,
  { certainty = 'sure' }: RowDefaults,
): KnownDocument['certainty'] | undefined {
  if (cell === undefined) return certainty;
  const all = ['sure', 'likely', 'unsure'] as const;
  return all.find((one) => one === cell.toLowerCase());
}

function endOf(fields: Fields, on: string | undefined): KnownDocument['ended'] {
  if (on === undefined) return undefined;
  const by = clean(fields.endedBy);
  const how = clean(fields.endedHow) ?? '';
  const told = (['replaced', 'repealed', 'expired', 'partly'] as const).find((one) => one === how);
  const partly = /một phần/iu.test(`${how} ${fields.status ?? ''}`);
  const repealed = /bãi bỏ|h(?:ủy|uỷ) bỏ/iu.test(how);
  return {
    on,
    how:
      told ??
      (partly
        ? 'partly'
        : by !== undefined || /thay thế/iu.test(how)
          ? 'replaced'
          : repealed
            ? 'repealed'
            : 'expired'),
    by: by === undefined ? undefined : (readNumberText(by)?.normal ?? by),
  };
}

function notesOn(entry: KnownDocument, { year }: CitedNumber, fields: Fields): readonly Reason[] {
  const notes: Reason[] = [];
  if (year && entry.date !== undefined && !entry.date.startsWith(String(year.value))) {
    notes.push({
      kind: 'year',
      vi: `năm trong số ${entry.number} khác năm ban hành ${entry.date.slice(0, 4)}`,
      en: `the year in ${entry.number} is not that of its date, ${entry.date.slice(0, 4)}`,
    });
  }
  if (!entry.ended && /hết hiệu lực/iu.test(fields.status?.normalize('NFC') ?? '')) {
    notes.push({
      kind: 'end-undated',
      vi: `${entry.number} ghi hết hiệu lực nhưng không có ngày: chưa dùng được để báo văn bản hết hiệu lực`,
      en: `${entry.number} is said to have ended, without a day: it cannot be reported as ended`,
    });
  }
  return notes;
}
