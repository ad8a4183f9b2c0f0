import type { Diagnostic } from './diagnostic.ts';
import { limitRule } from './limits.ts';

/** A report that an office has taken note of, known by its words and not by its line. */
export interface BaselineEntry {
  readonly rule: string;
  /** Up to three words of the same block before the reported ones; empty at its start. */
  readonly before: string;
  /** The reported words: in NFC, without Markdown marks, spaces made one. */
  readonly words: string;
  readonly after: string;
  /** How many reports look exactly like this; at least 1. */
  readonly count: number;
}

export interface Baselined {
  /** The diagnostics that no entry stands for, in their order. */
  readonly shown: readonly Diagnostic[];
  /** How many were hidden. */
  readonly hidden: number;
  /** Entries that stand for more reports than there are, with the count of those that are gone. */
  readonly gone: readonly BaselineEntry[];
}

/** How many words on each side tell equal reports apart. */
const contextWords = 3;

/** No three words are longer, UTF-16. */
const contextReach = 120;

/** Reported words beyond this are kept as their ends and a checksum, UTF-16. */
const longest = 160;

/** The entries that stand for the diagnostics of a file's text, in the file's order: by rule, then words. */
export function baselineOf(
  diagnostics: readonly Diagnostic[],
  text: string,
): readonly BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>();
  for (const diagnostic of diagnostics.filter(mayHide)) {
    const entry = entryOf(diagnostic, text);
    const key = keyOf(entry, 'both');
    entries.set(key, { ...entry, count: (entries.get(key)?.count ?? 0) + 1 });
  }
  return [...entries.values()].sort(compareEntries);
}

/**
 * What is left of a file's diagnostics. An entry stands first for reports with the same words on both sides,
 * then on one, and then, where letters or digits are reported, for the same words anywhere in the file: text
 * put in beside a report, or moving it, does not bring it back; changing its own words does.
 */
export function withoutBaseline(
  diagnostics: readonly Diagnostic[],
  text: string,
  entries: readonly BaselineEntry[],
): Baselined {
  if (entries.length === 0) return { shown: diagnostics, hidden: 0, gone: [] };
  const left = new Map(entries.map((entry) => [entry, entry.count]));
  const waiting = new Map(
    diagnostics.filter(mayHide).map((diagnostic) => [diagnostic, entryOf(diagnostic, text)]),
  );
  const all = waiting.size;
  for (const likeness of ['both', 'before', 'after', 'words'] as const) {
    if (waiting.size === 0) break;
    const byKey = new Map<string, BaselineEntry[]>();
    for (const [entry, count] of left) {
      if (count === 0) continue;
      const key = keyOf(entry, likeness);
      const alike = byKey.get(key);
      if (alike) alike.push(entry);
      else byKey.set(key, [entry]);
    }
    for (const [diagnostic, found] of waiting) {
      if (likeness !== 'both' && !mayDiffer(found, likeness)) continue;
      const entry = byKey.get(keyOf(found, likeness))?.find((one) => (left.get(one) ?? 0) > 0);
      if (!entry) continue;
      left.set(entry, (left.get(entry) ?? 0) - 1);
      waiting.delete(diagnostic);
    }
  }
  return {
    shown: diagnostics.filter((diagnostic) => !mayHide(diagnostic) || waiting.has(diagnostic)),
    hidden: all - waiting.size,
    gone: [...left].flatMap(([entry, count]) => (count > 0 ? [{ ...entry, count }] : [])),
  };
}

/** Negative when `a` stands first in a baseline file. */
export function compareEntries(a: BaselineEntry, b: BaselineEntry): number {
  const [one, other] = [keyOf(a, 'both'), keyOf(b, 'both')];
  return one < other ? -1 : one > other ? 1 : 0;
}

type Likeness = 'both' | 'before' | 'after' | 'words';

function keyOf({ rule, before, words, after }: BaselineEntry, likeness: Likeness): string {
  const withBefore = likeness === 'both' || likeness === 'before';
  const withAfter = likeness === 'both' || likeness === 'after';
  return JSON.stringify([rule, words, withBefore ? before : '', withAfter ? after : '']);
}

/** Marks and spaces are alike everywhere: they need a neighbour. */
function mayDiffer({ before, words, after }: BaselineEntry, likeness: Likeness): boolean {
  if (/[\p{L}\p{N}]/u.test(words)) return true;
  return (likeness === 'before' && before !== '') || (likeness === 'after' && after !== '');
}

/** A limit of the tool itself is never hidden. */
function mayHide({ rule }: Diagnostic): boolean {
  return rule !== limitRule;
}

function entryOf({ rule, span }: Diagnostic, text: string): BaselineEntry {
  const ahead = text.slice(Math.max(0, span.start - contextReach), span.start);
  const behind = text.slice(span.end, span.end + contextReach);
  const blank = /(?:\r\n|\n|\r)[ \t>]*(?:\r\n|\n|\r)/u;
  const before = plain(ahead.split(blank).at(-1) ?? '').split(' ');
  const after = plain(behind.split(blank)[0] ?? '').split(' ');
  return {
    rule,
    before: before.slice(-contextWords).join(' '),
    words: shortened(plain(text.slice(span.start, span.end))),
    after: after.slice(0, contextWords).join(' '),
    count: 1,
  };
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[*_`#>\\\uFEFF]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function shortened(words: string): string {
  if (words.length <= longest) return words;
  return `${words.slice(0, 80)} … ${words.slice(-40)} (${words.length}, ${checksum(words)})`;
}

/** FNV-1a, eight hexadecimal digits. */
function checksum(text: string): string {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  }
  return (sum >>> 0).toString(16).padStart(8, '0');
}
