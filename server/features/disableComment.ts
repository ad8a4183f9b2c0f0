import type { Diagnostic } from '../lint/diagnostic.ts';
import { endingOf, type Lines } from '../lint/lines.ts';
import type { Paragraph, Source } from '../source/source.ts';
import { contains, type Edit } from '../source/span.ts';

export interface Disabling {
  readonly edit: Edit;
  readonly scope: 'line' | 'file';
}

/**
 * The comment that silences a diagnostic's rule: above its line where a comment can stand there, else for the
 * whole file.
 */
export function disabling(source: Source, lines: Lines, diagnostic: Diagnostic): Disabling {
  const ending = endingOf(source.text);
  const line = lines.positionAt(diagnostic.span.start).line;
  const { start } = lines.lineSpan(line);
  const indent = /^\uFEFF?((?:[ \t]|>)*)/u.exec(lines.lineText(line))?.[1] ?? '';
  if (!canStandAbove(source, start, diagnostic)) {
    const top = source.frontMatter?.span.end ?? (source.text.startsWith('\uFEFF') ? 1 : 0);
    const newText = `<!-- vanban-disable-file ${diagnostic.rule} -->${ending}${ending}`;
    return { edit: { span: { start: top, end: top }, newText }, scope: 'file' };
  }
  const at = start === 0 && source.text.startsWith('\uFEFF') ? 1 : start;
  const newText = `${indent}<!-- vanban-disable-next-line ${diagnostic.rule} -->${ending}`;
  return { edit: { span: { start: at, end: at }, newText }, scope: 'line' };
}

/** A comment would end a table, be read as code, break YAML, or cut emphasis that runs over its place. */
function canStandAbove(source: Source, lineStart: number, { span }: Diagnostic): boolean {
  if (source.frontMatter && span.start < source.frontMatter.span.end) return false;
  const paragraph = source.paragraphs.find(({ outer }) => contains(outer, span));
  if (!paragraph) return true;
  if (paragraph.kind === 'tableRow' || paragraph.kind === 'code') return false;
  return lineStart <= paragraph.outer.start || !hasEmphasis(source, paragraph);
}

function hasEmphasis(source: Source, { outer }: Paragraph): boolean {
  return /[*_~`]/u.test(source.text.slice(outer.start, outer.end));
}
