import type { Chunk } from './chunk.ts';
import { Memory } from './memory.ts';
import { PlacedParagraph } from './placed.ts';
import type { Comment, Line, Paragraph, Piece } from './source.ts';
import { span, type Span } from './span.ts';

/** A chunk at its place in the file; its paragraphs and lines are made when asked for. */
export class PlacedChunk implements Piece {
  readonly chunk: Chunk;
  readonly base: number;
  readonly firstParagraph: number;
  readonly firstLine: number;
  readonly lineCount: number;
  readonly memory: Memory;
  #paragraphs: readonly Paragraph[] | undefined;
  #lines: readonly Line[] | undefined;

  /** `same` is the same chunk at another place, or in another edition, where there is one. */
  constructor(
    chunk: Chunk,
    base: number,
    firstParagraph: number,
    firstLine: number,
    same: PlacedChunk | undefined,
  ) {
    this.chunk = chunk;
    this.base = base;
    this.firstParagraph = firstParagraph;
    this.firstLine = firstLine;
    this.lineCount = same?.lineCount ?? lineCountOf(chunk);
    this.memory = same?.memory ?? new Memory();
  }

  get paragraphCount(): number {
    return this.chunk.visible.paragraphs.length;
  }

  get paragraphs(): readonly Paragraph[] {
    if (!this.#paragraphs) {
      let line = this.firstLine;
      this.#paragraphs = this.chunk.visible.paragraphs.map((raw) => {
        const paragraph = new PlacedParagraph(raw, this.base, line);
        line += raw.content.lines.length;
        return paragraph;
      });
    }
    return this.#paragraphs;
  }

  get lines(): readonly Line[] {
    this.#lines ??= this.paragraphs.flatMap(({ lines }) => lines);
    return this.#lines;
  }

  get comments(): readonly Comment[] {
    return this.chunk.visible.comments.map((comment) => ({
      text: comment.text,
      span: span(comment.span.start + this.base, comment.span.end + this.base),
    }));
  }

  get span(): Span {
    return span(this.base, this.base + this.chunk.text.length);
  }

  standsAt(base: number, firstParagraph: number, firstLine: number): boolean {
    return (
      this.base === base && this.firstParagraph === firstParagraph && this.firstLine === firstLine
    );
  }
}

function lineCountOf({ visible }: Chunk): number {
  let count = 0;
  for (const { content } of visible.paragraphs) count += content.lines.length;
  return count;
}

/** The chunks one after the other from `start` on; those of `previous` where they stand where they stood. */
export function placedChunks(
  chunks: readonly Chunk[],
  start: number,
  previous: readonly PlacedChunk[],
): readonly PlacedChunk[] {
  const fromEnd = previous.length - chunks.length;
  const placed: PlacedChunk[] = [];
  let base = start;
  let firstParagraph = 0;
  let firstLine = 0;
  for (const chunk of chunks) {
    const index = placed.length;
    const same = [previous[index], previous[index + fromEnd]].find((old) => old?.chunk === chunk);
    const piece = same?.standsAt(base, firstParagraph, firstLine)
      ? same
      : new PlacedChunk(chunk, base, firstParagraph, firstLine, same);
    placed.push(piece);
    base += chunk.text.length;
    firstParagraph += piece.paragraphCount;
    firstLine += piece.lineCount;
  }
  return placed;
}
