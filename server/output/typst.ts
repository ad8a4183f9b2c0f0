import type { Block, ClosingBlock, ImageBlock, ParagraphBlock, Picture } from './block.ts';
import { columnWidths, isShortColumn, rowIsWhole, runsWithin } from './columns.ts';
import type { DocumentProperties } from './documentProperties.ts';
import { imageSize } from './imageSize.ts';
import {
  addresseesMm,
  cellInsetMm,
  cellInsetYMm,
  headRowGap,
  pointsOfMm,
  signatureRoom,
  tableStroke,
  textWidthMm,
  type Layout,
  type Orientation,
  type ParagraphStyle,
} from './layout.ts';
import { isWhole, leastAbove, spaceBetween, staysWith, styleAfter } from './spacing.ts';
import { gridOf, type PlacedCell } from './tableGrid.ts';
import { ParagraphWriter } from './typstParagraph.ts';
import { typstPreamble } from './typstPreamble.ts';
import { points, typstString } from './typstText.ts';

/**
 * Typst source of the pages. The document's text stands in it as string literals alone, pictures as the files
 * that `pictureFile` names. `tagged`: for a drawing that tells whose text it draws (`ParagraphWriter`).
 */
export function typstOf(
  blocks: readonly Block[],
  properties: DocumentProperties,
  layout: Layout,
  { tagged = false }: { readonly tagged?: boolean } = {},
): string {
  const paragraphs = new ParagraphWriter(layout, tagged ? blocks : undefined);
  const contact = blocks.find((block) => block.kind === 'contactLine');
  const flow = new FlowWriter(paragraphs).write(blocks);
  return `${typstPreamble(paragraphs, properties, contact)}\n${flow.join('\n')}\n`;
}

/** The file that Typst finds a picture under. */
export function pictureFile({ hash }: Picture): string {
  return `/pictures/${hash}`;
}

/** What office programs round off a cell's text, in points: a line that just fits there fits here too. */
const roundedAway = 0.03;

class FlowWriter {
  readonly #paragraphs: ParagraphWriter;
  readonly #layout: Layout;
  #orientation: Orientation = 'portrait';

  constructor(paragraphs: ParagraphWriter) {
    this.#paragraphs = paragraphs;
    this.#layout = paragraphs.layout;
  }

  write(blocks: readonly Block[]): readonly string[] {
    const written: string[] = [];
    let before: ParagraphStyle | undefined;
    blocks.forEach((block, index) => {
      const next = blocks[index + 1];
      if (block.kind === 'paragraph' && next?.kind === 'closing' && staysWith(block, next)) {
        const style = this.#layout.styles[block.style];
        const kept = `${this.#code(block, before)}; ${this.#closing(next, style)}`;
        const above = spaceBetween(before, style);
        written.push(`#together(${points(above)}, { ${kept} })`);
      } else if (block.kind !== 'closing' || !staysWith(blocks[index - 1], block)) {
        const code = this.#code(block, before);
        if (code !== '') written.push(`#${code}`);
      }
      before = styleAfter(this.#layout, block);
    });
    return written;
  }

  get #width(): number {
    return pointsOfMm(textWidthMm(this.#layout, this.#orientation));
  }

  #code(block: Block, before: ParagraphStyle | undefined): string {
    switch (block.kind) {
      case 'paragraph':
        return this.#paragraphs.one(block, before);
      case 'head': {
        const { left, right } = this.#layout.headColumnsMm;
        const cells = block.rows.flatMap((row) => [
          this.#paragraphs.stack(row.left),
          this.#paragraphs.stack(row.right),
        ]);
        return grid(`${left}mm, ${right}mm`, headRowGap, cells);
      }
      case 'addressees':
        return this.#addressees(block);
      case 'table':
        return this.#table(block, before);
      case 'closing':
        return this.#closing(block, before);
      case 'image':
        return this.#image(block, before);
      case 'annexBreak':
        // set before the break: the header of the new page is made before what stands on it
        this.#orientation = block.orientation;
        return `counter(page).update(0)\n#set page(flipped: ${String(block.orientation === 'landscape')})\n#pagebreak(weak: true)`;
      case 'orientationBreak':
        this.#orientation = block.orientation;
        return `set page(flipped: ${String(block.orientation === 'landscape')})`;
      case 'contactLine':
        return '';
    }
  }

  #closing(block: ClosingBlock, before: ParagraphStyle | undefined): string {
    const layout = this.#layout;
    const name = block.name
      ? `; v(${signatureRoom}pt); ${this.#paragraphs.one(block.name, undefined)}`
      : '';
    const { left, right } = layout.closingColumnsMm;
    const cells = [
      this.#paragraphs.stack(block.recipients),
      `{ ${this.#paragraphs.stack(block.signature)}${name} }`,
    ];
    const space = points(Math.max(before?.after ?? 0, leastAbove.closing));
    return `block(above: ${space}, breakable: ${String(!isWhole(block))}, width: 100%, ${grid(`${left}mm, ${right}mm`, 0, cells)})`;
  }

