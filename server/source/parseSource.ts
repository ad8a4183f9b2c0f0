import type { Root } from 'mdast';
import { frontMatterEnd, lineEnd } from './boundaries.ts';
import { chunksOf, type Chunks } from './chunks.ts';
import { parseFrontMatterBlock } from './markdown.ts';
import { placedChunks, type PlacedChunk } from './placedChunk.ts';
import type {
  Comment,
  FrontMatterBlock,
  Line,
  Paragraph,
  Piece,
  Source,
  SourceLimit,
} from './source.ts';
import { span } from './span.ts';
import { joinedTree } from './tree.ts';

/** Longer files are read at their head alone: all of one would take many seconds. */
const longestFile = 4_000_000;
const headLength = 100_000;

/** Where a NUL tells a binary file, as Git tells it. */
const binaryProbe = 8000;

/**
 * The file as paragraphs and lines, the same whether or not `previous` lends what an edit did not touch; only
 * chunks whose text changed are parsed again. Never throws.
 */
export function parseSource(text: string, previous?: Source): Source {
  if (text.slice(0, binaryProbe).includes('\0')) {
    return new ParsedSource(text, 0, undefined, [{ span: span(0, text.length), reason: 'binary' }]);
  }
  if (text.length > longestFile) {
    const limit = span(lineEnd(text, headLength), text.length);
    return new ParsedSource(text, Math.min(limit.start, 2 * headLength), undefined, [
      { span: limit, reason: 'file-too-large' },
    ]);
  }
  const old = previous instanceof ParsedSource ? previous : undefined;
  return new ParsedSource(text, text.length, old, []);
}

class ParsedSource implements Source {
  readonly text: string;
  readonly frontMatter: FrontMatterBlock | undefined;
  readonly comments: readonly Comment[];
  readonly limits: readonly SourceLimit[];
  readonly paragraphCount: number;
  readonly lineCount: number;
  readonly bom: number;
  readonly bodyStart: number;
  readonly chunks: Chunks;
  readonly pieces: readonly PlacedChunk[];
  #paragraphs: readonly Paragraph[] | undefined;
  #lines: readonly Line[] | undefined;
  private tree: Root | undefined;

  /** Reads the text up to `end`. */
  constructor(
    text: string,
    end: number,
    previous: ParsedSource | undefined,
    limits: readonly SourceLimit[],
  ) {
    const read = text.slice(0, end);
    this.text = text;
    this.bom = read.startsWith('\uFEFF') ? 1 : 0;
    this.bodyStart = this.bom + frontMatterEnd(read.slice(this.bom));
    this.frontMatter =
      this.bodyStart > this.bom ? frontMatterBlock(read.slice(0, this.bodyStart)) : undefined;
    this.chunks = chunksOf(read, this.bodyStart, previous?.chunks);
    this.pieces = placedChunks(this.chunks.all, this.bodyStart, previous?.pieces ?? []);
    const last = this.pieces.at(-1);
    this.paragraphCount = last ? last.firstParagraph + last.paragraphCount : 0;
    this.lineCount = last ? last.firstLine + last.lineCount : 0;
    const comments: Comment[] = [];
    const plain: SourceLimit[] = [];
    for (const piece of this.pieces) {
      const { visible, plain: isPlain } = piece.chunk;
      if (visible.comments.length > 0) comments.push(...piece.comments);
      if (isPlain) plain.push({ span: piece.span, reason: 'block-too-large' });
    }
    this.comments = comments;
    this.limits = [...limits, ...plain];
  }

  get paragraphs(): readonly Paragraph[] {
    this.#paragraphs ??= this.paragraphsBetween(0, this.paragraphCount);
    return this.#paragraphs;
  }

  get lines(): readonly Line[] {
    this.#lines ??= this.linesBetween(0, this.lineCount);
    return this.#lines;
  }

  paragraphsBetween(from: number, to: number): readonly Paragraph[] {
    return between(this.pieces, from, to, firstParagraphOf, paragraphsOf);
  }

  linesBetween(from: number, to: number): readonly Line[] {
    return between(this.pieces, from, to, firstLineOf, linesOf);
  }

  lineAt(offset: number): Line | undefined {
    const piece = this.pieces[lastFrom(this.pieces, offset, baseOf)];
    return piece?.lines.find(({ span: { start, end } }) => start <= offset && offset <= end);
  }

  root(): Root {
    this.tree ??= this.joined();
    return this.tree;
  }

  private joined(): Root {
    const frontMatter = this.text.slice(this.bom, this.bodyStart);
    const head = frontMatter === '' ? [] : parseFrontMatterBlock(frontMatter).children;
    return joinedTree([{ text: frontMatter, nodes: head }, ...this.chunks.all], this.bom);
  }
}

/** The block of a front matter with its fences; `text` is the file up to its end. */
function frontMatterBlock(text: string): FrontMatterBlock {
  const start = lineEnd(text, 0);
  const closing = /(?:\r\n|\n|\r)---[ \t]*(?:\r\n|\n|\r)?$/u.exec(text);
  const yamlEnd = Math.max(start, closing?.index ?? text.length);
  return { yaml: text.slice(start, yamlEnd), start, span: span(0, text.length) };
}

const baseOf = ({ base }: Piece): number => base;
const firstParagraphOf = ({ firstParagraph }: Piece): number => firstParagraph;
const paragraphsOf = ({ paragraphs }: Piece): readonly Paragraph[] => paragraphs;
const firstLineOf = ({ firstLine }: Piece): number => firstLine;
const linesOf = ({ lines }: Piece): readonly Line[] => lines;

/** What lies from index `from` to before `to` of what the pieces hold, each from its first index on. */
function between<T>(
  pieces: readonly Piece[],
  from: number,
  to: number,
  firstOf: (piece: Piece) => number,
  of: (piece: Piece) => readonly T[],
): readonly T[] {
  const found: T[] = [];
  for (let index = lastFrom(pieces, from, firstOf); index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (!piece || firstOf(piece) >= to) break;
    const first = firstOf(piece);
    const own = of(piece);
    const end = Math.min(own.length, to - first);
    for (let at = Math.max(0, from - first); at < end; at += 1) found.push(own[at] as T);
  }
  return found;
}

/** The index of the last piece that begins at `from` or before. */
function lastFrom(
  pieces: readonly Piece[],
  from: number,
  firstOf: (piece: Piece) => number,
): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (piece && firstOf(piece) <= from) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
