import { perText } from '../../source/memory.ts';
import type { Line, Paragraph } from '../../source/source.ts';
import type { Document, Section } from '../../document/document.ts';
import { leadOf } from '../../document/legalBases.ts';
import { lower } from '../../source/words.ts';
import { documentType, documentTypes, type SectionRequirement } from '../../norms/documentTypes.ts';
import type { PartName } from '../rule.ts';

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
    const said = phrasesIn(line);
    return phrases.some((phrase) => said.includes(phrase));
  });
}

const bodyPhrases: readonly string[] = [
  ...new Set(
    documentTypes.flatMap(({ sections }) => sections.flatMap((each) => each.bodyPhrases ?? [])),
  ),
];

const none: readonly string[] = [];

/** The words in a line that may stand for a section of some type. */
const phrasesIn = perText((line: Line): readonly string[] => {
  const text = lower(line.text);
  const said = bodyPhrases.filter((phrase) => text.includes(phrase));
  return said.length === 0 ? none : said;
});

/** The sections of its type that a document may lack, but for what the line tells. */
export function toldIn(line: Line, { type }: Document): readonly string[] {
  const said = phrasesIn(line);
  if (said.length === 0 || !type) return none;
  return documentType(type.id)
    .sections.filter(({ bodyPhrases = [] }) => bodyPhrases.some((phrase) => said.includes(phrase)))
    .map(({ id }) => id);
}

/** Whether the lines of a paragraph begin as grounds do. */
export function leadFacts({ lines }: Paragraph): readonly unknown[] {
  return lines.map(({ text }) => leadOf(text) !== undefined);
}

/** The components that tell whether a document lacks a section, and where one would go. */
export const toldParts: readonly PartName[] = [
  ...(['type', 'issuer', 'placeAndDate', 'endingMark'] as const),
  ...(['legalBases', 'signature', 'recipients'] as const),
];

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
