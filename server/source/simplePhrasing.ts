import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { PhrasingContent } from 'mdast';
import type { Point, Position, SimpleLines } from './simpleLines.ts';

/** A stretch of lines: from an offset in the first to an offset in the last. */
export interface Stretch {
  readonly first: number;
  readonly from: number;
  readonly last: number;
  readonly to: number;
}

/**
 * The text, emphasis, breaks and bare tags of a stretch as CommonMark reads it; undefined where a partner of a mark
 * is not the nearest one of its length.
 */
export function simplePhrasing(
  lines: SimpleLines,
  stretch: Stretch,
): PhrasingContent[] | undefined {
  const reader = new PhrasingReader(lines, stretch, none);
  const nodes = reader.read();
  if (!nodes || reader.unclosed.size === 0) return nodes;
  // what nothing closed is text, now that this is known
  return new PhrasingReader(lines, stretch, reader.unclosed).read();
}

const none: ReadonlySet<number> = new Set();

const backslash = 92;
const star = 42;
const underscore = 95;
const lessThan = 60;
const ampersand = 38;
const lf = 10;
const cr = 13;
const space = 32;

const isSpecial = new Uint8Array(128);
for (const code of [backslash, star, underscore, lessThan, ampersand, lf, cr]) isSpecial[code] = 1;

