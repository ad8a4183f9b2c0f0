import type { KnownDocument } from '../norms/knownDocuments.ts';
import { columnsOf, type RegisterField } from './columns.ts';
import { readCsv, writeCsvRow } from './csv.ts';
import { sameness } from './readRegister.ts';

/** The columns of a register that vanban writes. */
const written = [
  'number',
  'type',
  'date',
  'issuer',
  'subject',
  'inForceFrom',
  'endedOn',
  'endedHow',
  'endedBy',
  'certainty',
] as const satisfies readonly RegisterField[];

type Written = (typeof written)[number];

function cellOf(entry: KnownDocument, field: Written): string {
  switch (field) {
    case 'certainty':
      // What a register does not say is sure.
      return entry.certainty === 'sure' ? '' : entry.certainty;
    case 'endedOn':
      return entry.ended?.on ?? '';
    case 'endedHow':
      return entry.ended?.how ?? '';
    case 'endedBy':
      return entry.ended?.by ?? '';
    default:
      return entry[field] ?? '';
  }
}

/** A register with these entries as CSV, its first line the header; `readRegisterCsv` reads it back. */
export function writeRegisterCsv(entries: readonly KnownDocument[]): string {
  const rows = entries.map((entry) => written.map((field) => cellOf(entry, field)));
  return [[...written], ...rows].map((cells) => `${writeCsvRow(cells)}\n`).join('');
}

/**
 * The register's CSV with the entries added at its end. What stands in it stays byte for byte, rows that cannot
 * be read too; columns that the entries need and the header lacks are added to the header alone.
 */
export function addToRegisterCsv(text: string, entries: readonly KnownDocument[]): string {
  const { rows, delimiter } = readCsv(text);
  const [header] = rows;
  if (!header) return writeRegisterCsv(entries);
  if (entries.length === 0) return text;
  const columns = columnsOf(header.cells);
  const lacking = written.filter(
    (field) => !columns.has(field) && entries.some((entry) => cellOf(entry, field) !== ''),
  );
  const ending = /\r\n|\n|\r/u.exec(text)?.[0] ?? '\n';
  const headEnd = headerEnd(text);
  const head = text.slice(0, headEnd) + lacking.map((field) => delimiter + field).join('');
  const body = text.slice(headEnd);
  const closed = /[\r\n]$/u.test(body) ? '' : ending;
  const places = new Map<number, Written>();
  for (const field of written) {
    const index = columns.get(field);
    if (index !== undefined) places.set(index, field);
  }
  lacking.forEach((field, order) => places.set(header.cells.length + order, field));
  const width = header.cells.length + lacking.length;
  const lines = entries.map((entry) => {
    const cells = Array.from({ length: width }, (_, index) => {
      const field = places.get(index);
      return field ? cellOf(entry, field) : '';
    });
    return writeCsvRow(cells, delimiter) + ending;
  });
  return head + body + closed + lines.join('');
}

/** The offset behind the header's record, before its line ending; quotes may hold line breaks. */
function headerEnd(text: string): number {
  let quoted = false;
  let begun = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    if (!quoted && (character === '\n' || character === '\r')) {
      if (begun) return at;
    } else if (character !== '\uFEFF' && character !== ' ') begun = true;
  }
  return text.length;
}

/** The register's JSON with the entries added behind those that it holds. */
export function addToRegisterJson(text: string, entries: readonly KnownDocument[]): string {
  const value: unknown = text.trim() === '' ? { documents: [] } : JSON.parse(text);
  const added = entries.map((entry) => {
    const { type, number, date, issuer, subject, inForceFrom, ended, certainty } = entry;
    return { type, number, date, issuer, subject, inForceFrom, ended, certainty };
  });
  const whole = Array.isArray(value)
    ? [...(value as readonly unknown[]), ...added]
    : withDocuments(value, added);
  return `${JSON.stringify(whole, undefined, 2)}\n`;
}

function withDocuments(value: unknown, added: readonly unknown[]): unknown {
  if (typeof value !== 'object' || value === null) throw new TypeError('no register');
  const before: unknown = 'documents' in value ? value.documents : [];
  if (!Array.isArray(before)) throw new TypeError('no register');
  return { ...value, documents: [...(before as readonly unknown[]), ...added] };
}

/** Entries of an import by what the register has of them already. */
export interface Merge {
  /** What is new, in the import's order. */
  readonly added: readonly KnownDocument[];
  /** What the register says already, in all. */
  readonly present: readonly KnownDocument[];
}

/** What of `incoming` the register does not say yet. Nothing of the register is changed or taken away. */
export function mergeRegister(
  register: readonly KnownDocument[],
  incoming: readonly KnownDocument[],
): Merge {
  const known = new Set(register.map(sameness));
  const added: KnownDocument[] = [];
  const present: KnownDocument[] = [];
  for (const entry of incoming) (known.has(sameness(entry)) ? present : added).push(entry);
  return { added, present };
}
