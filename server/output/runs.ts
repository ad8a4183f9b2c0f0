import type { Nodes, Root } from 'mdast';
import type { Line, Source } from '../source/source.ts';
import type { Run } from './block.ts';

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: 'strong' | 'emphasis';
}

const marksBySource = new WeakMap<Source, readonly Mark[]>();

/** The bold and italic stretches of `line.text.slice(from, to)`; together they are that text. */
export function runsOf(
  source: Source,
  line: Line,
  from = 0,
  to = line.text.length,
): readonly Run[] {
  const bold = stretches(source, line, 'strong');
  const italic = stretches(source, line, 'emphasis');
  if (line.boldLength > 0) bold.push([0, line.boldLength]);
  if (line.italic) italic.push([0, line.text.length]);
  const cuts = new Set([from, to]);
  for (const [start, end] of [...bold, ...italic]) {
    for (const cut of [start, end]) if (cut > from && cut < to) cuts.add(cut);
  }
  const ordered = [...cuts].sort((a, b) => a - b);
  return ordered.slice(0, -1).map((start, index) => ({
    text: line.text.slice(start, ordered[index + 1]),
    bold: bold.some(([first, end]) => first <= start && start < end),
    italic: italic.some(([first, end]) => first <= start && start < end),
  }));
}

function stretches(source: Source, line: Line, kind: Mark['kind']): [number, number][] {
  const marks = marksOf(source);
  const { end } = line.span;
  const found: [number, number][] = [];
  for (let index = firstFrom(marks, line.paragraph.outer.start); index < marks.length; index += 1) {
    const mark = marks[index];
    if (!mark || mark.start >= end) break;
    if (mark.kind !== kind || mark.end <= line.span.start) continue;
    found.push([textOffset(line, mark.start), textOffset(line, mark.end)]);
  }
  return found;
}

/** The offset in the line's text of what stands at `offset` in the file, or of what comes next. */
export function textOffset(line: Line, offset: number): number {
  let low = 0;
  let high = line.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (line.spanOf(middle, middle + 1).start >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function marksOf(source: Source): readonly Mark[] {
  const known = marksBySource.get(source);
  if (known) return known;
  const marks = collect(source.root());
  marksBySource.set(source, marks);
  return marks;
}

function collect(root: Root): readonly Mark[] {
  const marks: Mark[] = [];
  const open: Nodes[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (
      (node.type === 'strong' || node.type === 'emphasis') &&
      start !== undefined &&
      end !== undefined
    ) {
      marks.push({ start, end, kind: node.type });
    }
    if ('children' in node) open.push(...node.children);
  }
  return marks.sort((a, b) => a.start - b.start);
}

function firstFrom(marks: readonly Mark[], start: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
