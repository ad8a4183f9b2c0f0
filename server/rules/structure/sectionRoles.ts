import type { Document, Section } from '../../document/document.ts';
import { lower } from '../../source/words.ts';
import { documentType, type SectionRequirement } from '../../norms/documentTypes.ts';

/** The sections that the document's type must or should have; none for an unknown type, fewer for a short text. */
export function requirementsOf(
  document: Document,
  level: SectionRequirement['level'],
): readonly SectionRequirement[] {
  if (!document.type) return [];
  const count = mainSections(document).length;
  return documentType(document.type.id).sections.filter(
    (each) => each.level === level && count >= (each.fromSections ?? 0),
  );
}

/** Whether the section's title names what is required. */
export function meets(section: Section, requirement: SectionRequirement): boolean {
  const title = lower(section.title.text);
  return requirement.headings.some((heading) => title.includes(heading));
}

/** Whether the title begins with what is required, in words that have their place in the order of sections. */
export function leads(section: Section, requirement: SectionRequirement): boolean {
  const title = lower(section.title.text);
  return requirement.headings.some(
    (heading) => title.startsWith(heading) && !(requirement.anywhere ?? []).includes(heading),
  );
}

/** Whether a section or, in its stead, words of the body give what is asked for. */
export function isTold(document: Document, requirement: SectionRequirement): boolean {
  if (findSection(document, requirement)) return true;
  const phrases = requirement.bodyPhrases ?? [];
  return document.body.some((line) => {
    const text = lower(line.text);
    return phrases.some((phrase) => text.includes(phrase));
  });
}

/** The document's main sections: those of the outermost level that hold more than one heading's worth. */
export function mainSections(document: Document): readonly Section[] {
  const [only, ...others] = document.sections;
  const wraps = only && others.length === 0 && only.numbering.kind !== 'roman';
  return wraps && only.children.length > 1 ? only.children : document.sections;
}

/**
 * The section that meets the requirement, on the two outermost levels. The content of a plan has no fixed title:
 * whatever main section is none of the others is content.
 */
export function findSection(
  document: Document,
  requirement: SectionRequirement,
): Section | undefined {
  const main = mainSections(document);
  const named =
    main.find((section) => meets(section, requirement)) ??
    main.flatMap((section) => section.children).find((section) => meets(section, requirement));
  if (named || requirement.id !== 'content') return named;
  const others = requirementsOf(document, 'required').filter((each) => each !== requirement);
  const extra = requirementsOf(document, 'recommended');
  return main.find((section) => ![...others, ...extra].some((each) => meets(section, each)));
}
