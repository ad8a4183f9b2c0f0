import { isMap, isScalar, parseDocument, type Document } from 'yaml';
import type { Localized } from '../rules/rule.ts';
import { span, type Span } from '../source/span.ts';
import { tooDeepAt } from '../source/yamlDepth.ts';
import { compareEntries, type BaselineEntry } from './baseline.ts';
import { readBaselineLines } from './baselineLines.ts';

/** File → its entries; paths are relative to the folder that holds `.vanban`, with `/`. */
export type Baseline = ReadonlyMap<string, readonly BaselineEntry[]>;

export type ReadBaseline =
  | { readonly baseline: Baseline }
  /** Why the text is no baseline, and where, UTF-16 offsets, end exclusive. */
  | { readonly problem: Localized; readonly span: Span };

const opening = `# Các báo cáo đã có khi cơ quan bắt đầu dùng vanban: không hiện lại cho đến khi chữ bị báo được sửa.
# Reports that were there when the office took vanban up. Written by: vanban baseline write
version: 1
files:
`;

/** The baseline as text: one line an entry, sorted, so that two people's changes merge. Empty files are left out. */
export function writeBaseline(baseline: Baseline): string {
  const files = [...baseline]
    .filter(([, entries]) => entries.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (files.length === 0) return opening.replace('files:\n', 'files: {}\n');
  return opening + files.map(([path, entries]) => fileText(path, entries)).join('');
}

function fileText(path: string, entries: readonly BaselineEntry[]): string {
  const lines = [...entries].sort(compareEntries).map(({ rule, before, words, after, count }) => {
    const values = { rule, before, words, after, count };
    const pairs = Object.entries(values).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    return `    - { ${pairs.join(', ')} }\n`;
  });
  return `  ${JSON.stringify(path)}:\n${lines.join('')}`;
}

/**
 * The longest baseline that is read as YAML, UTF-16 units: some 6,000 entries changed by hand, a second's work.
 * Lines as we write them are read one by one, however many there are.
 */
const longestYaml = 1_000_000;

/** The baseline that the text holds; what does not fit is refused with its place, never guessed at. */
export function readBaseline(text: string): ReadBaseline {
  const lines = readBaselineLines(text);
  if ('baseline' in lines) return lines;
  return text.length > longestYaml ? tooLong(text, lines.odd) : readYaml(text);
}

function tooLong(text: string, line: number): ReadBaseline {
  const [before, odd = ''] = [text.split('\n', line - 1), text.split('\n', line).at(-1)];
  const start = before.reduce((sum, one) => sum + one.length + 1, 0);
  return refused(
    span(start, start + odd.length),
    `dòng ${line} không phải dòng do “vanban baseline write” ghi, và tệp quá dài để đọc cách khác`,
    `line ${line} is none that “vanban baseline write” writes, and the file is too long to be read otherwise`,
  );
}

function readYaml(text: string): ReadBaseline {
  const deep = tooDeepAt(text);
  if (deep !== undefined) {
    return refused(span(deep, deep), 'lồng nhau quá sâu', 'nested too deeply');
  }
  const document = parseDocument(text, { logLevel: 'silent' });
  const [error] = document.errors;
  if (error) {
    const line = error.linePos?.[0].line ?? 1;
    const at = span(error.pos[0], Math.max(...error.pos));
    return refused(at, `dòng ${line}: YAML sai cú pháp`, `line ${line}: YAML that does not parse`);
  }
  const value = valueOf(document);
  if (!isRecord(value) || value['version'] !== 1) {
    return refused(
      keyPlace(document, ['version']),
      'thiếu “version: 1” ở đầu',
      'expected “version: 1” at the top',
    );
  }
  const files = value['files'];
  if (!isRecord(files)) {
    return refused(keyPlace(document, ['files']), 'thiếu “files”', 'expected “files”');
  }
  const baseline = new Map<string, readonly BaselineEntry[]>();
  for (const [path, list] of Object.entries(files)) {
    if (!Array.isArray(list) || !list.every(isEntry)) {
      return refused(
        keyPlace(document, ['files', path]),
        `các dòng của “${path}” cần rule, before, words, after, count`,
        `the entries of “${path}” need rule, before, words, after, count`,
      );
    }
    baseline.set(path, list);
  }
  return { baseline };
}

/** The whole value; undefined where it holds an alias, which nothing that we write does. */
function valueOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    return undefined;
  }
}

function refused(at: Span, vi: string, en: string): ReadBaseline {
  return { problem: { vi, en }, span: at };
}

/** The key at the end of the path; the file's start where there is none. */
function keyPlace(document: Document, path: readonly string[]): Span {
  let node: unknown = document.contents;
  let found = span(0, 0);
  for (const name of path) {
    if (!isMap(node)) return found;
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === name);
    if (!pair || !isScalar(pair.key)) return found;
    found = span(pair.key.range?.[0] ?? 0, pair.key.range?.[1] ?? 0);
    node = pair.value;
  }
  return found;
}

function isEntry(value: unknown): value is BaselineEntry {
  if (!isRecord(value)) return false;
  const { rule, before, words, after, count } = value;
  const texts = [rule, before, words, after];
  if (!texts.every((text) => typeof text === 'string')) return false;
  return typeof count === 'number' && Number.isInteger(count) && count > 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
