import type { Line, Paragraph } from '../source/source.ts';
import { span, type Span } from '../source/span.ts';
import type { Part } from './document.ts';

/** The part of a line between two offsets of its visible text, without the blanks at its ends. */
export function partOf(line: Line, from = 0, to = line.text.length): Part {
  const { start, end } = withoutBlanks(line.text, from, to);
  return { text: line.text.slice(start, end), span: line.spanOf(start, end) };
}

/** The offsets between two of a text without the blanks at its ends. */
export function withoutBlanks(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return { start, end };
}

/** One part over several, their texts joined by a space; undefined for none. */
export function joinParts(parts: readonly Part[]): Part | undefined {
  const first = parts[0];
  const last = parts.at(-1);
  if (!first || !last) return undefined;
  return {
    text: parts.map((part) => part.text).join(' '),
    span: span(first.span.start, last.span.end),
  };
}

/** The paragraphs of lines that follow one another. */
export function paragraphsOf(lines: readonly Line[]): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const { paragraph } of lines) {
    if (paragraph !== paragraphs.at(-1)) paragraphs.push(paragraph);
  }
  return paragraphs;
}

/** From the first line's start to the last line's end; undefined for no lines. */
export function linesSpan(lines: readonly Line[]): Span | undefined {
  const first = lines[0];
  const last = lines.at(-1);
  return first && last ? span(first.span.start, last.span.end) : undefined;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0;
}
