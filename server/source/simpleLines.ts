const lf = 10;
const cr = 13;
const space = 32;

/** A place in a syntax tree: line and column from 1, UTF-16 offset from 0. */
export interface Point {
  line: number;
  column: number;
  offset: number;
}

export interface Position {
  start: Point;
  end: Point;
}

/** The lines of a text that holds no tab, so that each character is one column wide. */
export class SimpleLines {
  readonly text: string;
  /** Where each line begins in the text. */
  readonly starts: readonly number[];
  /** Where each line's ending begins. */
  readonly ends: readonly number[];
  /** Where each line's own text begins, past the marks of the blocks around it. */
  readonly bases: number[];
  /** Where the first character that is no blank stands; the line's end in a blank one. */
  readonly contents: number[] = [];

  constructor(text: string) {
    const starts: number[] = [];
    const ends: number[] = [];
    this.text = text;
    for (let at = 0; at < text.length;) {
      starts.push(at);
      let end = at;
      while (end < text.length && text.charCodeAt(end) !== lf && text.charCodeAt(end) !== cr) {
        end += 1;
      }
      ends.push(end);
      at = text.charCodeAt(end) === cr && text.charCodeAt(end + 1) === lf ? end + 2 : end + 1;
    }
    this.starts = starts;
    this.ends = ends;
    this.bases = [...starts];
    for (let line = 0; line < starts.length; line += 1) this.contents.push(this.pastBlanks(line));
  }

  get length(): number {
    return this.starts.length;
  }

  isBlank(line: number): boolean {
    return this.contents[line] === this.ends[line];
  }

  isIndented(line: number): boolean {
    return this.contents[line] !== this.bases[line];
  }

  /** Whether the line stands in a quotation. */
  isQuoted(line: number): boolean {
    return this.bases[line] !== this.starts[line];
  }

  base(line: number): number {
    return this.bases[line] ?? 0;
  }

  content(line: number): number {
    return this.contents[line] ?? 0;
  }

  end(line: number): number {
    return this.ends[line] ?? this.text.length;
  }

  start(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** Takes the marks up to `base` off the line. */
  enter(line: number, base: number): void {
    this.bases[line] = base;
    this.contents[line] = this.pastBlanks(line);
  }

  point(line: number, offset: number): Point {
    return { line: line + 1, column: offset - this.start(line) + 1, offset };
  }

  private pastBlanks(line: number): number {
    const end = this.end(line);
    let at = this.base(line);
    while (at < end && this.text.charCodeAt(at) === space) at += 1;
    return at;
  }
}
