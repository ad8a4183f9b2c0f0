import { drawn } from './element.ts';

/** Strokes on a square of 16. */
const strokes = {
  previous: 'M3 10.5 8 5.5l5 5',
  next: 'M3 5.5l5 5 5-5',
  zoomOut: 'M3 8h10',
  zoomIn: 'M3 8h10M8 3v10',
  fit: 'M2 3v10M14 3v10M4.5 8h7M6.5 6l-2 2 2 2M9.5 6l2 2-2 2',
  diagnostics: 'M1.5 5h13M1.5 11q1.1-3 2.2 0t2.2 0 2.2 0 2.2 0 2.2 0 2 0',
  pin: 'M5.5 2h5M6.5 2v4L4 9h8L9.5 6V2M8 9v5',
};

export type Icon = keyof typeof strokes;

export function icon(name: Icon): SVGElement {
  const picture = drawn('svg', {
    viewBox: '0 0 16 16',
    width: '16',
    height: '16',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '1.3',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  });
  picture.append(drawn('path', { d: strokes[name] }));
  return picture;
}
