import { paragraphsOf, type Block, type ClosingBlock } from './block.ts';
import {
  linePitch,
  singleLine,
  type Layout,
  type ParagraphStyle,
  type StyleName,
} from './layout.ts';

/** What the exact pitch adds to a single line of the style, in points. */
export function extraPitch(layout: Layout, style: ParagraphStyle): number {
  return linePitch(layout, style) - singleLine * style.size;
}

/** Space between the last line of one style and the first of the next, without the pitch's own, in points. */
export function spaceBetween(before: ParagraphStyle | undefined, style: ParagraphStyle): number {
  return Math.max(before?.after ?? 0, style.before ?? 0);
}

/** Whether single lines of a paragraph may stand at a page's edge, as in a row that two pages share. */
export function isInCell(name: StyleName): boolean {
  return name === 'cell' || name === 'headerCell';
}

/** Space above a table and above a closing at least, in points. */
export const leastAbove = { table: 6, closing: 12, image: 6 } as const;

/** The longest last paragraph that is kept whole with the closing, in characters. */
const longestKept = 1200;

/** The most recipients that a page can hold below a last paragraph. */
const mostKeptWhole = 30;

/** Whether the closing stands on one page. */
export function isWhole(block: ClosingBlock): boolean {
  return block.recipients.length <= mostKeptWhole;
}

/** Whether the closing is kept with the block before it, so that it never begins a page. */
export function staysWith(block: Block | undefined, next: ClosingBlock): boolean {
  if (block?.kind !== 'paragraph' || !isWhole(next)) return false;
  return block.runs.reduce((length, run) => length + run.text.length, 0) <= longestKept;
}

/** The style whose space below counts after a block. */
export function styleAfter({ styles }: Layout, block: Block): ParagraphStyle | undefined {
  switch (block.kind) {
    case 'annexBreak':
    case 'orientationBreak':
      return undefined;
    case 'table':
    case 'image':
      return styles.body;
    case 'addressees':
      return styles.onlyAddressee;
    default: {
      const last = paragraphsOf(block).at(-1);
      return last && { ...styles[last.style], ...(last.rule === undefined ? {} : { after: 12 }) };
    }
  }
}
