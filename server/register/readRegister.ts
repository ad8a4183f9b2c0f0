import { LineCounter, isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { KnownDocument } from '../norms/knownDocuments.ts';
import { columnsOf, registerFields, type ColumnMapping, type RegisterField } from './columns.ts';
import { readCsv } from './csv.ts';
import { entryOf, type Fields, type Reason, type RowDefaults } from './entry.ts';
import { tooDeepAt } from '../source/yamlDepth.ts';

/** A row that was not taken, or is odd, with the line (from 1) on which it begins. */
export interface Remark {
  readonly line: number;
  readonly reason: Reason;
}

/** What a register's file holds: every row is an entry or refused, none is passed over. */
export interface RegisterFile {
  readonly entries: readonly KnownDocument[];
  readonly refused: readonly Remark[];
  /** What is odd about rows that were taken. */
  readonly notes: readonly Remark[];
  /** How many rows the file has, its header aside. */
  readonly rows: number;
  /** Headers of columns that were not understood; what they hold stays in the file alone. */
  readonly unused: readonly string[];
}

export interface ReadOptions extends RowDefaults {
  /** The file's name as messages give it: `.vanban/register.csv`. */
  readonly file: string;
  readonly mapping?: ColumnMapping | undefined;
}

/**
 * The register in a CSV text: a header, recognised by its usual Vietnamese and English names or by the mapping,
 * and a document a row. A row that repeats another in all it says is refused as its duplicate; rows that give
 * one number of one year and issuer two dates or subjects are both kept, as unsure.
 */
export function readRegisterCsv(text: string, options: ReadOptions): RegisterFile {
  return finished(csvSteps(text, options));
}

/** A reading in short steps, for whoever has other work between them; the last one gives the register. */
export type RegisterSteps = Generator<undefined, RegisterFile>;

/** The register in a text, JSON or CSV by its file's name, step by step. */
export function registerSteps(text: string, options: ReadOptions): RegisterSteps {
  return /\.json$/iu.test(options.file) ? jsonSteps(text, options) : csvSteps(text, options);
}

function finished(steps: RegisterSteps): RegisterFile {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function* csvSteps(text: string, options: ReadOptions): RegisterSteps {
  const { rows, openQuote } = readCsv(text);
  const [header, ...records] = rows;
  if (!header) return nothingRead;
  const columns = columnsOf(header.cells, options.mapping);
  if (!columns.has('number')) {
    return unreadable(
      header.line,
      `không có cột nào là số, ký hiệu: ${header.cells.join(', ')}`,
      `no column holds the number: ${header.cells.join(', ')}`,
    );
  }
  const found = yield* collect(
    records.map(({ cells, line }) => ({
      line,
      fields: Object.fromEntries([...columns].map(([field, index]) => [field, cells[index]])),
    })),
    options,
  );
  const used = new Set(columns.values());
  return {
    ...found,
    notes:
      openQuote === undefined
        ? found.notes
        : [...found.notes, { line: openQuote, reason: openQuoteReason }],
    unused: header.cells.filter((cell, index) => cell.trim() !== '' && !used.has(index)),
  };
}

const openQuoteReason: Reason = {
  kind: 'format',
  vi: 'dấu ngoặc kép mở ở đây không có dấu đóng: phần sau bị đọc thành một ô',
  en: 'the quotation mark that opens here never closes: what follows is read as one cell',
};

/** The register in a JSON text: `{ "documents": [ { "number": …, "date": … } ] }`, or the array alone. */
export function readRegisterJson(text: string, options: ReadOptions): RegisterFile {
  return finished(jsonSteps(text, options));
}

function* jsonSteps(text: string, options: ReadOptions): RegisterSteps {
  const deep = tooDeepAt(text);
  if (deep !== undefined) {
    const line = text.slice(0, deep).split('\n').length;
    return unreadable(line, 'lồng nhau quá sâu', 'nested too deeply');
  }
  const counter = new LineCounter();
  // JSON is YAML; the YAML reader knows on which line each row stands.
  const parsed = parseDocument(text, {
    lineCounter: counter,
    strict: false,
    logLevel: 'silent',
  });
  const [error] = parsed.errors;
  if (error) {
    const line = counter.linePos(error.pos[0]).line;
    return unreadable(line, 'không phải JSON đúng', 'no valid JSON');
  }
  const list = isMap(parsed.contents) ? parsed.contents.get('documents') : parsed.contents;
  if (!isSeq(list)) {
    return unreadable(1, 'cần một mảng “documents”', 'an array “documents” is expected');
  }
  return {
    ...(yield* collect(
      list.items.map((item) => ({
        line: isMap(item) ? counter.linePos(item.range?.[0] ?? 0).line : 1,
        fields: isMap(item) ? fieldsOf(item) : {},
      })),
      options,
    )),
    unused: [],
  };
}

function fieldsOf(item: YAMLMap): Fields {
  const fields: Partial<Record<RegisterField, string>> = {};
  for (const field of registerFields) {
    const value: unknown = item.get(field);
    if (typeof value === 'string' || typeof value === 'number') fields[field] = String(value);
  }
  const ended = item.get('ended');
  if (isMap(ended)) {
    const part = (name: string): string | undefined => {
      const value: unknown = ended.get(name);
      return typeof value === 'string' ? value : undefined;
    };
    fields.endedOn = part('on') ?? '';
    fields.endedHow = part('how') ?? '';
    fields.endedBy = part('by') ?? '';
  }
  return fields;
}

const nothingRead: RegisterFile = { entries: [], refused: [], notes: [], rows: 0, unused: [] };

function unreadable(line: number, vi: string, en: string): RegisterFile {
  return { ...nothingRead, refused: [{ line, reason: { kind: 'format', vi, en } }] };
}

interface Row {
  readonly line: number;
  readonly fields: Fields;
}

/** How many rows one step reads. */
const rowsAStep = 100;

function* collect(
  rows: readonly Row[],
  options: ReadOptions,
): Generator<undefined, Pick<RegisterFile, 'entries' | 'refused' | 'notes' | 'rows'>> {
  const refused: Remark[] = [];
  const notes: Remark[] = [];
  const found: { readonly entry: KnownDocument; readonly line: number }[] = [];
  const seen = new Map<string, number>();
  for (const [order, { line, fields }] of rows.entries()) {
    if (order % rowsAStep === rowsAStep - 1) yield;
    const result = entryOf(fields, { kind: 'register', file: options.file, line }, options);
    if (result.kind === 'refused') {
      refused.push({ line, reason: result.reason });
      continue;
    }
    const { entry } = result;
    const before = seen.get(sameness(entry));
    if (before !== undefined) {
      refused.push({ line, reason: duplicateOf(entry, before) });
      continue;
    }
    seen.set(sameness(entry), line);
    found.push({ entry, line });
    for (const reason of result.notes) notes.push({ line, reason });
  }
  const { entries, conflicts } = doubted(found);
  notes.push(...conflicts);
  notes.sort((a, b) => a.line - b.line);
  return { entries, refused, notes, rows: rows.length };
}

function duplicateOf({ number }: KnownDocument, line: number): Reason {
  return {
    kind: 'duplicate',
    vi: `${number} trùng hoàn toàn với dòng ${line}`,
    en: `${number} says the same as line ${line}`,
  };
}

/** All that a row says, to know one that says it again. */
export function sameness(entry: KnownDocument): string {
  const { type, number, date, issuer, subject, inForceFrom, ended } = entry;
  const words = (text: string | undefined): string => (text ?? '').toLowerCase();
  return JSON.stringify([type, number, date, words(issuer), words(subject), inForceFrom, ended]);
}

/** One number of one year and issuer: what only one document can bear. */
function identity({ number, date, issuer, type }: KnownDocument): string {
  return [number, date?.slice(0, 4), issuer?.toLowerCase(), type].join('\n');
}

function doubted(found: readonly { readonly entry: KnownDocument; readonly line: number }[]): {
  readonly entries: readonly KnownDocument[];
  readonly conflicts: readonly Remark[];
} {
  const lines = new Map<string, number[]>();
  for (const { entry, line } of found) {
    const known = lines.get(identity(entry));
    if (known) known.push(line);
    else lines.set(identity(entry), [line]);
  }
  const conflicts: Remark[] = [];
  const entries = found.map(({ entry, line }): KnownDocument => {
    const others = lines.get(identity(entry)) ?? [];
    if (others.length < 2) return entry;
    const [first = line] = others;
    if (line !== first) {
      conflicts.push({
        line,
        reason: {
          kind: 'conflict',
          vi: `${entry.number} đã có ở dòng ${first} với ngày hoặc trích yếu khác: cả hai được coi là chưa chắc chắn`,
          en: `${entry.number} is on line ${first} with another date or subject: both count as unsure`,
        },
      });
    }
    return { ...entry, certainty: 'unsure' };
  });
  return { entries, conflicts };
}
