import { pixelOf, type Stack } from './geometry.ts';

/** A line of the file and the place of the pages where it begins. */
export interface Anchor {
  /** From 0. */
  readonly line: number;
  /** From 0. */
  readonly page: number;
  /** In points from the page's top. */
  readonly y: number;
}

interface PageLines {
  readonly sourceLines: readonly (number | null)[];
  readonly tops: readonly number[];
}

/**
 * The anchors of the pages in the order of the file, each lower on the pages than the one before. What the
 * norm puts elsewhere (a head told in front matter, recipients beside the signature) goes its own way and is
 * left out, so that scrolling down one side never scrolls the other up.
 */
export function anchorsOf(pages: readonly PageLines[]): readonly Anchor[] {
  const first = new Map<number, Anchor>();
  pages.forEach(({ sourceLines, tops }, page) => {
    sourceLines.forEach((line, at) => {
      const y = tops[at];
      if (line === null || y === undefined) return;
      const known = first.get(line);
      if (!known || isAbove({ line, page, y }, known)) first.set(line, { line, page, y });
    });
  });
  return longestRise([...first.values()].sort((a, b) => a.line - b.line));
}

/** Where a line of the file (from 0, may lie between two) stands, in CSS pixels of the stack. */
export function pixelOfLine(anchors: readonly Anchor[], stack: Stack, line: number): number {
  const at = anchors.findLastIndex((anchor) => anchor.line <= line);
  const before = anchors[at];
  const after = anchors[at + 1];
  const top = before ? topOf(before, stack) : 0;
  if (!after) return top;
  const from = before?.line ?? 0;
  const share = after.line === from ? 0 : (line - from) / (after.line - from);
  return top + share * (topOf(after, stack) - top);
}

/** The line of the file (from 0, may lie between two) that stands at a CSS pixel of the stack. */
export function lineOfPixel(anchors: readonly Anchor[], stack: Stack, pixel: number): number {
  const at = anchors.findLastIndex((anchor) => topOf(anchor, stack) <= pixel);
  const before = anchors[at];
  const after = anchors[at + 1];
  const line = before?.line ?? 0;
  if (!after) return line;
  const top = before ? topOf(before, stack) : 0;
  const height = topOf(after, stack) - top;
  const share = height === 0 ? 0 : Math.max(0, pixel - top) / height;
  return line + share * (after.line - line);
}

/** The file's first line belongs with the top of the paper, whatever margin lies above its words. */
function topOf({ line, page, y }: Anchor, stack: Stack): number {
  return line === 0 ? 0 : pixelOf(stack, page, y);
}

function isAbove(one: Anchor, other: Anchor): boolean {
  return one.page < other.page || (one.page === other.page && one.y < other.y);
}

/** The longest run of anchors, not necessarily neighbours, of which none stands above the one before. */
function longestRise(anchors: readonly Anchor[]): readonly Anchor[] {
  // by length of a run less one, the index of the anchor that ends such a run highest
  const ends: number[] = [];
  const previous: number[] = [];
  anchors.forEach((anchor, index) => {
    const at = firstBelow(ends, anchors, anchor);
    previous[index] = at > 0 ? (ends[at - 1] ?? -1) : -1;
    ends[at] = index;
  });
  const run: Anchor[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const anchor = anchors[index];
    if (anchor) run.push(anchor);
  }
  return run.reverse();
}

/** The first of the run ends whose anchor stands below this one; their number when none does. */
function firstBelow(ends: readonly number[], anchors: readonly Anchor[], anchor: Anchor): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const end = anchors[ends[middle] ?? 0];
    if (end && isAbove(anchor, end)) high = middle;
    else low = middle + 1;
  }
  return low;
}
