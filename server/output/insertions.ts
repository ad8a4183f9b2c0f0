import type { Image, Nodes, Root } from 'mdast';
import type { Document } from '../document/document.ts';
import type { Source } from '../source/source.ts';
import type { Span } from '../source/span.ts';
import { paragraphsOf, type Block, type ImageBlock, type OrientationBreak } from './block.ts';
import type { Orientation } from './layout.ts';

/** A picture, or a turn of the paper: what the text holds without being a line of it. */
type Insertion = (ImageBlock | OrientationBreak) & { readonly span: Span };

/** `<!-- vanban-page landscape -->` or, in Vietnamese, `<!-- vanban-trang ngang -->`. */
const turn = /^vanban-(?:page|trang)\s+(?<way>landscape|portrait|ngang|dọc)$/u;

const imagesBySource = new WeakMap<Source, readonly ImageBlock[]>();

/** The pictures and turns of the paper that begin in `region`, in the order of the file. */
export function insertionsIn(document: Document, region: Span): readonly Insertion[] {
  const turns = document.comments.flatMap(({ text, span }) => {
    const orientation = orientationOf(text);
    return orientation ? [{ kind: 'orientationBreak' as const, orientation, span }] : [];
  });
  return [...imagesOf(document.source), ...turns]
    .filter(({ span }) => region.start <= span.start && span.start < region.end)
    .sort((a, b) => a.span.start - b.span.start);
}

/** The orientation that a comment asks for from its place on; undefined for other comments. */
function orientationOf(comment: string): Orientation | undefined {
  const way = turn.exec(comment.normalize('NFC'))?.groups?.['way'];
  if (way === undefined) return undefined;
  return way === 'landscape' || way === 'ngang' ? 'landscape' : 'portrait';
}

/** The blocks with each insertion behind the last block that begins before it. */
export function withInsertions(
  blocks: readonly Block[],
  insertions: readonly Insertion[],
): readonly Block[] {
  const merged: Block[] = [];
  let next = 0;
  for (const block of blocks) {
    const start = startOf(block);
    for (
      let insertion = insertions[next];
      insertion && start !== undefined && insertion.span.start < start;
      insertion = insertions[next]
    ) {
      merged.push(insertion);
      next += 1;
    }
    merged.push(block);
  }
  return [...merged, ...insertions.slice(next)];
}

function startOf(block: Block): number | undefined {
  if (block.kind === 'table') return block.span.start;
  return paragraphsOf(block).find(({ span }) => span)?.span?.start;
}

function imagesOf(source: Source): readonly ImageBlock[] {
  const known = imagesBySource.get(source);
  if (known) return known;
  const images = source.text.includes('![') ? collect(source.root()) : [];
  imagesBySource.set(source, images);
  return images;
}

function collect(root: Root): readonly ImageBlock[] {
  const images: ImageBlock[] = [];
  const open: Nodes[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    const block = node.type === 'image' ? imageBlock(node) : undefined;
    if (block) images.push(block);
    if ('children' in node) open.push(...node.children);
  }
  return images;
}

function imageBlock({ url, alt, position }: Image): ImageBlock | undefined {
  const start = position?.start.offset;
  const end = position?.end.offset;
  if (start === undefined || end === undefined) return undefined;
  return { kind: 'image', path: url, alt: (alt ?? '').normalize('NFC'), span: { start, end } };
}
