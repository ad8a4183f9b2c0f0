import type { PageBox } from '../../server/features/previewProtocol.ts';

/** Points from one crest to the next, and from the middle to a crest. */
const wave = 3;
const height = 0.9;

/** The path of a wavy line under a box, in points, in SVG's notation. */
export function squiggle({ x, y, width, height: boxHeight }: PageBox): string {
  const base = y + boxHeight + height;
  const crests = Math.max(2, Math.round(width / (wave / 2)));
  const step = Math.max(width, wave) / crests;
  const first = `M${round(x)} ${round(base)}q${round(step / 2)} ${round(-2 * height)} ${round(step)} 0`;
  return first + `t${round(step)} 0`.repeat(crests - 1);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The last of the boxes, as drawn one over the other, that holds a point with a point's air around; -1 when none. */
export function boxAt(boxes: readonly PageBox[], x: number, y: number): number {
  const air = 1;
  return boxes.findLastIndex(
    (box) =>
      x >= box.x - air &&
      x <= box.x + box.width + air &&
      y >= box.y - air &&
      y <= box.y + box.height + 2 * air,
  );
}
