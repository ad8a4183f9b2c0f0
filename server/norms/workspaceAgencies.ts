import type { Agency, AgencyLevel } from './agencies.ts';
import schema from './data/workspace-agencies.schema.json' with { type: 'json' };

/** What is wrong with one entry: its index in the list (-1: the list itself) and the field, if one is to blame. */
export interface AgencyProblem {
  readonly index: number;
  readonly field: string | undefined;
  readonly vi: string;
  readonly en: string;
}

const fields = schema.items.properties;

/**
 * The agencies of a workspace file `.vanban/agencies.yml`, parsed from YAML, and what is wrong with the rest.
 * An entry with a problem is left out whole.
 */
export function readAgencies(value: unknown): {
  readonly agencies: readonly Agency[];
  readonly problems: readonly AgencyProblem[];
} {
  if (value === undefined || value === null) return { agencies: [], problems: [] };
  if (!Array.isArray(value)) return { agencies: [], problems: [notAList] };
  const agencies: Agency[] = [];
  const problems: AgencyProblem[] = [];
  for (const [index, entry] of (value as readonly unknown[]).entries()) {
    const found = problemsOf(entry, index);
    if (found.length > 0) problems.push(...found);
    else agencies.push(agencyOf(entry as Entry));
  }
  return { agencies, problems };
}

interface Entry {
  readonly name: string;
  readonly names?: readonly string[];
  readonly symbols: readonly string[];
  readonly level: AgencyLevel;
  readonly kind: Agency['kind'];
}

const notAList: AgencyProblem = {
  index: -1,
  field: undefined,
  vi: 'Tệp cơ quan phải là một danh sách: mỗi mục bắt đầu bằng “- name:”',
  en: 'The agencies file must be a list: every entry begins with “- name:”',
};

function agencyOf(entry: Entry): Agency {
  const { name, names = [], symbols, level, kind } = entry;
  return {
    name: name.normalize('NFC'),
    names: names.map(nfc),
    symbols: symbols.map(nfc),
    level,
    kind,
  };
}

const nfc = (text: string): string => text.normalize('NFC').trim();

function problemsOf(entry: unknown, index: number): readonly AgencyProblem[] {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
    return [problem(index, undefined, 'phải có các trường name, symbols, level, kind')];
  const given = entry as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(given).filter((key) => !Object.hasOwn(fields, key));
  return [
    ...unknown.map((key) => problem(index, key, 'là trường không có')),
    ...wrongFields(given).map((key) => problem(index, key, `cần ${expected(key)}`)),
  ];
}

function wrongFields(given: Readonly<Record<string, unknown>>): readonly string[] {
  const { name, names, symbols, level, kind } = given;
  return [
    isText(name) ? [] : ['name'],
    names === undefined || isTexts(names) ? [] : ['names'],
    isTexts(symbols) && symbols.length > 0 ? [] : ['symbols'],
    includes(fields.level.enum, level) ? [] : ['level'],
    includes(fields.kind.enum, kind) ? [] : ['kind'],
  ].flat();
}

function expected(field: string): string {
  if (field === 'level') return fields.level.enum.join(' | ');
  if (field === 'kind') return fields.kind.enum.join(' | ');
  return field === 'name' ? '“…”' : '[“…”]';
}

function problem(index: number, field: string | undefined, vi: string): AgencyProblem {
  const at = String(index + 1);
  const what = field === undefined ? '' : ` “${field}”`;
  return {
    index,
    field,
    vi: `Cơ quan thứ ${at}:${what} ${vi}`,
    en: `Agency ${at}:${what} is missing or wrong: see the schema of the agencies file`,
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}

function includes(values: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && values.includes(value);
}
