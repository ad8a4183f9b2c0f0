import type { Span } from './span.ts';

/** Spans, in any order, that can be asked in little time whether a place meets one of them. */
export class SpanSet {
  readonly #wide: Reach;
  readonly #empty: Reach;

  constructor(spans: readonly Span[]) {
    const ordered = [...spans].sort((a, b) => a.start - b.start);
    this.#wide = new Reach(ordered.filter(({ start, end }) => start < end));
    this.#empty = new Reach(ordered.filter(({ start, end }) => start === end));
  }

  /** Whether one of them shares a character with the place, or touches it when either is empty. */
  overlaps({ start, end }: Span): boolean {
    // touching is sharing the point between two characters
    if (start === end) return this.#wide.meets(start, end) || this.#empty.meets(start, end);
    return this.#wide.meets(start + 1, end - 1) || this.#empty.meets(start, end);
  }
}

/** Spans by their start, and how far those up to each reach. */
class Reach {
  readonly #starts: readonly number[];
  readonly #furthest: readonly number[];

  constructor(ordered: readonly Span[]) {
    let furthest = -Infinity;
    this.#starts = ordered.map(({ start }) => start);
    this.#furthest = ordered.map(({ end }) => (furthest = Math.max(furthest, end)));
  }

  /** Whether one starts at `last` at the latest and ends at `first` at the earliest. */
  meets(first: number, last: number): boolean {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= last) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (this.#furthest[low - 1] ?? -Infinity) >= first;
  }
}
