import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver';
import type { Document, Section } from '../document/document.ts';
import type { Lines } from '../lint/lines.ts';
import type { Span } from '../source/span.ts';

/** What can be folded: front matter, each document of several, sections, legal bases, recipients, annexes. */
export function foldingRanges(documents: readonly Document[], lines: Lines): FoldingRange[] {
  const frontMatter = documents[0]?.source.frontMatter;
  const spans: Span[] = [];
  for (const document of documents) {
    if (documents.length > 1) spans.push(document.span);
    const firstBasis = document.legalBases[0];
    const lastBasis = document.legalBases.at(-1);
    if (firstBasis && lastBasis) {
      spans.push({ start: firstBasis.span.start, end: lastBasis.span.end });
    }
    spans.push(...document.sections.flatMap(sectionSpans));
    if (document.recipients) spans.push(document.recipients.span);
    spans.push(...document.annexes.map((annex) => annex.span));
  }
  const folds = spans.flatMap((span) => fold(span, lines));
  if (frontMatter) {
    folds.push(
      ...fold(frontMatter.span, lines).map((range) => ({
        ...range,
        kind: FoldingRangeKind.Region,
      })),
    );
  }
  return folds.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

function sectionSpans(section: Section): readonly Span[] {
  return [section.span, ...section.children.flatMap(sectionSpans)];
}

/** The span's whole lines without the blank ones at its end; nothing when that is a single line. */
function fold({ start, end }: Span, lines: Lines): readonly FoldingRange[] {
  const startLine = lines.positionAt(start).line;
  const last = lines.positionAt(end);
  let endLine = last.character === 0 && last.line > startLine ? last.line - 1 : last.line;
  while (endLine > startLine && lines.lineText(endLine).trim() === '') endLine -= 1;
  return endLine > startLine ? [{ startLine, endLine }] : [];
}
