import type { Paragraph, Table } from 'docx';
import type { Layout } from '../layout.ts';
import { spacerItem } from './wordItems.ts';
import { spacerHeight } from './wordLooks.ts';
import { wordParagraph, type ParagraphItem, type WordNotes } from './wordParagraph.ts';

/** A table on its way into the file. */
export interface TableItem {
  readonly kind: 'table';
  readonly above: number;
  readonly table: () => Table;
}

export type FlowItem = ParagraphItem | TableItem;

/**
 * The items with the wanted space between any two. Word adds up or takes the larger of two paragraphs' spaces
 * by its settings, so that of two only one ever keeps a space.
 */
export function wordFlow(
  layout: Layout,
  items: readonly FlowItem[],
  notes: WordNotes,
): readonly (Paragraph | Table)[] {
  const spaced = withSpacers(layout, items);
  return spaced.map((item, index) => {
    if (item.kind === 'table') return item.table();
    const [above, below] = [spaced[index - 1], spaced[index + 1]];
    return wordParagraph(item, notes, spaceAbove(above, item), spaceBelow(item, below));
  });
}

/** Two tables would become one, and a file ends with a paragraph. */
function withSpacers(layout: Layout, items: readonly FlowItem[]): readonly FlowItem[] {
  const spacer = spacerItem(layout);
  return items.flatMap((item, index) => {
    const [above, below] = [items[index - 1], items[index + 1]];
    const between = above?.kind === 'table' && item.kind === 'table';
    const own = between ? { ...item, above: Math.max(0, item.above - spacerHeight) } : item;
    return item.kind === 'table' && below?.kind !== 'paragraph' ? [own, spacer] : [own];
  });
}

/** The space above that the item must name because its style does not give it. */
function spaceAbove(above: FlowItem | undefined, item: ParagraphItem): number | undefined {
  const { before } = item.spaces;
  if (above?.kind === 'paragraph') return fits(above, item) || before === 0 ? undefined : 0;
  return item.above === before ? undefined : item.above;
}

function spaceBelow(item: ParagraphItem, below: FlowItem | undefined): number | undefined {
  if (!below) return undefined;
  const fit = below.kind === 'paragraph' ? fits(item, below) : item.spaces.after === below.above;
  return fit || item.spaces.after === below.above ? undefined : below.above;
}

/** Whether the two styles by themselves leave the wanted space between them. */
function fits(above: ParagraphItem, below: ParagraphItem): boolean {
  const spaces = [above.spaces.after, below.spaces.before];
  return Math.min(...spaces) === 0 && Math.max(...spaces) === below.above;
}
