import {
  paragraphsOf,
  type Block,
  type ClosingBlock,
  type ParagraphBlock,
  type Run,
} from './block.ts';
import { columnWidths, isShortColumn } from './columns.ts';
import {
  addresseesMm,
  cellInsetMm,
  cellInsetYMm,
  closingColumnsMm,
  font,
  footnoteSize,
  headColumnsMm,
  headRowGap,
  linePitch,
  page,
  rules,
  signatureRoom,
  singleLine,
  styleOf,
  styles,
  tableStroke,
  type ParagraphStyle,
  type StyleName,
} from './layout.ts';
import { typstString, withWordBreaks } from './typstText.ts';

/** Typst source of the pages. The document's text stands in it as string literals alone. */
export function typstOf(blocks: readonly Block[], title: string): string {
  return `${preamble(title)}\n${flow(blocks).join('\n')}\n`;
}

function preamble(title: string): string {
  const { mm } = page;
  const numberLine = page.numberSize * singleLine;
  return [
    `#set document(title: ${typstString(title)}, date: none)`,
    `#set page(width: ${mm.width}mm, height: ${mm.height}mm, margin: (top: ${mm.top}mm, bottom: ${mm.bottom}mm, left: ${mm.left}mm, right: ${mm.right}mm), fill: none,`,
    `  header-ascent: ${mm.top - page.numberFromTopMm}mm - ${points(numberLine)},`,
    `  header: context { if counter(page).get().first() > 1 { set text(size: ${page.numberSize}pt); align(center, counter(page).display("1")) } })`,
    `#set text(font: ${typstString(font.family)}, lang: "vi", fallback: true, hyphenate: false, kerning: false, ligatures: false, overhang: false, top-edge: ${font.ascent}em, bottom-edge: -${font.descent}em, costs: (widow: 100%, orphan: 100%))`,
    `#set par(linebreaks: "simple", spacing: 0pt)`,
    `#set block(spacing: 0pt)`,
    `#show footnote.entry: it => { set text(size: ${footnoteSize}pt); set par(leading: 0pt, justify: true); it }`,
    `#let b(s) = text(weight: "bold", s)`,
    `#let i(s) = text(style: "italic", s)`,
    `#let bi(s) = text(weight: "bold", style: "italic", s)`,
    `#let ruled(share, c) = layout(size => pad(top: ${rules.gap}pt, align(center, line(length: share * measure(width: size.width, c).width, stroke: ${rules.thickness}pt))))`,
    `#let together(above, c) = block(breakable: false, width: 100%, above: above, c)`,
    ...(Object.keys(styles) as StyleName[]).map(styleFunction),
  ].join('\n');
}

/** `#let body(above, c) = …`: a paragraph of that style with so much space above it. */
function styleFunction(name: StyleName): string {
  const style = styleOf(name);
  const text = [
    `size: ${style.size}pt`,
    ...(style.bold ? ['weight: "bold"'] : []),
    ...(style.italic ? ['style: "italic"'] : []),
  ].join(', ');
  const par = [
    `leading: ${points(extraPitch(style))}`,
    `justify: ${String(style.align === 'justify')}`,
    `first-line-indent: (amount: ${style.firstLineIndentMm ?? 0}mm, all: true)`,
  ].join(', ');
  const align =
    style.align === 'center' ? 'align(center, ' : style.align === 'inherit' ? '(' : 'align(left, ';
  const sticky = style.keepWithNext ? ', sticky: true' : '';
  const inset = style.leftIndentMm ? `, inset: (left: ${style.leftIndentMm}mm)` : '';
  const content = style.boxed
    ? 'box(stroke: 0.6pt, inset: (x: 2mm, y: 1mm), c.pos().join())'
    : 'c.pos().join()';
  return `#let p-${name}(above, rule: none, ..c) = block(width: 100%, above: above, below: 0pt${sticky}${inset}, { set text(${text}); set par(${par}); ${align}par(${content})); if rule != none { ruled(rule, c.pos().join()) } })`;
}

/** What the exact pitch adds to a single line. */
function extraPitch(style: ParagraphStyle): number {
  return linePitch(style) - singleLine * style.size;
}

/** Space between the lines of two styles that follow each other. */
function gap(before: ParagraphStyle | undefined, style: ParagraphStyle): number {
  return Math.max(before?.after ?? 0, style.before ?? 0) + extraPitch(style);
}

/** The longest last paragraph that may be kept whole with the closing, in characters. */
const longestKept = 1200;

function flow(blocks: readonly Block[]): string[] {
  const written: string[] = [];
  let before: ParagraphStyle | undefined;
  blocks.forEach((block, index) => {
    const next = blocks[index + 1];
    if (block.kind === 'paragraph' && next?.kind === 'closing' && staysWith(block, next)) {
      const kept = `${code(block, before)}; ${closing(next, styleOf(block.style))}`;
      written.push(`#together(${points(gap(before, styleOf(block.style)))}, { ${kept} })`);
    } else if (block.kind !== 'closing' || !staysWith(blocks[index - 1], block)) {
      written.push(`#${code(block, before)}`);
    }
    before = styleAfter(block);
  });
  return written;
}

/** The most recipients that a page can hold below a last paragraph. */
const mostKeptWhole = 30;

