import type { Picture } from './block.ts';
import { paperMm, pointsOfMm, textWidthMm, type Layout, type Orientation } from './layout.ts';

/** Points of a pixel at the resolution that screens and Word assume. */
const pixel = 72 / 96;

/** The part of a page's height that one picture may take, so that its caption stays with it. */
const mostOfPage = 0.8;

/** The size of a picture on the page, in points: its own, or as large as the text is wide and the page allows. */
export function imageSize(
  layout: Layout,
  orientation: Orientation,
  { width, height }: Picture,
): { readonly width: number; readonly height: number } {
  const { top, bottom } = layout.profile.margins;
  const pageHeight = orientation === 'portrait' ? paperMm.height : paperMm.width;
  const share = Math.min(
    1,
    pointsOfMm(textWidthMm(layout, orientation)) / (width * pixel),
    (mostOfPage * pointsOfMm(pageHeight - top - bottom)) / (height * pixel),
  );
  return { width: width * pixel * share, height: height * pixel * share };
}
