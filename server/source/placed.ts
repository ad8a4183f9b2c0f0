import type { Line, Paragraph, ParagraphKind } from './source.ts';
import { span, type Span } from './span.ts';
import type { RawParagraph } from './visibleText.ts';

/** A chunk's paragraph at its place in the file; moving it costs one object. */
export class PlacedParagraph implements Paragraph {
  readonly kind: ParagraphKind;
  readonly depth: number;
  readonly text: string;
  readonly raw: RawParagraph;
  readonly base: number;
  readonly lines: readonly Line[];

  /** `firstLine` is the index of the paragraph's first line in the file. */
  constructor(raw: RawParagraph, base: number, firstLine: number) {
    this.kind = raw.kind;
    this.depth = raw.depth;
    this.text = raw.text.text;
    this.raw = raw;
    this.base = base;
    const lines: PlacedLine[] = [];
    let from = 0;
    for (const text of this.text.split('\n')) {
      const { lead, inner } = withoutStrayMarks(text);
      if (/[^\s*\u200B\uFEFF]/u.test(inner)) {
        lines.push(
          new PlacedLine(this, firstLine + lines.length, from + lead, inner, inner !== text),
        );
      }
      from += text.length + 1;
    }
    this.lines = lines;
  }

  get span(): Span {
    return this.#shift(this.raw.text.span);
  }

  get outer(): Span {
    return this.#shift(this.raw.outer);
  }

  spanOf(from: number, to: number): Span {
    return this.#shift(this.raw.text.spanOf(from, to));
  }

  #shift(place: Span): Span {
    return span(place.start + this.base, place.end + this.base);
  }
}

class PlacedLine implements Line {
  readonly index: number;
  readonly text: string;
  readonly paragraph: PlacedParagraph;
  readonly offset: number;
  readonly boldLength: number;
  readonly bold: boolean;
  readonly italic: boolean;

  constructor(
    paragraph: PlacedParagraph,
    index: number,
    offset: number,
    text: string,
    stray: boolean,
  ) {
    this.paragraph = paragraph;
    this.index = index;
    this.offset = offset;
    this.text = text;
    const marks = paragraph.raw.marks.slice(offset, offset + text.length);
    // a converter's `**` that closes nothing was meant as bold
    this.boldLength = stray ? text.length : markedLength(text, marks, 'bx');
    this.bold = this.boldLength === text.length;
    this.italic = markedLength(text, marks, 'ix') === text.length;
  }

  get span(): Span {
    return this.spanOf(0, this.text.length);
  }

  spanOf(from: number, to: number): Span {
    return this.paragraph.spanOf(this.offset + from, this.offset + to);
  }
}

/** The line without the `**` or `#######` that a converter left where Markdown reads no mark. */
function withoutStrayMarks(text: string): { lead: number; inner: string } {
  const lead = /^\s*(?:\*{2,3}(?=[^\s*])|#{7,12}\s+|\*{2,3}$)/u.exec(text)?.[0].length ?? 0;
  const rest = text.slice(lead);
  return { lead, inner: rest.replace(/(?<=[^\s*])\*{2,3}\s*$/u, '') };
}

const wordCharacter = /[\p{L}\p{N}]/u;

/** How far the style reaches from the line's start: spaces and punctuation outside it do not end it. */
function markedLength(text: string, marks: string, styles: string): number {
  let reached = 0;
  let seen = false;
  for (let at = 0; at < text.length; at += 1) {
    const mark = marks.charAt(at);
    if (styles.includes(mark)) {
      seen = true;
      reached = at + 1;
    } else if (mark !== 'l' && wordCharacter.test(text.charAt(at))) {
      return seen ? reached : 0;
    }
  }
  return seen ? text.length : 0;
}
