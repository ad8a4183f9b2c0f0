import {
  BorderStyle,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  type ITableBordersOptions,
  type ITableCellOptions,
} from 'docx';
import type { ClosingBlock, HeadBlock, TableBlock } from '../block.ts';
import { columnWidths, isShortColumn, rowIsWhole } from '../columns.ts';
import {
  cellInsetMm,
  cellInsetYMm,
  headRowGap,
  pointsOfMm,
  tableStroke,
  type Layout,
} from '../layout.ts';
import { isWhole } from '../spacing.ts';
import { gridOf, type PlacedCell } from '../tableGrid.ts';
import { wordSignatureRoom } from './wordLooks.ts';
import { wordFlow } from './wordFlow.ts';
import { cellItems, paragraphItems, spacerItem } from './wordItems.ts';
import { twips, twipsOfParts } from './wordLength.ts';
import type { ParagraphItem, WordNotes } from './wordParagraph.ts';

/** Tables of one file. */
export class WordTables {
  readonly #layout: Layout;
  readonly #notes: WordNotes;

  constructor(layout: Layout, notes: WordNotes) {
    this.#layout = layout;
    this.#notes = notes;
  }

  /** Agency and nation side by side, without lines. */
  head(block: HeadBlock): Table {
    const widths = columnsOf(this.#layout.headColumnsMm);
    const rows = block.rows.map(({ left, right }, index) => {
      const above = index === 0 ? 0 : headRowGap;
      return new TableRow({
        cantSplit: true,
        children: [left, right].map((paragraphs, column) =>
          this.#cell(
            cellItems(this.#layout, paragraphs, above, widths[column] ?? 0),
            twips(widths[column] ?? 0),
          ),
        ),
      });
    });
    return borderless(widths, rows);
  }

  /** Recipients and signature side by side, without lines. */
  closing(block: ClosingBlock): Table {
    const layout = this.#layout;
    const widths = columnsOf(layout.closingColumnsMm);
    const [left = 0, right = 0] = widths;
    const name = block.name ? [block.name] : [];
    const signature = [
      ...cellItems(layout, block.signature, 0, right),
      ...name.flatMap((each) => paragraphItems(layout, each, wordSignatureRoom, right)),
    ];
    const cells = [
      this.#cell(cellItems(layout, block.recipients, 0, left), twips(left)),
      this.#cell(signature, twips(right)),
    ];
    return borderless(widths, [new TableRow({ cantSplit: isWhole(block), children: cells })]);
  }

  /** A table of the text, `width` points wide, whose header rows are repeated on every page. */
  table(block: TableBlock, width: number): Table {
    const grid = gridOf(block);
    const points = columnWidths(block, this.#layout, width);
    const widths = twipsOfParts(points);
    const aligns = points.map(
      (_, column) => block.align[column] ?? (isShortColumn(grid, column) ? 'center' : 'left'),
    );
    const cell = ({ cell: one, column, colspan, rowspan }: PlacedCell): TableCell => {
      const across = widths.slice(column, column + colspan).reduce((sum, each) => sum + each, 0);
      const align = one?.style === 'cell' && colspan === 1 ? aligns[column] : undefined;
      const more = align === undefined || align === 'left' ? {} : { align };
      const items = one ? paragraphItems(this.#layout, one, 0, across / 20, more) : [];
      return this.#cell(items, across, {
        ...(colspan > 1 ? { columnSpan: colspan } : {}),
        ...(rowspan > 1 ? { rowSpan: rowspan } : {}),
      });
    };
    const rows = grid.rows.map((cells, index) => {
      const tableHeader = index < grid.headRows;
      const cantSplit = tableHeader || rowIsWhole(cells, points, this.#layout);
      return new TableRow({ tableHeader, cantSplit, children: cells.map(cell) });
    });
    return new Table({
      width: { size: twips(width), type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      // Word counts a table's indent from the text of its first cell
      indent: { size: insetX, type: WidthType.DXA },
      margins: cellMargins,
      borders: gridLines,
      rows,
    });
  }

  #cell(
    items: readonly ParagraphItem[],
    width: number,
    spans: Pick<ITableCellOptions, 'columnSpan' | 'rowSpan'> = {},
  ): TableCell {
    const filled = items.length > 0 ? items : [spacerItem(this.#layout)];
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      ...spans,
      children: wordFlow(this.#layout, filled, this.#notes),
    });
  }
}

const line = { style: BorderStyle.SINGLE, size: tableStroke * 8, color: 'auto' };
const gridLines: ITableBordersOptions = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
};

const noLine = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noLines: ITableBordersOptions = {
  top: noLine,
  bottom: noLine,
  left: noLine,
  right: noLine,
  insideHorizontal: noLine,
  insideVertical: noLine,
};

const insetX = twips(pointsOfMm(cellInsetMm));
/** A line adds to a row's height in Word, not on the preview's pages. */
const insetY = twips(pointsOfMm(cellInsetYMm) - tableStroke / 2);

const cellMargins = {
  marginUnitType: WidthType.DXA,
  top: insetY,
  bottom: insetY,
  left: insetX,
  right: insetX,
};

const noMargins = { marginUnitType: WidthType.DXA, top: 0, bottom: 0, left: 0, right: 0 };

function columnsOf({ left, right }: Layout['headColumnsMm']): readonly number[] {
  return [pointsOfMm(left), pointsOfMm(right)];
}

function borderless(points: readonly number[], rows: readonly TableRow[]): Table {
  const widths = twipsOfParts(points);
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: noMargins,
    borders: noLines,
    rows,
  });
}
