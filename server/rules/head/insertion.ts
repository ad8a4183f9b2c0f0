import type { Document } from '../../document/document.ts';
import type { FrontMatterEntry } from '../../document/frontMatter.ts';
import { frontMatterFields } from '../../document/frontMatterFields.ts';
import { fold } from '../../document/letterCase.ts';
import type { Paragraph } from '../../source/source.ts';
import { span, type Edit, type Span } from '../../source/span.ts';

/** The line ending that the file uses. */
function lineEnding(document: Document): string {
  return document.source.text.includes('\r\n') ? '\r\n' : '\n';
}

/** Writes whole lines above the document's first one, each a paragraph of its own; a `\n` in one breaks it. */
export function insertOnTop(document: Document, lines: readonly string[]): Edit {
  const eol = lineEnding(document);
  const first = document.paragraphs[0];
  const at = first ? first.outer.start : document.span.end;
  return {
    span: span(at, at),
    newText: lines.map((line) => broken(line, eol) + eol + eol).join(''),
  };
}

/**
 * Writes whole lines under the component at `above`: paragraphs of their own, or lines of its paragraph where
 * that goes on below it (marks are left out there, since the paragraph's own go on too).
 */
export function insertBelow(document: Document, above: Span, lines: readonly string[]): Edit {
  const eol = lineEnding(document);
  const paragraph = paragraphAt(document, above.end);
  if (!paragraph) return insertOnTop(document, lines);
  if (paragraph.lines.some((line) => line.span.start > above.end)) {
    const { text } = document.source;
    const lineEnd = endOfLine(text, above.end);
    const hardBreak = / {2,}$|\\$/u.exec(text.slice(above.end, lineEnd))?.[0] ?? '';
    return {
      span: span(lineEnd, lineEnd),
      newText: lines
        .flatMap((line) => withoutMarks(line).split('\n'))
        .map((line) => eol + line + hardBreak)
        .join(''),
    };
  }
  const at = lastOfTable(document, paragraph).outer.end;
  return {
    span: span(at, at),
    newText: lines.map((line) => eol + eol + broken(line, eol)).join(''),
  };
}

function paragraphAt(document: Document, offset: number): Paragraph | undefined {
  return document.paragraphs.find(
    ({ outer }) => outer.start <= offset && offset <= outer.end && outer.start < outer.end,
  );
}

/** A paragraph between the rows of a table would end it. */
function lastOfTable(document: Document, paragraph: Paragraph): Paragraph {
  if (paragraph.kind !== 'tableRow') return paragraph;
  let last = paragraph;
  for (const next of document.paragraphs.slice(document.paragraphs.indexOf(paragraph) + 1)) {
    if (next.kind !== 'tableRow') break;
    last = next;
  }
  return last;
}

function endOfLine(text: string, from: number): number {
  const end = text.slice(from).search(/\r\n|\n|\r/u);
  return end < 0 ? text.length : from + end;
}

function withoutMarks(line: string): string {
  return line.replace(/^(\*{1,3})(.*)\1$/su, '$2');
}

/** The line with the file's own line ending where it breaks. */
function broken(line: string, eol: string): string {
  return line.replaceAll('\n', eol);
}

/**
 * Writes `key: value` into the front matter, under the last of the fields in `below` that is there; undefined
 * where the document has no front matter of its own.
 */
export function insertField(
  document: Document,
  field: string,
  value: string,
  below: readonly string[],
): Edit | undefined {
  const key = frontMatterFields.find((each) => each.field === field)?.keys[0];
  const entries = document.frontMatter?.entries ?? [];
  const above = entries.filter((entry) => below.includes(entry.field ?? '')).at(-1) ?? entries[0];
  if (key === undefined || !above) return undefined;
  const at = endOfLine(document.source.text, Math.max(above.keySpan.end, above.valueSpan.end));
  const name = writtenInAscii(entries) ? fold(key).replaceAll(' ', wordJoint(entries)) : key;
  const line = value === '' ? `${name}:` : `${name}: ${value}`;
  return { span: span(at, at), newText: lineEnding(document) + line };
}

function writtenInAscii(entries: readonly FrontMatterEntry[]): boolean {
  return entries.every(({ key }) => /^[\x20-\x7e]*$/u.test(key));
}

function wordJoint(entries: readonly FrontMatterEntry[]): string {
  return (
    entries.map(({ key }) => /[-_]/u.exec(key)?.[0]).find((joint) => joint !== undefined) ?? ' '
  );
}
