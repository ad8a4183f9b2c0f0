import type { RawLine } from './lines.ts';
import type { MappedText } from './mappedText.ts';
import type { Memory } from './memory.ts';
import type { Line, Paragraph, ParagraphKind } from './source.ts';
import { span, type Span } from './span.ts';
import type { ParagraphContent } from './paragraphContent.ts';
import type { RawParagraph } from './visibleText.ts';

/** A chunk's paragraph at its place in the file; moving it makes one small object, and one a line when asked. */
export class PlacedParagraph implements Paragraph {
  readonly base: number;
  readonly #raw: ParagraphContent;
  readonly #firstLine: number;
  #lines: readonly Line[] | undefined;

  /** `chunk` is the chunk's offset in the file, `firstLine` the index of the paragraph's first line there. */
  constructor({ start, content }: RawParagraph, chunk: number, firstLine: number) {
    this.#raw = content;
    this.base = chunk + start;
    this.#firstLine = firstLine;
  }

  get kind(): ParagraphKind {
    return this.#raw.kind;
  }

  get depth(): number {
    return this.#raw.depth;
  }

  get text(): string {
    return this.#raw.text.text;
  }

  get content(): MappedText {
    return this.#raw.text;
  }

  get memory(): Memory {
    return this.#raw.memory;
  }

  get span(): Span {
    return this.#shifted(this.#raw.text.span);
  }

  get outer(): Span {
    return span(this.base, this.base + this.#raw.length);
  }

  get lines(): readonly Line[] {
    this.#lines ??= this.#raw.lines.map(
      (line, at) => new PlacedLine(line, this, this.#firstLine + at),
    );
    return this.#lines;
  }

  spanOf(from: number, to: number): Span {
    return this.#shifted(this.#raw.text.spanOf(from, to));
  }

  #shifted(place: Span): Span {
    return span(place.start + this.base, place.end + this.base);
  }
}

class PlacedLine implements Line {
  readonly index: number;
  readonly paragraph: Paragraph;
  readonly #raw: RawLine;

  constructor(raw: RawLine, paragraph: Paragraph, index: number) {
    this.#raw = raw;
    this.paragraph = paragraph;
    this.index = index;
  }

  get text(): string {
    return this.#raw.text;
  }

  get offset(): number {
    return this.#raw.offset;
  }

  get boldLength(): number {
    return this.#raw.boldLength;
  }

  get bold(): boolean {
    return this.#raw.boldLength === this.#raw.text.length;
  }

  get italic(): boolean {
    return this.#raw.italic;
  }

  get memory(): Memory {
    return this.#raw.memory;
  }

  get span(): Span {
    return this.spanOf(0, this.text.length);
  }

  spanOf(from: number, to: number): Span {
    return this.paragraph.spanOf(this.offset + from, this.offset + to);
  }
}
