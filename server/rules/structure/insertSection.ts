import type { Document, Section } from '../../document/document.ts';
import { isCapitals } from '../../document/letterCase.ts';
import { formatRoman } from '../../document/romanNumerals.ts';
import type { SectionRequirement } from '../../norms/documentTypes.ts';
import { span, type Edit } from '../../source/span.ts';
import { lower } from '../../source/words.ts';
import type { Fix } from '../rule.ts';
import { mainSections } from './sectionRoles.ts';

/**
 * The fix that puts a required section before the main section at `index`, or after the last one; the later ones
 * move up. None for what is told in lines, and none where the main series is one that a numbered section would stand under, not in.
 */
export function insertSection(
  document: Document,
  index: number,
  requirement: SectionRequirement,
): readonly Fix[] {
  const { title, firstLine, form } = requirement;
  if (form === 'line' || !takesSections(mainSections(document))) return [];
  return [
    {
      title: { vi: `Thêm phần “${title}”`, en: `Add the section “${title}”` },
      // a blank is for a person to fill in: saving must not leave one behind
      safe: !firstLine.includes('…'),
      edits: sectionEdits(document, index, title, firstLine),
    },
  ];
}

/**
 * Whether the main sections are one series of Roman or of Arabic numbers, headings without number among the former,
 * and no heading below them is as high in Markdown, for a new one would stand under it.
 */
function takesSections(main: readonly Section[]): boolean {
  if (main.some(({ children, depth }) => children.some((child) => isAsHigh(child, depth)))) {
    return false;
  }
  const kinds = main.map(({ numbering }) => numbering.kind);
  return (
    kinds.every((kind) => kind === 'roman' || kind === 'none') ||
    kinds.every((kind) => kind === 'arabic')
  );
}

function isAsHigh(section: Section, depth: number): boolean {
  return (
    (section.form === 'heading' && section.depth <= depth) ||
    section.children.some((child) => isAsHigh(child, depth))
  );
}

function sectionEdits(
  document: Document,
  index: number,
  title: string,
  firstLine: string,
): readonly Edit[] {
  const main = mainSections(document);
  const before = main[index - 1];
  const after = main[index];
  const value = (before ? before.numbering.value : 0) + 1;
  const text = (line: string): string => `${headingText(main, value, title)}\n\n${line}`;
  const renumbered = renumberFrom(document, main.slice(index), value + 1);
  if (after) {
    const at = blockStart(document, after);
    const [next, ...others] = renumbered;
    // a plain heading begins with its number: there the new section and the new number are one edit
    return next?.span.start === at
      ? [{ span: next.span, newText: `${text(firstLine)}\n\n${next.newText}` }, ...others]
      : [{ span: span(at, at), newText: `${text(firstLine)}\n\n` }, ...renumbered];
  }
  return atEnd(document, text, firstLine);
}

/** A heading in the form that the document's other main sections have. */
function headingText(main: readonly Section[], value: number, title: string): string {
  const model = main.find((section) => section.numbering.kind === 'roman') ?? main[0];
  const label = model?.numbering.kind === 'arabic' ? String(value) : formatRoman(value);
  const isCapital = model === undefined || isCapitals(model.title.text);
  const words = isCapital ? title : title.charAt(0) + lower(title.slice(1));
  const line = model?.numbering.kind === 'none' ? words : `${label}. ${words}`;
  if (model?.form === 'heading') return `${'#'.repeat(model.depth)} ${line}`;
  return model?.form === 'plain' ? line : `**${line}**`;
}

/** Moves the numbers of the following sections up until they fit again. */
function renumberFrom(
  document: Document,
  sections: readonly Section[],
  first: number,
): readonly Edit[] {
  const edits: Edit[] = [];
  let expected = first;
  for (const { numbering } of sections) {
    if (numbering.kind !== 'roman' && numbering.kind !== 'arabic') continue;
    if (numbering.value >= expected) break;
    const label = numbering.kind === 'roman' ? formatRoman(expected) : String(expected);
    const { start } = numbering.span;
    if (document.source.text.startsWith(numbering.label, start)) {
      edits.push({ span: span(start, start + numbering.label.length), newText: label });
    }
    expected += 1;
  }
  return edits;
}

/** Before the paragraph that closes the plan (`Trên đây là …`), or at the body's end, where `./.` moves along. */
function atEnd(
  document: Document,
  text: (line: string) => string,
  firstLine: string,
): readonly Edit[] {
  const last = document.body.at(-1);
  if (!last) {
    const at = document.lines.at(-1)?.paragraph.outer.end ?? document.span.end;
    return [{ span: span(at, at), newText: `\n\n${text(firstLine)}` }];
  }
  if (/^Trên đây là\s/u.test(last.paragraph.text)) {
    const at = last.paragraph.outer.start;
    return [{ span: span(at, at), newText: `${text(firstLine)}\n\n` }];
  }
  const end = last.paragraph.outer.end;
  const mark = document.endingMark;
  const isLast = mark?.text === './.' && mark.span.end <= end && mark.span.start >= last.span.start;
  if (!mark || !isLast) return [{ span: span(end, end), newText: `\n\n${text(firstLine)}` }];
  const tail = document.source.text.slice(mark.span.end, end);
  return [
    {
      span: span(mark.span.start, end),
      newText: `.${tail}\n\n${text(firstLine.replace(/\.$/u, ''))}./.`,
    },
  ];
}

function blockStart(document: Document, section: Section): number {
  const line = document.lines.find(({ span: place }) => place.start === section.heading.start);
  return line && line.paragraph.lines[0] === line
    ? line.paragraph.outer.start
    : section.heading.start;
}
