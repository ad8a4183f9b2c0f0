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

/** A run that still grows. */
type GrowingRun = { -readonly [key in keyof Run]: Run[key] };

/** Collects visible text piece by piece with its place in the file, then composes it to NFC. */
export class TextBuilder {
  readonly #base: number;
  readonly #runs: GrowingRun[] = [];
  #last: GrowingRun | undefined;
  #text = '';

  /** The built text's offsets are the file's less `base`. */
  constructor(base = 0) {
    this.#base = base;
  }

  get text(): string {
    return this.#text;
  }

  get runs(): readonly Run[] {
    return this.#runs;
  }

  /** Adds `value`, which stands in the file at `source` over `sourceLength` UTF-16 units. */
  add(value: string, source: number, sourceLength = value.length): void {
    const { length } = value;
    if (length === 0) return;
    const from = source - this.#base;
    const last = this.#last;
    if (
      last &&
      length === sourceLength &&
      last.length === last.sourceLength &&
      last.source + last.sourceLength === from
    ) {
      last.length += length;
      last.sourceLength += length;
    } else {
      this.#last = { at: this.#text.length, length, source: from, sourceLength };
      this.#runs.push(this.#last);
    }
    this.#text += value;
  }

  build(): RunText {
    return isComposed(this.#text)
      ? mapped(this.#text, this.#runs)
      : composed(this.#text, this.#runs);
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

/** A character that composition may change or join: none of Latin, Vietnamese and their punctuation. */
const unstable = /[^\0-\u02FF\u1E00-\u1EFF\u2002-\u2027\u202F-\u205E]/u;
const stableRun =
  /[\0-\u02FF\u1E00-\u1EFF\u2002-\u2027\u202F-\u205E]+(?=[\0-\u02FF\u1E00-\u1EFF\u2002-\u2027\u202F-\u205E]|$)/uy;

function isComposed(text: string): boolean {
  return !unstable.test(text) || text === text.normalize('NFC');
}

/** Composes to NFC; each cluster that changes becomes an atomic run. */
function composed(text: string, runs: readonly Run[]): RunText {
  const builder = new TextBuilder();
  let at = 0;
  while (at < text.length) {
    at = addStable(builder, text, runs, at);
    if (at === text.length) break;
    let end = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
    while (end < text.length && combining.test(text.charAt(end))) end += 1;
    const start = startOffset(runs, at);
    builder.add(text.slice(at, end).normalize('NFC'), start, endOffset(runs, end) - start);
    at = end;
  }
  return mapped(builder.text, builder.runs);
}

/** Adds the characters from `at` on that composition leaves alone, as far as one run goes; gives where they end. */
function addStable(builder: TextBuilder, text: string, runs: readonly Run[], at: number): number {
  const run = runAt(runs, at);
  stableRun.lastIndex = at;
  const stable = stableRun.exec(text)?.[0] ?? '';
  if (!run || stable === '' || run.length !== run.sourceLength) return at;
  const end = Math.min(at + stable.length, run.at + run.length);
  builder.add(text.slice(at, end), run.source + at - run.at);
  return end;
}
