import type { Source } from '../source/source.ts';
import type { LineRange } from './document.ts';
import { cueLines, type CuedLine } from './split.ts';

/** How many lines are read at first. */
const usual = 96;

/** How far beyond the end of what it found a reader looks, lines. */
const lookAhead = 32;

export interface Enough<T> {
  readonly found: T;
  /** How many lines decide it, from the range's first on; Infinity where lines after the range might too. */
  readonly among: number;
}

/**
 * What `read` finds from the range's first line on, given as many lines as it takes to find no other with more. `end`
 * is the index, from that line, after what was found.
 */
export function withEnough<T extends { readonly end: number }>(
  source: Source,
  { from, to }: LineRange,
  read: (lines: readonly CuedLine[]) => T,
): Enough<T> {
  for (let count = usual; ; count *= 4) {
    const lines = cueLines(source.linesBetween(from, Math.min(to, from + count)));
    const found = read(lines);
    if (found.end + lookAhead <= lines.length) return { found, among: lines.length };
    if (from + lines.length >= to) return { found, among: Infinity };
  }
}