  #addressees({ label, items }: Extract<Block, { kind: 'addressees' }>): string {
    const { before } = this.#layout.styles.onlyAddressee;
    const at = (mm: number, paragraphs: readonly ParagraphBlock[]): string =>
      `pad(left: ${mm}mm, ${this.#paragraphs.stack(paragraphs)})`;
    const list = [at(addresseesMm.label, [label]), at(addresseesMm.list, items)].join('; ');
    return `block(above: ${points(before ?? 0)}, width: 100%, { ${list} })`;
  }

  #table(block: Extract<Block, { kind: 'table' }>, before: ParagraphStyle | undefined): string {
    const grid = gridOf(block);
    const widths = columnWidths(block, this.#layout, this.#width);
    const aligns = widths.map(
      (_, column) => block.align[column] ?? (isShortColumn(grid, column) ? 'center' : 'left'),
    );
    const rows = grid.rows.map((row) => {
      const whole = rowIsWhole(row, widths, this.#layout);
      return row.map((cell) => this.#cell(cell, widths, aligns, whole));
    });
    const head = rows.slice(0, grid.headRows).flat();
    const parts = [
      `columns: (${widths.map((width) => `${points(width)},`).join(' ')})`,
      `stroke: ${tableStroke}pt`,
      `inset: (x: ${points(pointsOfMm(cellInsetMm) - roundedAway)}, y: ${points(pointsOfMm(cellInsetYMm))})`,
      ...(head.length > 0 ? [`table.header(${head.join(', ')})`] : []),
      ...rows.slice(grid.headRows).flat(),
    ];
    const space = points(Math.max(before?.after ?? 0, leastAbove.table));
    return `block(above: ${space}, width: 100%, table(${parts.join(', ')}))`;
  }

  #cell(
    { cell, column, colspan, rowspan }: PlacedCell,
    widths: readonly number[],
    aligns: readonly ('left' | 'center' | 'right')[],
    whole: boolean,
  ): string {
    if (!cell) return '[]';
    const across = widths.slice(column, column + colspan).reduce((sum, each) => sum + each, 0);
    const runs = runsWithin(cell, across, this.#layout);
    const code = this.#paragraphs.one(cell, undefined, runs);
    const align = colspan > 1 ? 'left' : (aligns[column] ?? 'left');
    const options = [
      ...(cell.style === 'cell' ? [`align: ${align}`] : []),
      ...(whole ? ['breakable: false'] : []),
      ...(colspan > 1 ? [`colspan: ${colspan}`] : []),
      ...(rowspan > 1 ? [`rowspan: ${rowspan}`] : []),
    ];
    return options.length > 0 ? `table.cell(${options.join(', ')}, ${code})` : code;
  }

  #image({ picture, alt }: ImageBlock, before: ParagraphStyle | undefined): string {
    if (!picture) return '';
    const { width, height } = imageSize(this.#layout, this.#orientation, picture);
    const space = points(Math.max(before?.after ?? 0, leastAbove.image));
    const drawn = `image(${typstString(pictureFile(picture))}, width: ${points(width)}, height: ${points(height)}, alt: ${typstString(alt)})`;
    return `block(above: ${space}, below: 0pt, width: 100%, breakable: false, align(center, ${drawn}))`;
  }
}

function grid(columns: string, rowGap: number, cells: readonly string[]): string {
  return `grid(columns: (${columns}), column-gutter: 0pt, row-gutter: ${points(rowGap)}, ${cells.join(', ')})`;
}
