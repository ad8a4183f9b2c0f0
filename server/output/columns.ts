import type { ParagraphBlock, Run, TableBlock, TableCell } from './block.ts';
import { cellInsetMm, pointsOfMm, tableStroke, type Layout } from './layout.ts';
import { gridOf, type PlacedCell, type TableGrid } from './tableGrid.ts';
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
  const grid = gridOf(table);
  const inset = 2 * (pointsOfMm(cellInsetMm) + tableStroke);
  const byColumn = Array.from({ length: grid.columns }, (): TableCell[] => []);
  for (const { cell, column, colspan } of grid.rows.flat()) {
    if (cell && colspan === 1) byColumn[column]?.push(cell);
  }
  const narrow = byColumn.map((cells, column) => {
    const least = Math.max(0, ...cells.map((cell) => longestWord(cell, layout))) + inset;
    const lines = cells.map((cell) => Math.min(available, wholeLine(cell, layout)));
    const average = sum(lines) / Math.max(1, lines.length) + inset;
    return { least, wish: Math.max(least, shareOf(table, grid, column, available) ?? average) };
  });
  const widths = withSpanning(narrow, grid, layout, inset, available);
  const leasts = widths.map((each) => each.least);
  const least = sum(leasts);
  const growth = sum(widths.map((each) => each.wish - each.least));
  if (least >= available) return cappedTo(leasts, available);
  if (growth === 0) return leasts.map((each) => (each * available) / least);
  return widths.map(
    (each) => each.least + ((available - least) * (each.wish - each.least)) / growth,
  );
}

/** The width that the author gave a column; undefined unless all columns have one. */
function shareOf(
  { shares }: TableBlock,
  { columns }: TableGrid,
  column: number,
  available: number,
): number | undefined {
  const share = shares?.length === columns ? shares[column] : undefined;
  return share === undefined ? undefined : share * available;
}

/** The widths, the largest of them cut to one length so that all fit: one long word presses no other column. */
function cappedTo(widths: readonly number[], available: number): readonly number[] {
  let left = available;
  let open = widths.length;
  for (const width of [...widths].sort((a, b) => a - b)) {
    if (width * open > left) break;
    left -= width;
    open -= 1;
  }
  const cap = open > 0 ? left / open : available;
  return widths.map((width) => Math.min(width, cap));
}

interface Wanted {
  readonly least: number;
  readonly wish: number;
}

/**
 * Columns under a cell of several are together as wide as its longest word, and would be as wide as its line:
 * up to their even share of the table, for many lines in a cell must not press the others.
 */
function withSpanning(
  columns: readonly Wanted[],
  grid: TableGrid,
  layout: Layout,
  inset: number,
  available: number,
): readonly Wanted[] {
  const widths = [...columns];
  for (const { cell, column, colspan } of grid.rows.flat()) {
    if (!cell || colspan === 1) continue;
    const under = widths.slice(column, column + colspan);
    const share = (wanted: number, had: readonly number[]): number =>
      Math.max(0, wanted + inset - sum(had)) / colspan;
    const line = Math.min(wholeLine(cell, layout), (available * colspan) / grid.columns - inset);
    const moreLeast = share(
      longestWord(cell, layout),
      under.map((each) => each.least),
    );
    const moreWish = share(
      line,
      under.map((each) => each.wish),
    );
    under.forEach(({ least, wish }, index) => {
      const most = Math.max(wish + moreWish, least + moreLeast);
      widths[column + index] = { least: least + moreLeast, wish: most };
    });
  }
  return widths;
}

/** Whether every cell below the header is short enough to look best centred: numbers, marks, ordinals. */
export function isShortColumn(grid: TableGrid, column: number): boolean {
  return grid.rows
    .slice(grid.headRows)
    .every((row) =>
      row.every(
        ({ cell, column: at, colspan }) => at !== column || colspan > 1 || textOf(cell).length <= 8,
      ),
    );
}

/** A run of a cell. */
export interface CellRun extends Run {
  /** What its text falls into, of a word that its column is too narrow for: lines may break between any two. */
  readonly pieces?: readonly string[];
}

/** Where an address is best broken. */
const afterMark = /(?<=[/_?&=.:;,–-])/u;

/** The cell's runs, the words that its column is too narrow for apart: after a mark, else anywhere. */
export function runsWithin(
  cell: ParagraphBlock,
  columnWidth: number,
  layout: Layout,
): readonly CellRun[] {
  const room = columnWidth - 2 * pointsOfMm(cellInsetMm);
  if (longestWord(cell, layout) <= room) return cell.runs;
  return cell.runs.flatMap((run): readonly CellRun[] => {
    const { note, ...rest } = run;
    const parts = run.text.split(/(?<=\s)(?=\S)|(?<=\S)(?=\s)/u).map((text): CellRun => {
      const isLong = width(text, cell, layout) > room && /\S/u.test(text);
      return { ...rest, text, ...(isLong ? { pieces: piecesOf(text, cell, layout, room) } : {}) };
    });
    return note === undefined ? parts : [...parts, { ...rest, text: '', note }];
  });
}

function piecesOf(
  word: string,
  cell: ParagraphBlock,
  layout: Layout,
  room: number,
): readonly string[] {
  return word
    .split(afterMark)
    .flatMap((part) => (width(part, cell, layout) > room ? part.split(/(?!\p{M})/u) : [part]));
}

/** The most lines of a row that is kept on one page: a higher one would leave too much of a page empty. */
const mostLinesKept = 24;

/** Whether a row is kept on one page, by the lines of its highest cell. */
export function rowIsWhole(
  row: readonly PlacedCell[],
  widths: readonly number[],
  layout: Layout,
): boolean {
  return row.every(({ cell, column, colspan, rowspan }) => {
    if (!cell) return true;
    const room = sum(widths.slice(column, column + colspan)) - 2 * pointsOfMm(cellInsetMm);
    const lines = textOf(cell)
      .split('\n')
      .map((line) => Math.max(1, Math.ceil(width(line, cell, layout) / room)));
    return rowspan === 1 && sum(lines) <= mostLinesKept;
  });
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
