import type { PhrasingContent, Root, RootContent, Table, TableCell } from 'mdast';
import { span } from '../source/span.ts';
import type { ParagraphBlock, Run, TableBlock } from './block.ts';
import type { StyleName } from './layout.ts';

/** The table of the syntax tree that holds `offset`, if there is one. */
export function tableAt(root: Root, offset: number): TableBlock | undefined {
  const table = find(root.children, offset);
  return table && tableBlock(table);
}

function find(nodes: readonly RootContent[], offset: number): Table | undefined {
  for (const node of nodes) {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    if (offset < start || offset >= end) continue;
    if (node.type === 'table') return node;
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

/** What a converter leaves of an empty bold cell. */
const strayMarks = /^\*\*\s*\*\*$/u;

function cellParagraph(cell: TableCell, style: StyleName): ParagraphBlock {
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
