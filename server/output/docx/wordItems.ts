import type { ParagraphChild } from 'docx';
import type { AddresseesBlock, ParagraphBlock } from '../block.ts';
import { type Layout } from '../layout.ts';
import { spaceBetween } from '../spacing.ts';
import { textWidth } from '../textWidth.ts';
import type { ParagraphItem } from './wordParagraph.ts';
import { helperLook, lookOf, markPadding } from './wordLooks.ts';
import { addresseesLabel, helperStyles, wordStyleOf, type WordStyle } from './wordStyles.ts';

/** Room left and right of a mark's words inside its frame, so that they never break for a hair's breadth. */
const markSlack = 1;

/** A paragraph `above` points below what precedes it, and its rule; `width`: of its column. */
export function paragraphItems(
  layout: Layout,
  block: ParagraphBlock,
  above: number,
  width: number,
  more: Partial<Pick<ParagraphItem, 'align' | 'outlineLevel' | 'whole'>> = {},
): readonly ParagraphItem[] {
  const style = wordStyleOf(block.style, block.section);
  const item = { ...styledItem(layout, style, block, above), ...more };
  if (layout.styles[block.style].boxed) {
    const side = (width - lineWidth(layout, block)) / 2 - markSlack;
    return [{ ...item, sides: evenSides(Math.max(markPadding.x, side)) }];
  }
  if (block.rule === undefined) return [item];
  const helper = rulesByStyle[block.style] ?? 'subjectRule';
  const side = (width - block.rule * Math.min(width, lineWidth(layout, block))) / 2;
  const { before, after } = helperLook(layout, helper);
  return [
    item,
    {
      kind: 'paragraph',
      style: helperStyles[helper].id,
      spaces: { before, after },
      above: 0,
      runs: [],
      sides: evenSides(side),
    },
  ];
}

const rulesByStyle: Partial<Record<ParagraphBlock['style'], keyof typeof helperStyles>> = {
  motto: 'mottoRule',
  issuer: 'issuerRule',
};

function evenSides(side: number): { readonly left: number; readonly right: number } {
  return { left: side, right: side };
}

/** Paragraphs one below the other in a cell, the first `above` points below its upper edge. */
export function cellItems(
  layout: Layout,
  paragraphs: readonly ParagraphBlock[],
  above: number,
  width: number,
): readonly ParagraphItem[] {
  return paragraphs.flatMap((block, index) => {
    const before = paragraphs[index - 1];
    const style = layout.styles[block.style];
    // what a style has above it falls away at a cell's top, as on the preview's pages
    const space = before ? spaceBetween(layout.styles[before.style], style) : above;
    return paragraphItems(layout, block, space, width);
  });
}

/** `Kính gửi:` and the list under it. */
export function addresseesItems(
  layout: Layout,
  { label, items }: AddresseesBlock,
): readonly ParagraphItem[] {
  const above = layout.styles.onlyAddressee.before ?? 0;
  return [
    styledItem(layout, addresseesLabel, label, above),
    ...items.map((item) => styledItem(layout, wordStyleOf('addressee'), item, 0)),
  ];
}

function styledItem(
  layout: Layout,
  style: WordStyle,
  { runs }: ParagraphBlock,
  above: number,
): ParagraphItem {
  const { before, after } = lookOf(layout, style);
  return { kind: 'paragraph', style: style.id, spaces: { before, after }, above, runs };
}

/** An empty line as low as Word can set one. */
export function spacerItem(layout: Layout): ParagraphItem {
  const { before, after } = helperLook(layout, 'spacer');
  return {
    kind: 'paragraph',
    style: helperStyles.spacer.id,
    spaces: { before, after },
    above: 0,
    runs: [],
  };
}

/** A line that holds a picture. */
export function pictureItem(layout: Layout, drawn: ParagraphChild, above: number): ParagraphItem {
  const { before, after } = helperLook(layout, 'picture');
  return {
    kind: 'paragraph',
    style: helperStyles.picture.id,
    spaces: { before, after },
    above,
    runs: [],
    children: [drawn],
  };
}

/** The longest line's width in points, as the style sets it. */
function lineWidth(layout: Layout, block: ParagraphBlock): number {
  const { size, bold, caps } = layout.styles[block.style];
  const text = block.runs.map((run) => run.text).join('');
  const lines = (caps ? text.toLocaleUpperCase('vi') : text).split('\n');
  return Math.max(...lines.map((line) => textWidth(line, size, bold === true)));
}
