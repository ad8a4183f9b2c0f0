import type { RawLine } from './lines.ts';
import type { Line, Paragraph, ParagraphKind } from './source.ts';
import { span, type Span } from './span.ts';
import type { RawParagraph } from './visibleText.ts';

/** A chunk's paragraph at its place in the file; moving it makes one small object, and one a line. */
export class PlacedParagraph implements Paragraph {
  readonly lines: readonly Line[];
  private readonly raw: RawParagraph;
  private readonly base: number;

  /** `base` is the chunk's offset in the file, `firstLine` the index of the paragraph's first line there. */
  constructor(raw: RawParagraph, base: number, firstLine: number) {
    this.raw = raw;
    this.base = base;
    const lines: Line[] = [];
    for (const line of raw.lines) lines.push(new PlacedLine(line, this, firstLine + lines.length));
    this.lines = lines;
  }

  get kind(): ParagraphKind {
    return this.raw.kind;
  }

  get depth(): number {
    return this.raw.depth;
  }

  get text(): string {
    return this.raw.text.text;
  }

  get span(): Span {
    return this.shifted(this.raw.text.span);
  }

  get outer(): Span {
    return this.shifted(this.raw.outer);
  }

  spanOf(from: number, to: number): Span {
    return this.shifted(this.raw.text.spanOf(from, to));
  }

  private shifted(place: Span): Span {
    return span(place.start + this.base, place.end + this.base);
  }
}

class PlacedLine implements Line {
  readonly index: number;
  readonly paragraph: Paragraph;
  private readonly raw: RawLine;

  constructor(raw: RawLine, paragraph: Paragraph, index: number) {
    this.raw = raw;
    this.paragraph = paragraph;
    this.index = index;
  }

  get text(): string {
    return this.raw.text;
  }

  get offset(): number {
    return this.raw.offset;
  }

  get boldLength(): number {
    return this.raw.boldLength;
  }

  get bold(): boolean {
    return this.raw.boldLength === this.raw.text.length;
  }

  get italic(): boolean {
    return this.raw.italic;
  }

  get span(): Span {
    return this.spanOf(0, this.text.length);
  }

  spanOf(from: number, to: number): Span {
    return this.paragraph.spanOf(this.offset + from, this.offset + to);
  }
}
