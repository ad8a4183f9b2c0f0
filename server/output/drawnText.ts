import { tagOf } from './letterTag.ts';

/** A stretch of text as it is drawn on a page: one font, one line. Lengths are points from the page's top left. */
export interface DrawnText {
  readonly text: string;
  readonly x: number;
  /** Of the line that the letters stand on. */
  readonly baseline: number;
  readonly size: number;
  readonly width: number;
  /** Where each glyph begins, from `x`. */
  readonly stops: readonly number[];
  /** The paragraph that the text was tagged with; 0 for none. */
  readonly tag: number;
}

interface OpenText {
  readonly depth: number;
  readonly scale: number;
  readonly x: number;
  readonly baseline: number;
  readonly tag: number;
  readonly stops: number[];
}

const number = '-?\\d{1,12}(?:\\.\\d{1,12})?';
const translate = new RegExp(`transform="translate\\((${number}),\\s?(${number})\\)"`, 'u');
const scale = new RegExp(`transform="scale\\((${number}),`, 'u');
const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  '#39': "'",
};

/**
 * The texts of one page of the renderer's drawing, in the order in which they were drawn. `content` is what
 * stands inside the page's group.
 */
export function drawnTexts(content: string): readonly DrawnText[] {
  const found: DrawnText[] = [];
  const offsets: { readonly x: number; readonly y: number }[] = [];
  let open: OpenText | undefined;
  for (let at = content.indexOf('<'); at >= 0; at = content.indexOf('<', at + 1)) {
    if (content.startsWith('<use ', at)) {
      const x = open && attribute(content, at, ' x="');
      if (open && x !== undefined) open.stops.push(Number(x) * open.scale);
    } else if (content.startsWith('<g', at)) {
      const tag = content.slice(at, content.indexOf('>', at));
      const above = offsets.at(-1) ?? { x: 0, y: 0 };
      const moved = translate.exec(tag);
      offsets.push({ x: above.x + Number(moved?.[1] ?? 0), y: above.y + Number(moved?.[2] ?? 0) });
      if (tag.includes('"typst-text"')) {
        const by = Number(scale.exec(tag)?.[1] ?? 0);
        const { x, y } = above;
        open = {
          depth: offsets.length,
          scale: by,
          x,
          baseline: y,
          tag: tagOf(tag).paragraph,
          stops: [],
        };
      }
    } else if (content.startsWith('</g', at)) {
      if (open?.depth === offsets.length) open = undefined;
      offsets.pop();
    } else if (open && content.startsWith('<foreignObject', at)) {
      const inner = open.scale * glyphUnit;
      const width = Number(attribute(content, at, ' width="') ?? 0) * inner;
      const size = Number(attribute(content, at, ' height="') ?? 0) * inner;
      const start = content.indexOf('>', content.indexOf('<h5:div', at)) + 1;
      const text = decode(content.slice(start, content.indexOf('<', start)));
      const { x, baseline, stops, tag } = open;
      found.push({ text, x, baseline, size, width, stops, tag });
    }
  }
  return found;
}

/** How much larger the renderer draws its text layer inside a text's own scale. */
const glyphUnit = 16;

function attribute(content: string, at: number, name: string): string | undefined {
  const end = content.indexOf('>', at);
  const start = content.indexOf(name, at);
  if (start < 0 || start > end) return undefined;
  return content.slice(start + name.length, content.indexOf('"', start + name.length));
}

function decode(text: string): string {
  return text.includes('&')
    ? text.replace(
        /&(lt|gt|amp|quot|apos|#39);/gu,
        (entity, name: string) => entities[name] ?? entity,
      )
    : text;
}
