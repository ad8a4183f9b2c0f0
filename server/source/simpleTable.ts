import type { AlignType, Table, TableCell, TableRow } from 'mdast';
import type { SimpleLines } from './simpleLines.ts';
import { simplePhrasing } from './simplePhrasing.ts';

const backslash = 92;
const pipe = 124;
const space = 32;

const delimiterRow = /^\|(?: *:?-+:? *\|)+ *$/u;

/** A table whose rows all begin with a bar, in the lines before `last`; undefined where it is none or odd. */
export function simpleTable(lines: SimpleLines, first: number, last: number): Table | undefined {
  const delimiters = lines.text.slice(lines.content(first + 1), lines.end(first + 1));
  if (!delimiterRow.test(delimiters)) return undefined;
  const align = delimiters.trimEnd().slice(1, -1).split('|').map(alignOf);
  const head = rowAt(lines, first);
  if (head?.children.length !== align.length) return undefined;
  const children = [head];
  for (let line = first + 2; line < last; line += 1) {
    const row = rowAt(lines, line);
    if (!row) return undefined;
    children.push(row);
  }
  const position = {
    start: lines.point(first, lines.content(first)),
    end: lines.point(last - 1, lines.end(last - 1)),
  };
  return { type: 'table', align, children, position };
}

function alignOf(delimiter: string): AlignType {
  const marks = delimiter.trim();
  if (marks.endsWith(':')) return marks.startsWith(':') ? 'center' : 'right';
  return marks.startsWith(':') ? 'left' : null;
}

function rowAt(lines: SimpleLines, line: number): TableRow | undefined {
  const { text } = lines;
  const end = lines.end(line);
  const bars = barsIn(text, lines.content(line), end);
  if (bars?.[0] !== lines.content(line)) return undefined;
  const children: TableCell[] = [];
  for (const [index, bar] of bars.entries()) {
    const isLast = index === bars.length - 1;
    let from = bar + 1;
    let to = isLast ? end : (bars[index + 1] ?? end);
    while (from < to && text.charCodeAt(from) === space) from += 1;
    while (to > from && text.charCodeAt(to - 1) === space) to -= 1;
    // nothing but blanks after the last bar is no cell, which the one before it then ends
    if (isLast && from === to && bars.length > 1) break;
    const closing = bars[index + 1];
    const isLastCell =
      closing === undefined || (index === bars.length - 2 && isBlank(text, closing + 1, end));
    const content = from === to ? [] : simplePhrasing(lines, { first: line, from, last: line, to });
    if (!content) return undefined;
    const position = {
      start: lines.point(line, bar),
      end: lines.point(line, isLastCell ? end : closing),
    };
    children.push({ type: 'tableCell', children: content, position });
  }
  const position = { start: lines.point(line, lines.content(line)), end: lines.point(line, end) };
  return { type: 'tableRow', children, position };
}

/** Where the bars of a row stand; undefined where one is escaped. */
function barsIn(text: string, from: number, to: number): readonly number[] | undefined {
  const bars: number[] = [];
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === pipe) bars.push(at);
    else if (code === backslash) {
      const next = text.charCodeAt(at + 1);
      if (next === pipe) return undefined;
      if (next === backslash) at += 1;
    }
  }
  return bars;
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) !== space) return false;
  return true;
}