function isWhole(block: ClosingBlock): boolean {
  return block.recipients.length <= mostKeptWhole;
}

/** Whether the closing is kept with the block before it, so that it never begins a page. */
function staysWith(block: Block | undefined, next: ClosingBlock): boolean {
  if (block?.kind !== 'paragraph' || !isWhole(next)) return false;
  return block.runs.reduce((length, run) => length + run.text.length, 0) <= longestKept;
}

/** The style whose space below counts after a block. */
function styleAfter(block: Block): ParagraphStyle | undefined {
  if (block.kind === 'annexBreak') return undefined;
  if (block.kind === 'table') return { ...styleOf('body') };
  const last = paragraphsOf(block).at(-1);
  if (block.kind === 'addressees') return styleOf('onlyAddressee');
  return last && { ...styleOf(last.style), ...(last.rule === undefined ? {} : { after: 12 }) };
}

function code(block: Block, before: ParagraphStyle | undefined): string {
  switch (block.kind) {
    case 'paragraph':
      return paragraphCode(block, before);
    case 'head':
      return grid(
        `${headColumnsMm.left}mm, ${headColumnsMm.right}mm`,
        headRowGap,
        block.rows.flatMap((row) => [cell(row.left), cell(row.right)]),
      );
    case 'addressees':
      return addressees(block);
    case 'table':
      return table(block, before);
    case 'closing':
      return closing(block, before);
    case 'annexBreak':
      // set before the break: the header of the new page is made before what stands on it
      return '{ counter(page).update(0); pagebreak() }';
  }
}

function paragraphCode(block: ParagraphBlock, before: ParagraphStyle | undefined): string {
  const style = styleOf(block.style);
  const runs = block.runs.map((run) => runCode(run, style)).join(', ');
  const rule = block.rule === undefined ? '' : `rule: ${block.rule}, `;
  return `p-${block.style}(${points(gap(before, style))}, ${rule}${runs || '""'})`;
}

function runCode(run: Run, style: ParagraphStyle): string {
  const text = style.caps ? run.text.toLocaleUpperCase('vi') : run.text;
  const call = run.bold ? (run.italic ? 'bi' : 'b') : run.italic ? 'i' : 'text';
  const lines = text.split('\n').map((line) => `${call}(${literal(line)})`);
  const note = run.note === undefined ? '' : `, footnote(text(${literal(run.note)}))`;
  return lines.join(', linebreak(), ') + note;
}

function literal(text: string): string {
  return typstString(withWordBreaks(text));
}

function cell(paragraphs: readonly ParagraphBlock[]): string {
  let before: ParagraphStyle | undefined;
  const written = paragraphs.map((each) => {
    const one = paragraphCode(each, before);
    before = styleOf(each.style);
    return one;
  });
  return `{ ${written.join('; ')} }`;
}

function grid(columns: string, rowGap: number, cells: readonly string[]): string {
  return `grid(columns: (${columns}), column-gutter: 0pt, row-gutter: ${points(rowGap)}, ${cells.join(', ')})`;
}

function closing(block: ClosingBlock, before: ParagraphStyle | undefined): string {
  const name = block.name ? `; v(${signatureRoom}pt); ${paragraphCode(block.name, undefined)}` : '';
  const columns = `${closingColumnsMm.left}mm, ${closingColumnsMm.right}mm`;
  const cells = [cell(block.recipients), `{ ${cell(block.signature)}${name} }`];
  const space = points(Math.max(before?.after ?? 0, 12));
  return `block(above: ${space}, breakable: ${String(!isWhole(block))}, width: 100%, ${grid(columns, 0, cells)})`;
}

function addressees({ label, items }: Extract<Block, { kind: 'addressees' }>): string {
  const { before } = styleOf('onlyAddressee');
  const at = (mm: number, content: string): string => `pad(left: ${mm}mm, ${content})`;
  const list = [at(addresseesMm.label, cell([label])), at(addresseesMm.list, cell(items))].join(
    '; ',
  );
  return `block(above: ${points(before ?? 0)}, width: 100%, { ${list} })`;
}

function table(
  block: Extract<Block, { kind: 'table' }>,
  before: ParagraphStyle | undefined,
): string {
  const widths = columnWidths(block);
  const aligns = widths.map(
    (_, column) => block.align[column] ?? (isShortColumn(block, column) ? 'center' : 'left'),
  );
  const row = (cells: readonly ParagraphBlock[]): string =>
    widths
      .map((_, column) => {
        const one = cells[column];
        if (!one) return '[]';
        const code = paragraphCode(one, undefined);
        return one.style === 'cell'
          ? `table.cell(align: ${aligns[column] ?? 'left'}, ${code})`
          : code;
      })
      .join(', ');
  const parts = [
    `columns: (${widths.map((width) => `${points(width)},`).join(' ')})`,
    `stroke: ${tableStroke}pt`,
    `inset: (x: ${cellInsetMm}mm, y: ${cellInsetYMm}mm)`,
    `table.header(${row(block.header)})`,
    ...block.rows.map(row),
  ];
  const space = points(Math.max(before?.after ?? 0, 6));
  return `block(above: ${space}, width: 100%, table(${parts.join(', ')}))`;
}

function points(value: number): string {
  return `${Number(value.toFixed(4))}pt`;
}
