import type { ParagraphBlock, TableBlock } from './block.ts';
import { cellInsetMm, pointsOfMm, type Layout } from './layout.ts';
import { textWidth } from './textWidth.ts';

/**
 * The widths of a table's columns in points, `available` together: each its longest word, and of what is left
 * a share by the average length of its cells.
 */
export function columnWidths(
  table: TableBlock,
  layout: Layout,
  available: number,
): readonly number[] {
  const rows = [table.header, ...table.rows];
  const count = Math.max(1, ...rows.map((row) => row.length));
  const inset = 2 * pointsOfMm(cellInsetMm);
  const widths = Array.from({ length: count }, (_, column) => {
    const cells = rows.map((row) => row[column]).filter((cell) => cell !== undefined);
    const least = Math.max(0, ...cells.map((cell) => longestWord(cell, layout))) + inset;
    const lines = cells.map((cell) => Math.min(available, wholeLine(cell, layout)));
    return { least, wish: Math.max(least, sum(lines) / Math.max(1, lines.length) + inset) };
  });
  const least = sum(widths.map((each) => each.least));
  const growth = sum(widths.map((each) => each.wish - each.least));
  if (least >= available || growth === 0) {
    return widths.map((each) => (each.least * available) / least);
  }
  return widths.map(
    (each) => each.least + ((available - least) * (each.wish - each.least)) / growth,
  );
}

/** Whether every cell below the header is short enough to look best centred: numbers, marks, ordinals. */
export function isShortColumn(table: TableBlock, column: number): boolean {
  return table.rows.every((row) => textOf(row[column]).length <= 8);
}

function textOf(cell: ParagraphBlock | undefined): string {
  return cell?.runs.map((run) => run.text).join('') ?? '';
}

function longestWord(cell: ParagraphBlock, layout: Layout): number {
  return Math.max(
    0,
    ...textOf(cell)
      .split(/\s+|(?<=-)/u)
      .map((word) => width(word, cell, layout)),
  );
}

function wholeLine(cell: ParagraphBlock, layout: Layout): number {
  return Math.max(
    0,
    ...textOf(cell)
      .split('\n')
      .map((line) => width(line, cell, layout)),
  );
}

function width(text: string, cell: ParagraphBlock, { styles }: Layout): number {
  const { size, bold } = styles[cell.style];
  return textWidth(text, size, bold === true || cell.runs.some((run) => run.bold));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
