import type { Section } from '../../document/document.ts';

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