const bareTag = /<(?:[A-Za-z][A-Za-z\d-]* *\/?|\/[A-Za-z][A-Za-z\d-]* *)>/y;
const namedReference = /&([A-Za-z\d]{1,31});/y;
const asciiPunctuation = /[!-/:-@[-`{-~]/u;

/** Emphasis that is open, with what stood before it. */
interface Opened {
  readonly marker: number;
  readonly length: number;
  readonly line: number;
  readonly offset: number;
  readonly before: PhrasingContent[];
}

class PhrasingReader {
  readonly #lines: SimpleLines;
  readonly #source: string;
  readonly #last: number;
  readonly #from: number;
  readonly #to: number;
  /** Where marks stand that are text. */
  readonly #literal: ReadonlySet<number>;
  readonly #opened: Opened[] = [];
  #nodes: PhrasingContent[] = [];
  #line: number;
  #at: number;
  /** Where the characters begin that stand for themselves and are not yet taken. */
  #pending: number;
  #value = '';
  #textStart: Point | undefined;
  #textEndLine = 0;
  #textEnd = 0;

  constructor(
    lines: SimpleLines,
    { first, from, last, to }: Stretch,
    literal: ReadonlySet<number>,
  ) {
    this.#literal = literal;
    this.#lines = lines;
    this.#source = lines.text;
    this.#last = last;
    this.#from = from;
    this.#to = to;
    this.#line = first;
    this.#at = from;
    this.#pending = from;
  }

  /** Where emphasis was opened that nothing closed. */
  get unclosed(): ReadonlySet<number> {
    return this.#opened.length === 0 ? none : new Set(this.#opened.map(({ offset }) => offset));
  }

  /** The nodes of the stretch, but for the emphasis that is left unclosed. */
  read(): PhrasingContent[] | undefined {
    const source = this.#source;
    for (;;) {
      let at = this.#at;
      while (at < this.#to) {
        const code = source.charCodeAt(at);
        if (code < 128 && isSpecial[code] === 1) break;
        at += 1;
      }
      this.#at = at;
      if (at >= this.#to) break;
      if (!this.#special(source.charCodeAt(at))) return undefined;
    }
    this.#take(this.#withoutBlanks(this.#to));
    this.#endText();
    return this.#nodes;
  }

  #special(code: number): boolean {
    switch (code) {
      case lf:
      case cr:
        this.#lineEnding();
        return true;
      case backslash:
        this.#escape();
        return true;
      case ampersand:
        return this.#reference();
      case lessThan:
        return this.#tag();
      default:
        return this.#emphasis(code);
    }
  }

  #lineEnding(): void {
    const end = this.#at;
    const textEnd = this.#withoutBlanks(end);
    this.#take(textEnd);
    if (end - textEnd >= 2) {
      this.#break(textEnd);
      return;
    }
    this.#at = end;
    const next = this.#lines.start(this.#line + 1);
    this.#startText(end);
    this.#value += this.#source.slice(end, next);
    this.#nextLine();
    this.#textEndLine = this.#line;
    this.#textEnd = next;
  }

  /** A break that begins at `from` and ends the line. */
  #break(from: number): void {
    this.#endText();
    const start = this.#lines.point(this.#line, from);
    this.#nextLine();
    const end = this.#lines.point(this.#line, this.#lines.start(this.#line));
    this.#nodes.push({ type: 'break', position: { start, end } });
  }

  #nextLine(): void {
    this.#line += 1;
    this.#at = this.#lines.content(this.#line);
    this.#pending = this.#at;
  }

  #escape(): void {
    const next = this.#at + 1;
    if (this.#line < this.#last && next === this.#lines.end(this.#line)) {
      this.#take(this.#at);
      this.#break(this.#at);
    } else if (next < this.#to && asciiPunctuation.test(this.#source.charAt(next))) {
      this.#take(this.#at);
      this.#startText(this.#at);
      this.#pending = next;
      this.#at = next + 1;
    } else {
      this.#at = next;
    }
  }

  #reference(): boolean {
    const at = this.#at;
    if (this.#source.charAt(at + 1) === '#') return false;
    namedReference.lastIndex = at;
    const match = namedReference.exec(this.#source);
    const end = at + (match?.[0].length ?? 0);
    const decoded = match && end <= this.#to && decodeNamedCharacterReference(match[1] ?? '');
    if (typeof decoded !== 'string') {
      this.#at += 1;
      return true;
    }
    this.#take(at);
    this.#startText(at);
    this.#value += decoded;
    this.#textEndLine = this.#line;
    this.#textEnd = end;
    this.#pending = end;
    this.#at = end;
    return true;
  }

  #tag(): boolean {
    const at = this.#at;
    bareTag.lastIndex = at;
    const value = bareTag.exec(this.#source)?.[0];
    if (value === undefined) {
      this.#at += 1;
      return this.#source.charCodeAt(at + 1) === space;
    }
    const end = at + value.length;
    if (end > this.#to) return false;
    this.#take(at);
    this.#endText();
    this.#nodes.push({ type: 'html', value, position: this.#position(at, end) });
    this.#at = end;
    this.#pending = end;
    return true;
  }

  #emphasis(marker: number): boolean {
    const from = this.#at;
    let end = from + 1;
    while (end < this.#to && this.#source.charCodeAt(end) === marker) end += 1;
    const length = end - from;
    const isFirst = from === this.#from || from === this.#lines.content(this.#line);
    const before = isFirst ? 'blank' : kindOfCharacter(this.#source, from - 1);
    const after = end >= this.#to ? 'blank' : kindOfCharacter(this.#source, end);
    const leftFlanking = after === 'letter' || (after === 'mark' && before !== 'letter');
    const rightFlanking = before === 'letter' || (before === 'mark' && after !== 'letter');
    const isStar = marker === star;
    const opens = leftFlanking && (isStar || before !== 'letter' || !rightFlanking);
    const closes = rightFlanking && (isStar || after !== 'letter' || !leftFlanking);
    const isKnown = this.#opened.some((opened) => opened.marker === marker);
    if (closes && isKnown) return this.#close(marker, length);
    if (opens && !this.#literal.has(from)) return this.#open(marker, length);
    this.#at = end;
    return true;
  }

  #open(marker: number, length: number): boolean {
    if (length > 3) return false;
    const offset = this.#at;
    this.#take(offset);
    this.#endText();
    this.#opened.push({ marker, length, line: this.#line, offset, before: this.#nodes });
    this.#nodes = [];
    this.#at += length;
    this.#pending = this.#at;
    return true;
  }

  #close(marker: number, length: number): boolean {
    const opened = this.#opened.pop();
    if (opened?.marker !== marker || opened.length !== length) return false;
    const inner = this.#at;
    this.#take(inner);
    this.#endText();
    const { before, line, offset } = opened;
    const positionOf = (skipped: number): Position => ({
      start: this.#lines.point(line, offset + skipped),
      end: this.#lines.point(this.#line, inner + length - skipped),
    });
    const children = this.#nodes;
    if (length === 1) {
      before.push({ type: 'emphasis', children, position: positionOf(0) });
    } else if (length === 2) {
      before.push({ type: 'strong', children, position: positionOf(0) });
    } else {
      const strong = { type: 'strong', children, position: positionOf(1) } as const;
      before.push({ type: 'emphasis', children: [strong], position: positionOf(0) });
    }
    this.#nodes = before;
    this.#at = inner + length;
    this.#pending = this.#at;
    return true;
  }

  /** The end of the untaken text before `end` without the blanks there. */
  #withoutBlanks(end: number): number {
    let at = end;
    while (at > this.#pending && this.#source.charCodeAt(at - 1) === space) at -= 1;
    return at;
  }

  /** Takes the untaken characters before `end` into the text. */
  #take(end: number): void {
    if (end <= this.#pending) return;
    this.#startText(this.#pending);
    const taken = this.#source.slice(this.#pending, end);
    this.#value = this.#value === '' ? taken : this.#value + taken;
    this.#pending = end;
    this.#textEndLine = this.#line;
    this.#textEnd = end;
  }

  #startText(offset: number): void {
    this.#textStart ??= this.#lines.point(this.#line, offset);
  }

  #endText(): void {
    const start = this.#textStart;
    if (!start) return;
    const end = this.#lines.point(this.#textEndLine, this.#textEnd);
    this.#nodes.push({ type: 'text', value: this.#value, position: { start, end } });
    this.#value = '';
    this.#textStart = undefined;
  }

  #position(from: number, to: number): Position {
    return {
      start: this.#lines.point(this.#line, from),
      end: this.#lines.point(this.#line, to),
    };
  }
}

const punctuation = /[\p{P}\p{S}]/u;
const whitespace = /\s/u;

/** How emphasis sees a UTF-16 unit: half of a surrogate pair is as good as a letter. */
function kindOfCharacter(source: string, at: number): 'blank' | 'mark' | 'letter' {
  const character = source.charAt(at);
  if (whitespace.test(character)) return 'blank';
  return punctuation.test(character) ? 'mark' : 'letter';
}
