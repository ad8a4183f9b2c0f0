import type { Document } from '../document/document.ts';
import type { Span } from '../source/span.ts';
import type { ParagraphBlock } from './block.ts';
import type { PlacedText } from './placedLines.ts';
import { sourceOf } from './textSource.ts';

/** A rectangle on a page, in points from its top left; pages count from 0. */
export interface Box {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line as it is read: texts of one paragraph on one height. */
export interface ShownLine extends Box {
  readonly text: string;
  /** An offset in the file near which the line begins; undefined for what the norm supplies. */
  readonly source: number | undefined;
}

/** How far beside a letter a click still means it, in points. */
const reach = 6;

/** The pages of one version of a document, and the way between them and the file. Offsets are UTF-16. */
export class ShownPages {
  readonly #document: Document;
  readonly #paragraphs: readonly ParagraphBlock[];
  readonly #texts: readonly PlacedText[];
  readonly #byParagraph = new Map<number, PlacedText[]>();
  readonly #sources = new Map<number, readonly (Span | undefined)[]>();

  constructor(
    document: Document,
    paragraphs: readonly ParagraphBlock[],
    texts: readonly PlacedText[],
  ) {
    this.#document = document;
    this.#paragraphs = paragraphs;
    this.#texts = texts;
    for (const text of texts) {
      if (text.paragraph === undefined) continue;
      const own = this.#byParagraph.get(text.paragraph) ?? [];
      own.push(text);
      this.#byParagraph.set(text.paragraph, own);
    }
  }

  /** The lines of each page, in drawing order. */
  lines(pageCount: number): readonly (readonly ShownLine[])[] {
    const pages: ShownLine[][] = Array.from({ length: pageCount }, () => []);
    let before: PlacedText | undefined;
    for (const text of this.#texts) {
      const lines = pages[text.page];
      if (!lines) continue;
      const last = lines.at(-1);
      if (last && before && isSameLine(before, text)) {
        lines[lines.length - 1] = joined(last, text);
      } else {
        const { page, x, y, width, height } = text;
        lines.push({ page, x, y, width, height, text: text.text, source: this.#near(text) });
      }
      before = text;
    }
    return pages;
  }

  /** The word of the file that is drawn at a point; undefined where nothing of the file is. */
  wordAt(page: number, x: number, y: number): Span | undefined {
    const text = this.#textAt(page, x, y);
    if (text?.paragraph === undefined) return undefined;
    const at = text.stops.findLastIndex((stop) => text.x + stop <= x);
    const own = this.#textOf(text.paragraph);
    const offset = Math.min(text.from + Math.max(0, at), text.to - 1);
    const from = own.slice(0, offset).search(/\S+$/u);
    const word = /^\S+/u.exec(own.slice(offset))?.[0] ?? '';
    return this.#span(text.paragraph, from < 0 ? offset : from, offset + word.length);
  }

  /** The lines of the paragraph that holds an offset, or of the last one before it. */
  boxesAt(offset: number): readonly Box[] {
    let best: { readonly index: number; readonly span: Span } | undefined;
    this.#paragraphs.forEach(({ span }, index) => {
      if (!span || span.start > offset || !this.#byParagraph.has(index)) return;
      const nearer = !best || span.start > best.span.start || holds(span, offset, best.span);
      if (nearer) best = { index, span };
    });
    const texts = best && this.#byParagraph.get(best.index);
    return (texts ?? []).map(({ page, x, y, width, height }) => ({ page, x, y, width, height }));
  }

  /** What is drawn of a span of the file; of an empty span the letter behind it, or else the one before. */
  boxesOf(span: Span): readonly Box[] {
    const found: Box[] = [];
    this.#paragraphs.forEach((paragraph, index) => {
      const own = paragraph.span;
      if (!own || own.start > span.end || own.end < span.start) return;
      const sources = this.#sourcesOf(index);
      const wanted = (source: Span | undefined): boolean =>
        source !== undefined &&
        (span.start === span.end
          ? source.start <= span.start && span.start <= source.end
          : source.start < span.end && span.start < source.end);
      const from = sources.findIndex(wanted);
      if (from < 0) return;
      const to = sources.findLastIndex(wanted) + 1;
      for (const text of this.#byParagraph.get(index) ?? []) {
        const box = cut(text, from, to);
        const last = found.at(-1);
        if (box && last && touches(last, box)) found[found.length - 1] = together(last, box);
        else if (box) found.push(box);
      }
    });
    return found;
  }

