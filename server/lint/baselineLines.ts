import type { BaselineEntry } from './baseline.ts';

export type ReadLines =
  | { readonly baseline: ReadonlyMap<string, readonly BaselineEntry[]> }
  /** The number of the first line that is not as we write them, from one. */
  | { readonly odd: number };

const quoted = String.raw`("(?:[^"\\]|\\.)*")`;
const pathLine = new RegExp(String.raw`^ {2}${quoted}:$`, 'u');
const entryLine = new RegExp(
  String.raw`^ {4}- \{ rule: ${quoted}, before: ${quoted}, words: ${quoted}, after: ${quoted}, count: ([1-9]\d{0,8}) \}$`,
  'u',
);

/**
 * A baseline whose lines are all as `writeBaseline` writes them, between comments: that of an archive has a hundred
 * thousand, with which a YAML parser is busy for a minute.
 */
export function readBaselineLines(text: string): ReadLines {
  const baseline = new Map<string, BaselineEntry[]>();
  const head = ['version: 1', 'files:'];
  let entries: BaselineEntry[] | undefined;
  for (const [index, one] of text.split('\n').entries()) {
    const line = one.replace(/\r$/u, '');
    if (line === '' || line.startsWith('#')) continue;
    if (line === head[0]) {
      head.shift();
      continue;
    }
    const entry = entries && entryOf(line);
    if (entry) {
      entries?.push(entry);
      continue;
    }
    const path = head.length === 0 ? parsed(pathLine.exec(line)?.[1]) : undefined;
    if (path === undefined || baseline.has(path)) return { odd: index + 1 };
    entries = [];
    baseline.set(path, entries);
  }
  return head.length === 0 ? { baseline } : { odd: 1 };
}

function entryOf(line: string): BaselineEntry | undefined {
  const [, rule, before, words, after, count] = entryLine.exec(line) ?? [];
  const texts = { rule: parsed(rule), before: parsed(before), words: parsed(words) };
  const entry = { ...texts, after: parsed(after), count: Number(count) };
  return isWhole(entry) ? entry : undefined;
}

function isWhole(
  entry: Readonly<Record<keyof BaselineEntry, string | number | undefined>>,
): entry is BaselineEntry {
  return Object.values(entry).every((value) => value !== undefined && !Number.isNaN(value));
}

function parsed(json: string | undefined): string | undefined {
  if (json === undefined) return undefined;
  try {
    return JSON.parse(json) as string;
  } catch {
    return undefined;
  }
}
