import { span, type Span } from './span.ts';

/**
 * A run of text that came from the file. `length === sourceLength` maps one to one; otherwise the run is
 * atomic (an escape, an entity, a composed letter) and maps as a whole.
 */
export interface Run {
  readonly at: number;
  readonly length: number;
  readonly source: number;
  readonly sourceLength: number;
}

/** NFC text with its way back to the file. */
export interface MappedText {
  readonly text: string;
  /** From the first to the last character in the file. */
  readonly span: Span;
  /** The file's span of `text.slice(from, to)`; an empty slice gives an empty span. */
  spanOf(from: number, to: number): Span;
}

/** Text mapped by runs, which cover it in order. */
export interface RunText extends MappedText {
  readonly runs: readonly Run[];
}

/** Collects visible text piece by piece with its place in the file, then composes it to NFC. */
export class TextBuilder {
  #text = '';
  #runs: Run[] = [];

  get text(): string {
    return this.#text;
  }

  /** Adds `value`, which stands in the file at `source` over `sourceLength` UTF-16 units. */
  add(value: string, source: number, sourceLength = value.length): void {
    if (value === '') return;
    const last = this.#runs.at(-1);
    if (
      last &&
      value.length === sourceLength &&
      last.length === last.sourceLength &&
      last.source + last.sourceLength === source
    ) {
      this.#runs[this.#runs.length - 1] = {
        ...last,
        length: last.length + value.length,
        sourceLength: last.sourceLength + sourceLength,
      };
    } else {
      this.#runs.push({ at: this.#text.length, length: value.length, source, sourceLength });
    }
    this.#text += value;
  }

  /** The text with the file's offsets less `base`. */
  build(base = 0): RunText {
    const { text, runs } = composed(this.#text, this.#runs);
    return mapped(
      text,
      base === 0 ? runs : runs.map((run) => ({ ...run, source: run.source - base })),
    );
  }
}

/** MappedText over `text` by `runs`, which must cover it in order. */
export function mapped(text: string, runs: readonly Run[]): RunText {
  const first = runs[0];
  const last = runs.at(-1);
  return {
    text,
    runs,
    span: first && last ? span(first.source, last.source + last.sourceLength) : span(0, 0),
    spanOf: (from, to) => {
      if (to <= from) {
        const at = insertionOffset(runs, from);
        return span(at, at);
      }
      const start = startOffset(runs, from);
      return span(start, Math.max(start, endOffset(runs, to)));
    },
  };
}

function runAt(runs: readonly Run[], at: number): Run | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return runs[low];
}

function startOffset(runs: readonly Run[], at: number): number {
  const run = runAt(runs, at);
  if (!run) return 0;
  const into = at - run.at;
  if (into >= run.length) return run.source + run.sourceLength;
  return run.length === run.sourceLength ? run.source + into : run.source;
}

/** Nothing can be put inside a letter and its marks: the place is after them. */
function insertionOffset(runs: readonly Run[], at: number): number {
  const run = runAt(runs, at);
  const inside = run !== undefined && at > run.at && run.length !== run.sourceLength;
  return inside ? run.source + run.sourceLength : startOffset(runs, at);
}

function endOffset(runs: readonly Run[], at: number): number {
  const run = runAt(runs, at - 1);
  if (!run) return 0;
  const into = at - run.at;
  return run.length === run.sourceLength ? run.source + into : run.source + run.sourceLength;
}

const combining = /\p{M}/u;

/** Composes to NFC; each cluster that changes becomes an atomic run. */
function composed(text: string, runs: readonly Run[]): { text: string; runs: readonly Run[] } {
  if (text === text.normalize('NFC')) return { text, runs };
  const builder: Run[] = [];
  let result = '';
  const push = (value: string, source: number, sourceLength: number): void => {
    const last = builder.at(-1);
    if (
      last &&
      last.length === last.sourceLength &&
      value.length === sourceLength &&
      last.source + last.sourceLength === source
    ) {
      builder[builder.length - 1] = {
        ...last,
        length: last.length + value.length,
        sourceLength: last.sourceLength + sourceLength,
      };
    } else {
      builder.push({ at: result.length, length: value.length, source, sourceLength });
    }
    result += value;
  };
  let at = 0;
  while (at < text.length) {
    let end = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
    while (end < text.length && combining.test(text.charAt(end))) end += 1;
    const cluster = text.slice(at, end);
    const start = startOffset(runs, at);
    push(cluster.normalize('NFC'), start, endOffset(runs, end) - start);
    at = end;
  }
  return { text: result, runs: builder };
}
