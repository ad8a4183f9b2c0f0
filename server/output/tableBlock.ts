import type { Html, TableCell as MarkdownCell, PhrasingContent, RootContent, Table } from 'mdast';
import { readHtmlTables, type HtmlCell, type HtmlTable } from '../source/htmlTable.ts';
import type { Source } from '../source/source.ts';
import { span } from '../source/span.ts';
import type { ParagraphBlock, Run, TableBlock, TableCell } from './block.ts';
import type { StyleName } from './layout.ts';

/** The table of the file that holds `offset`, written in Markdown or as HTML, if there is one. */
export function tableAt(source: Source, offset: number): TableBlock | undefined {
  const node = find(source.root().children, offset);
  return node?.type === 'html' ? htmlTableAt(source, node, offset) : node && tableBlock(node);
}

function find(nodes: readonly RootContent[], offset: number): Table | Html | undefined {
  for (const node of nodes) {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    if (offset < start || offset >= end) continue;
    if (node.type === 'table' || node.type === 'html') return node;
    if ('children' in node) return find(node.children, offset);
  }
  return undefined;
}

function tableBlock(table: Table): TableBlock {
  const [header, ...rows] = table.children;
  return {
    kind: 'table',
    align: (table.align ?? []).map((align) => align ?? undefined),
    header: (header?.children ?? []).map((cell) => cellParagraph(cell, 'headerCell')),
    rows: rows.map((row) => row.children.map((cell) => cellParagraph(cell, 'cell'))),
    span: span(table.position?.start.offset ?? 0, table.position?.end.offset ?? 0),
  };
}

/** Several tables may stand in one stretch of HTML: it is read once. */
const tablesByNode = new WeakMap<Html, readonly HtmlTable[]>();

function tablesOf(source: Source, node: Html): readonly HtmlTable[] {
  const known = tablesByNode.get(node);
  if (known) return known;
  const { start, end } = node.position ?? {};
  const tables = readHtmlTables(source.text.slice(start?.offset ?? 0, end?.offset ?? 0));
  tablesByNode.set(node, tables);
  return tables;
}

function htmlTableAt(source: Source, node: Html, offset: number): TableBlock | undefined {
  const start = node.position?.start.offset ?? 0;
  const table = tablesOf(source, node).find(
    ({ span: place }) => start + place.start <= offset && offset < start + place.end,
  );
  return table && htmlTableBlock(table, start);
}

/** The rows on top that a `thead` holds or that have header cells alone are the header. */
function htmlTableBlock(
  { rows, columnPercents, span: place }: HtmlTable,
  base: number,
): TableBlock {
  const shares = columnPercents.map((percent) => percent && percent / 100);
  const firstOfBody = rows.findIndex(
    ({ inHead, cells }) => !inHead && cells.some((cell) => !cell.isHeader),
  );
  const headers = firstOfBody < 0 ? 0 : firstOfBody;
  const drawn = rows.map(({ cells }, index) =>
    cells.map((cell) => htmlCell(cell, base, index < headers ? 'headerCell' : 'cell')),
  );
  return {
    kind: 'table',
    align: [],
    ...(shares.every((share) => share !== undefined) ? { shares } : {}),
    header: headers > 0 ? (drawn[0] ?? []) : [],
    headRows: Math.max(0, headers - 1),
    rows: headers > 0 ? drawn.slice(1) : drawn,
    span: span(base + place.start, base + place.end),
  };
}

function htmlCell(
  { pieces, colspan, rowspan, span: place }: HtmlCell,
  base: number,
  style: StyleName,
): TableCell {
  const runs: Run[] = [];
  for (const { text, bold, italic } of pieces) {
    const last = runs.at(-1);
    if (last && last.bold === bold && last.italic === italic) {
      runs[runs.length - 1] = { ...last, text: last.text + text };
    } else {
      runs.push({ text, bold, italic });
    }
  }
  return {
    kind: 'paragraph',
    style,
    runs: runs.map((run) => ({ ...run, text: run.text.normalize('NFC') })),
    span: span(base + place.start, base + place.end),
    ...(colspan > 1 ? { colspan } : {}),
    ...(rowspan > 1 ? { rowspan } : {}),
  };
}

/** What a converter leaves of an empty bold cell. */
const strayMarks = /^\*\*\s*\*\*$/u;

function cellParagraph(cell: MarkdownCell, style: StyleName): ParagraphBlock {
  return {
    kind: 'paragraph',
    style,
    runs: cell.children
      .flatMap((node) => phrasing(node, false, false))
      .filter((run) => !strayMarks.test(run.text)),
    span: span(cell.position?.start.offset ?? 0, cell.position?.end.offset ?? 0),
  };
}

function phrasing(node: PhrasingContent, bold: boolean, italic: boolean): readonly Run[] {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return [{ text: node.value.normalize('NFC'), bold, italic }];
    case 'break':
      return [{ text: '\n', bold, italic }];
    case 'html':
      return /^<br\s*\/?>$/iu.test(node.value) ? [{ text: '\n', bold, italic }] : [];
    case 'strong':
      return node.children.flatMap((child) => phrasing(child, true, italic));
    case 'emphasis':
      return node.children.flatMap((child) => phrasing(child, bold, true));
    default:
      return 'children' in node
        ? node.children.flatMap((child) => phrasing(child, bold, italic))
        : [];
  }
}
