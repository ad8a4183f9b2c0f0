import { frontMatterEnd } from '../source/boundaries.ts';

/** A text up to this long is one region, UTF-16 units. */
const short = 2_500;

/** How much is read before and behind a number line: a head with a stamp and a subject of several lines. */
const before = 1200;
const behind = 2000;

/** Most heads end this soon behind their number line. */
const usualHead = 500;

/** A part grows no longer than this, so that reading one never takes long. */
const longest = 24_000;

/** More heads than this in one file are a list of numbers, not documents. */
const mostHeads = 200;

/**
 * `Số: 15/`, also with its marks as letters of their own, and with Markdown marks; a draft has no figure before its
 * stroke. Where markup stands in the line, the figure may be anywhere.
 */
const numberLine =
  /(?<!\p{L})[Ss][oOôÔốỐ]\p{M}*[*_\\\s]{0,6}:(?=[^\r\n/<&]{0,60}?\p{Nd}[^\r\n/<&]{0,60}[/<&]|[^\r\n/<&]{0,60}[<&])/gu;

/** A part of a text in which documents may begin. */
export interface HeadRegion {
  readonly text: string;
  /** Where the last of its heads has most likely ended: an offset at which a paragraph begins, or the end. */
  readonly headEnd: number;
}

/**
 * The parts of a text in which documents can begin, so that a long file costs no more than its heads: around each
 * number line, and the start where front matter may stand. Parts may overlap. None where nothing looks like a
 * number line.
 */
export function headRegions(text: string): readonly HeadRegion[] {
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const declared = frontMatterEnd(text.slice(bom));
  const places = [...text.matchAll(numberLine)].slice(0, mostHeads).map(({ index }) => index);
  if (declared > 0) places.unshift(bom + declared);
  const regions: { start: number; end: number; last: number }[] = [];
  for (const place of places) {
    const isWhole = text.length <= short || (declared > 0 && regions.length === 0);
    const start = isWhole ? 0 : lineStart(text, Math.max(0, place - before));
    const end = isWhole ? Math.max(short, place + behind) : place + behind;
    const region = regions.at(-1);
    if (region && start <= region.end && end - region.start <= longest) {
      region.end = Math.max(region.end, end);
      region.last = place;
    } else regions.push({ start, end, last: place });
  }
  return regions.map(({ start, end, last }) => {
    const part = text.slice(start, end);
    return { text: part, headEnd: headEndAfter(part, last - start) };
  });
}

function headEndAfter(text: string, place: number): number {
  const paragraph = /\n\s*\n(?=\S)/gu;
  paragraph.lastIndex = place + usualHead;
  const found = paragraph.exec(text);
  return found ? found.index + found[0].length : text.length;
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.indexOf('\n', offset) + 1;
}
