import type { Root } from 'mdast';
import { frontMatterEnd, lineEnd } from './boundaries.ts';
import type { Chunk } from './chunk.ts';
import { chunksOf, type Chunks } from './chunks.ts';
import { parseFrontMatterBlock } from './markdown.ts';
import { PlacedParagraph } from './placed.ts';
import type {
  Comment,
  FrontMatterBlock,
  Line,
  Paragraph,
  Piece,
  Source,
  SourceLimit,
} from './source.ts';
import { span, type Span } from './span.ts';
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

/** A chunk at its place in the file. */
interface PlacedChunk extends Piece {
  readonly chunk: Chunk;
  readonly paragraphs: readonly Paragraph[];
  readonly lines: readonly Line[];
  readonly comments: readonly Comment[];
}

class ParsedSource implements Source {
  readonly text: string;
  readonly frontMatter: FrontMatterBlock | undefined;
  readonly paragraphs: readonly Paragraph[];
  readonly lines: readonly Line[];
  readonly comments: readonly Comment[];
  readonly limits: readonly SourceLimit[];
  readonly bom: number;
  readonly bodyStart: number;
  readonly chunks: Chunks;
  readonly pieces: readonly PlacedChunk[];
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
    this.pieces = placed(this.chunks.all, this.bodyStart, previous?.pieces ?? []);
    const paragraphs: Paragraph[] = [];
    const lines: Line[] = [];
    const comments: Comment[] = [];
    const plain: SourceLimit[] = [];
    for (const place of this.pieces) {
      for (const paragraph of place.paragraphs) paragraphs.push(paragraph);
      for (const line of place.lines) lines.push(line);
      for (const comment of place.comments) comments.push(comment);
      if (place.chunk.plain) plain.push({ span: spanOf(place), reason: 'block-too-large' });
    }
    this.paragraphs = paragraphs;
    this.lines = lines;
    this.comments = comments;
    this.limits = [...limits, ...plain];
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

function placed(
  chunks: readonly Chunk[],
  start: number,
  previous: readonly PlacedChunk[],
): readonly PlacedChunk[] {
  const fromEnd = previous.length - chunks.length;
  const result: PlacedChunk[] = [];
  let next: Piece = { chunk: {}, base: start, firstParagraph: 0, firstLine: 0 };
  for (const chunk of chunks) {
    const index = result.length;
    const place =
      unmoved(previous[index], chunk, next) ??
      unmoved(previous[index + fromEnd], chunk, next) ??
      placeChunk(chunk, next);
    result.push(place);
    next = {
      chunk,
      base: place.base + chunk.text.length,
      firstParagraph: place.firstParagraph + place.paragraphs.length,
      firstLine: place.firstLine + place.lines.length,
    };
  }
  return result;
}

function unmoved(
  old: PlacedChunk | undefined,
  chunk: Chunk,
  { base, firstParagraph, firstLine }: Piece,
): PlacedChunk | undefined {
  const same =
    old?.chunk === chunk &&
    old.base === base &&
    old.firstLine === firstLine &&
    old.firstParagraph === firstParagraph;
  return same ? old : undefined;
}

function placeChunk(chunk: Chunk, { base, firstParagraph, firstLine }: Piece): PlacedChunk {
  const paragraphs: Paragraph[] = [];
  const lines: Line[] = [];
  for (const raw of chunk.visible.paragraphs) {
    const paragraph = new PlacedParagraph(raw, base, firstLine + lines.length);
    paragraphs.push(paragraph);
    for (const line of paragraph.lines) lines.push(line);
  }
  const comments = chunk.visible.comments.map((comment) => ({
    text: comment.text,
    span: span(comment.span.start + base, comment.span.end + base),
  }));
  return { chunk, base, firstParagraph, firstLine, paragraphs, lines, comments };
}

function spanOf({ chunk, base }: PlacedChunk): Span {
  return span(base, base + chunk.text.length);
}
