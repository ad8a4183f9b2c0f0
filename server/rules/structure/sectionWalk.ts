import type { Document, Section } from '../../document/document.ts';
import type { Line } from '../../source/source.ts';

/** The sections with all below them, in the order of the text. */
export function allSections(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap((section) => [section, ...allSections(section.children)]);
}

/** Each group of siblings of the tree. */
export function siblingGroups(sections: readonly Section[]): readonly (readonly Section[])[] {
  return [sections, ...sections.flatMap((section) => siblingGroups(section.children))].filter(
    (group) => group.length > 0,
  );
}

/** Whether it is set as a heading, not a numbered sentence or item of a list. */
export function isHeadingLike(section: Section): boolean {
  return section.form !== 'plain' && section.numbering.kind !== 'letter';
}

/** The index in the document's lines of the first that starts at `offset` or later; their number when none does. */
export function lineIndexAt(document: Document, offset: number): number {
  let low = 0;
  let high = document.lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((document.lines[middle]?.span.start ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The line that the section's heading begins on. */
export function headingLine(document: Document, section: Section): Line | undefined {
  return document.lines[lineIndexAt(document, section.heading.start)];
}
