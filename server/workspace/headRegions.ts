/** A text up to this long is read whole, UTF-16 units. */
const short = 2_500;

/** How much is read before and behind a number line: a head with a stamp and a subject of several lines. */
const before = 1200;
const behind = 2000;

/** A part grows no longer than this, so that reading one never takes long. */
const longest = 24_000;

/** More heads than this in one file are a list of numbers, not documents. */
const mostHeads = 200;

/** `Số:`, also with its marks as letters of their own, and with Markdown marks before the colon. */
const numberLine = /(?<!\p{L})[Ss][oOôÔốỐ]\p{M}*[*_\\\s]{0,6}:/gu;

/**
 * The parts of a text in which documents can begin, so that a long file costs no more than its heads: around each
 * number line, and the start where front matter may stand. Parts may overlap. None where nothing looks like a
 * number line.
 */
export function headRegions(text: string): readonly string[] {
  const frontMatter = /^\uFEFF?---\s*\n/u.test(text);
  const places = [...text.matchAll(numberLine)].slice(0, mostHeads);
  if (places.length === 0 && !frontMatter) return [];
  if (text.length <= short) return [text];
  const regions: { start: number; end: number }[] = frontMatter ? [{ start: 0, end: behind }] : [];
  for (const { index } of places) {
    const start = lineStart(text, Math.max(0, index - before));
    const end = index + behind;
    const last = regions.at(-1);
    if (last && start <= last.end && end - last.start <= longest) last.end = end;
    else regions.push({ start, end });
  }
  return regions.map(({ start, end }) => text.slice(start, end));
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.indexOf('\n', offset) + 1;
}
