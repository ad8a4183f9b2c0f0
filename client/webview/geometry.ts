/** A page's size in points. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** Where the pages stand below each other, in CSS pixels from the top of what scrolls. */
export interface Stack {
  /** CSS pixels a point. */
  readonly scale: number;
  readonly tops: readonly number[];
  readonly heights: readonly number[];
  /** Of the widest page, in points. */
  readonly width: number;
}

/** CSS pixels above the first page, between pages, and below the last. */
export const gap = 16;

/** The widest of the pages in points; A4 when there are none. */
export function widestOf(pages: readonly PageSize[]): number {
  return pages.reduce((most, { width }) => Math.max(most, width), 0) || 595.28;
}

/** Pages of these sizes below each other at a scale. */
export function stackOf(pages: readonly PageSize[], scale: number): Stack {
  const heights = pages.map(({ height }) => height * scale);
  let top = gap;
  const tops = heights.map((height) => {
    const own = top;
    top += height + gap;
    return own;
  });
  return { scale, tops, heights, width: widestOf(pages) };
}

/** The page from 0 that takes most of the view, the first of equals; 0 when there are none. */
export function currentPage({ tops, heights }: Stack, scrollTop: number, view: number): number {
  let best = 0;
  let most = 0;
  tops.forEach((top, index) => {
    const bottom = top + (heights[index] ?? 0);
    const seen = Math.min(bottom, scrollTop + view) - Math.max(top, scrollTop);
    if (seen > most + 0.5) {
      most = seen;
      best = index;
    }
  });
  return best;
}

/** A point of the stack as a page and points from its top, whatever lies between pages being the earlier one's end. */
export function placeAt(stack: Stack, y: number): { readonly page: number; readonly y: number } {
  const found = stack.tops.findLastIndex((top) => top <= y);
  const page = Math.max(0, found);
  const inside = (y - (stack.tops[page] ?? 0)) / stack.scale;
  const height = (stack.heights[page] ?? 0) / stack.scale;
  return { page, y: Math.min(height, Math.max(0, inside)) };
}

/** Where a place of a page stands, in CSS pixels from the top of what scrolls. */
export function pixelOf({ tops, scale }: Stack, page: number, y: number): number {
  return (tops[page] ?? 0) + y * scale;
}

/** Where to scroll so that a stretch is in view with some air; the same place when it is already. */
export function scrollToShow(
  { top, bottom }: { readonly top: number; readonly bottom: number },
  scrollTop: number,
  view: number,
): number {
  if (bottom > scrollTop && top < scrollTop + view && fits(top, bottom, scrollTop, view)) {
    return scrollTop;
  }
  const air = Math.max(0, Math.min(view / 4, (view - (bottom - top)) / 2));
  return Math.max(0, top - air);
}

/** Whether all of the stretch is in view, or it fills the view. */
function fits(top: number, bottom: number, scrollTop: number, view: number): boolean {
  return (
    (top >= scrollTop && bottom <= scrollTop + view) ||
    (top <= scrollTop && bottom >= scrollTop + view)
  );
}
