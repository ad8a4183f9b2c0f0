import type { TableBlock, TableCell } from './block.ts';

/** A cell at its place: `column` counts from 0, the spans are what the table has room for. */
export interface PlacedCell {
  /** Undefined for a place that the table leaves empty. */
  readonly cell: TableCell | undefined;
  readonly column: number;
  readonly colspan: number;
  readonly rowspan: number;
}

/** A table with every place taken once: each row lists the cells that begin in it, by column. */
export interface TableGrid {
  readonly columns: number;
  /** How many of the rows stand again on each page. */
  readonly headRows: number;
  readonly rows: readonly (readonly PlacedCell[])[];
}

/** The grid of a table; spans that run over another cell or out of the table are cut. */
export function gridOf({ header, headRows = 0, rows }: TableBlock): TableGrid {
  const all = header.length > 0 ? [header, ...rows] : rows;
  const repeated = header.length > 0 ? Math.min(all.length, 1 + headRows) : 0;
  /** For each column, the row before which a cell from above still stands there. */
  const busyUntil: number[] = [];
  const placed = all.map((row, index) => {
    const last = index < repeated ? repeated : all.length;
    return placeRow(row, index, last, busyUntil);
  });
  const columns = Math.max(1, busyUntil.length);
  return { columns, headRows: repeated, rows: filled(placed, columns) };
}

function placeRow(
  row: readonly TableCell[],
  index: number,
  last: number,
  busyUntil: number[],
): readonly PlacedCell[] {
  const isFree = (at: number): boolean => (busyUntil[at] ?? 0) <= index;
  const placed: PlacedCell[] = [];
  let column = 0;
  for (const cell of row) {
    while (!isFree(column)) column += 1;
    let colspan = 1;
    while (colspan < (cell.colspan ?? 1) && isFree(column + colspan)) colspan += 1;
    const rowspan = Math.max(1, Math.min(cell.rowspan ?? 1, last - index));
    busyUntil.fill(index + rowspan, column, column + colspan);
    while (busyUntil.length < column + colspan) busyUntil.push(index + rowspan);
    placed.push({ cell, column, colspan, rowspan });
    column += colspan;
  }
  return placed;
}

/** The rows with an empty cell wherever none stands. */
function filled(
  rows: readonly (readonly PlacedCell[])[],
  columns: number,
): readonly (readonly PlacedCell[])[] {
  const busyUntil = Array.from({ length: columns }, () => 0);
  return rows.map((row, index) => {
    for (const { column, colspan, rowspan } of row) {
      busyUntil.fill(index + rowspan, column, column + colspan);
    }
    const gaps = busyUntil.flatMap((until, column): PlacedCell[] =>
      until <= index ? [{ cell: undefined, column, colspan: 1, rowspan: 1 }] : [],
    );
    return gaps.length === 0 ? row : [...row, ...gaps].sort((a, b) => a.column - b.column);
  });
}