  #near({ paragraph, from }: PlacedText): number | undefined {
    const block = paragraph === undefined ? undefined : this.#paragraphs[paragraph];
    if (!block?.span || paragraph === undefined) return undefined;
    // exact would be slower, and a scroll does not need it
    const share = from / Math.max(1, this.#textOf(paragraph).length);
    return block.span.start + Math.floor(share * (block.span.end - block.span.start));
  }

  #textAt(page: number, x: number, y: number): PlacedText | undefined {
    const beside = (text: PlacedText): number =>
      Math.max(text.x - x, x - text.x - text.width, 0) +
      Math.max(text.y - y, y - text.y - text.height, 0);
    let best: PlacedText | undefined;
    for (const text of this.#texts) {
      if (text.page !== page || beside(text) > reach) continue;
      if (!best || beside(text) < beside(best)) best = text;
    }
    return best;
  }

  #textOf(paragraph: number): string {
    return this.#paragraphs[paragraph]?.runs.map(({ text }) => text).join('') ?? '';
  }

  #sourcesOf(index: number): readonly (Span | undefined)[] {
    const known = this.#sources.get(index);
    if (known) return known;
    const paragraph = this.#paragraphs[index];
    const sources = paragraph ? sourceOf(this.#document, paragraph) : [];
    this.#sources.set(index, sources);
    return sources;
  }

  #span(paragraph: number, from: number, to: number): Span | undefined {
    const spans = this.#sourcesOf(paragraph)
      .slice(from, to)
      .filter((span) => span !== undefined);
    const [first] = spans;
    const last = spans.at(-1);
    return first && last && { start: first.start, end: last.end };
  }
}

/** Whether `span` holds the offset more tightly than `other` does. */
function holds(span: Span, offset: number, other: Span): boolean {
  if (offset > span.end) return false;
  return offset > other.end || span.end - span.start < other.end - other.start;
}

/** Whether a box goes on where another ends: words that must not break are drawn apart. */
function touches(a: Box, b: Box): boolean {
  const gap = b.x - a.x - a.width;
  return a.page === b.page && Math.abs(a.y - b.y) < 1 && Math.abs(gap) < 1;
}

function together(a: Box, b: Box): Box {
  return { ...a, width: b.x + b.width - a.x };
}

function isSameLine(a: PlacedText, b: PlacedText): boolean {
  const bottom = (text: PlacedText): number => text.y + text.height;
  return (
    a.page === b.page &&
    a.paragraph === b.paragraph &&
    Math.abs(bottom(a) - bottom(b)) < Math.min(a.height, b.height) / 2 &&
    b.x >= a.x
  );
}

function joined(line: ShownLine, text: PlacedText): ShownLine {
  const y = Math.min(line.y, text.y);
  return {
    ...line,
    y,
    width: text.x + text.width - line.x,
    height: Math.max(line.y + line.height, text.y + text.height) - y,
    text: line.text + text.text,
  };
}

function cut(text: PlacedText, from: number, to: number): Box | undefined {
  const first = Math.max(0, from - text.from);
  const end = Math.min(text.text.length, to - text.from);
  if (first >= end) return undefined;
  const left = text.stops[first] ?? 0;
  const right = text.stops[end] ?? text.width;
  return {
    page: text.page,
    x: text.x + left,
    y: text.y,
    width: Math.max(right - left, 1),
    height: text.height,
  };
}
