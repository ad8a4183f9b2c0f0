import { commonOf } from '../source/common.ts';
import type { Span } from '../source/span.ts';

/** A place as editors count it: zero-based line, UTF-16 column. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

const lineFeed = 10;
const carriageReturn = 13;

/** The way between UTF-16 offsets and lines of a text whose lines end in LF, CRLF or a lone CR. */
export class Lines {
  readonly #text: string;
  readonly #starts: readonly number[];

  /** `previous`, of an earlier edition of the text, lends what stands before and after what was edited. */
  constructor(text: string, previous?: Lines) {
    this.#text = text;
    this.#starts = previous ? previous.#startsAfter(text) : lineStarts(text, 0, text.length);
  }

  /** The line starts of an edition of the text in which one stretch is another. */
  #startsAfter(text: string): readonly number[] {
    const { prefix, suffix } = commonOf(this.#text, text);
    const by = text.length - this.#text.length;
    const tail = this.#text.length - suffix;
    // a start at the edge may be that of a line ending of which the edit took or gave half
    const kept = this.#lineAt(Math.max(0, prefix - 1));
    const starts = this.#starts.slice(0, kept + 1);
    const from = starts.at(-1) ?? 0;
    for (const start of lineStarts(text, from, text.length - suffix)) {
      if (start > from && start <= text.length - suffix) starts.push(start);
    }
    for (let at = this.#lineAt(tail); at < this.#starts.length; at += 1) {
      const start = this.#starts[at] ?? 0;
      if (start > tail) starts.push(start + by);
    }
    return starts;
  }

  get count(): number {
    return this.#starts.length;
  }

  /** The position of `offset`; one inside a line ending is the end of its line. */
  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#text.length));
    const line = this.#lineAt(at);
    const bounds = this.lineSpan(line);
    return { line, character: Math.min(at, bounds.end) - bounds.start };
  }

  /** The offset of `position`; a column past the line's end is the line's end. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.#starts.length) return this.#text.length;
    const bounds = this.lineSpan(position.line);
    return Math.min(bounds.start + Math.max(0, position.character), bounds.end);
  }

  /** The span of a zero-based line without its line ending. */
  lineSpan(line: number): Span {
    const start = this.#starts[line] ?? this.#text.length;
    let end = this.#starts[line + 1] ?? this.#text.length;
    if (line + 1 < this.#starts.length) {
      end -= 1;
      const crlf =
        this.#text.charCodeAt(end) === lineFeed &&
        end > start &&
        this.#text.charCodeAt(end - 1) === carriageReturn;
      if (crlf) end -= 1;
    }
    return { start, end };
  }

  lineText(line: number): string {
    const bounds = this.lineSpan(line);
    return this.#text.slice(bounds.start, bounds.end);
  }

  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** The text's first line ending; LF when it has none. */
export function endingOf(text: string): string {
  return /\r\n|\n|\r/u.exec(text)?.[0] ?? '\n';
}

/** Where lines start from `from` on, that one among them, as far as their line endings begin before `to`. */
function lineStarts(text: string, from: number, to: number): readonly number[] {
  const starts = [from];
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === carriageReturn && text.charCodeAt(at + 1) === lineFeed) at += 1;
    else if (code !== lineFeed && code !== carriageReturn) continue;
    starts.push(at + 1);
  }
  return starts;
}
