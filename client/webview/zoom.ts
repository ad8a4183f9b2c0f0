/** As wide as the room, or a share of the paper's true size in percent. */
export type Zoom = 'fit' | number;

const levels = [25, 33, 50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400];
const [lowest = 25] = levels;
const highest = levels.at(-1) ?? 400;

/** CSS pixels in a point at 100 %. */
const pixelsPerPoint = 96 / 72;

/** The scale in CSS pixels a point. `room`: pixels that the widest page, `width` points, may take. */
export function scaleOf(zoom: Zoom, room: number, width: number): number {
  const percent = zoom === 'fit' ? (room / (width * pixelsPerPoint)) * 100 : zoom;
  return (limited(percent) / 100) * pixelsPerPoint;
}

/** A scale in percent of the paper's true size, whole. */
export function percentOf(scale: number): number {
  return Math.round((scale / pixelsPerPoint) * 100);
}

/** The next larger level in percent, the largest when there is none. */
export function zoomedIn(percent: number): number {
  return levels.find((level) => level > percent) ?? highest;
}

/** The next smaller level in percent, the smallest when there is none. */
export function zoomedOut(percent: number): number {
  return levels.findLast((level) => level < percent) ?? lowest;
}

/** The percentage after a turn of the wheel by `delta` pixels, away from the person being negative. */
export function zoomedByWheel(percent: number, delta: number): number {
  return Math.round(limited(percent * Math.exp(-Math.max(-100, Math.min(100, delta)) / 400)));
}

/** The zoom that a stored value tells; fit-width when it tells none. */
export function zoomFrom(value: unknown): Zoom {
  return typeof value === 'number' && Number.isFinite(value) ? Math.round(limited(value)) : 'fit';
}

function limited(percent: number): number {
  return Math.min(highest, Math.max(lowest, percent));
}
