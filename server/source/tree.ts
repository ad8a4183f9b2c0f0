import type { Nodes, Root, RootContent } from 'mdast';

/** How far nodes stand from where they were parsed: UTF-16 units and lines. */
export interface Shift {
  readonly offset: number;
  readonly line: number;
}

interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset?: number | undefined;
}

/** A copy of the node whose positions are shifted by whole lines. */
export function moved<N extends Nodes>(node: N, shift: Shift): N {
  const copy: N = { ...node };
  if (node.position) {
    copy.position = {
      start: movedPoint(node.position.start, shift),
      end: movedPoint(node.position.end, shift),
    };
  }
  if ('children' in copy) {
    copy.children = copy.children.map((child) => moved(child, shift)) as typeof copy.children;
  }
  return copy;
}

function movedPoint(point: Point, shift: Shift): { line: number; column: number; offset: number } {
  return {
    line: point.line + shift.line,
    column: point.column,
    offset: (point.offset ?? 0) + shift.offset,
  };
}

/** A part's nodes, whose positions count from the part's own start. */
export interface TreePart {
  readonly text: string;
  readonly nodes: readonly RootContent[];
}

/** One tree of parts that follow one another, with positions from the start of the file; `bom` is 1 after a mark. */
export function joinedTree(parts: readonly TreePart[], bom: number): Root {
  const children: RootContent[] = [];
  let offset = bom;
  let line = 0;
  let column = 1;
  for (const { text, nodes } of parts) {
    for (const node of nodes) children.push(moved(node, { offset, line }));
    const breaks = lineBreaks(text);
    offset += text.length;
    line += breaks;
    const lastLine = text.length - (1 + Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')));
    column = breaks > 0 ? lastLine + 1 : column + text.length;
  }
  return {
    type: 'root',
    children,
    position: {
      start: { line: 1, column: 1, offset: bom },
      end: { line: line + 1, column, offset },
    },
  };
}

/** The number of line endings: CR LF is one, CR alone another. */
export function lineBreaks(text: string): number {
  return text.match(/\r\n|\n|\r/gu)?.length ?? 0;
}
