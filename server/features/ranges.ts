import type { Range, TextEdit } from 'vscode-languageserver';
import type { Lines } from '../lint/lines.ts';
import type { Edit, Span } from '../source/span.ts';

/** The protocol's range of a span of the file. */
export function rangeOf(lines: Lines, { start, end }: Span): Range {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

/** The span of a range as the client counts it; a range outside the text is cut at its ends. */
export function spanOf(lines: Lines, range: Range): Span {
  const start = lines.offsetAt(range.start);
  return { start, end: Math.max(start, lines.offsetAt(range.end)) };
}

export function textEdit(lines: Lines, edit: Edit): TextEdit {
  return { range: rangeOf(lines, edit.span), newText: edit.newText };
}
