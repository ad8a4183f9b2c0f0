import type { Document, Section } from '../document/document.ts';
import { lint } from '../lint/lint.ts';
import type { DocumentTypeId } from '../norms/documentTypes.ts';
import { rule, type Localized, type Rule, type Severity } from '../rules/rule.ts';
import { lower } from '../source/words.ts';

/** A section that the office asks for beyond the norm. */
export interface HouseSection {
  readonly id: string;
  readonly level: Severity;
  readonly message: Localized;
  readonly why: string;
  readonly types: readonly DocumentTypeId[] | undefined;
  /** Phrases; a section whose title holds one of them is the section. */
  readonly headings: readonly string[];
  /** Whole documents. */
  readonly bad: readonly string[];
  readonly good: readonly string[];
}

/** The rule that reports documents without the section. */
export function houseSectionRule(section: HouseSection): Rule {
  const { id, level, message, why, types, bad, good } = section;
  const headings = section.headings.map((heading) => lower(heading.normalize('NFC')));
  return rule({
    id,
    severity: level,
    fix: 'none',
    ...(types ? { types } : {}),
    norm: 'Quy định của cơ quan',
    title: message,
    why: { vi: why, en: why },
    examples: () => [
      ...bad.map((text) => ({ bad: text })),
      ...good.map((text) => ({ good: text })),
    ],
    check(document, report) {
      if (document.sections.length === 0 || hasSection(document, headings)) return;
      report({ span: document.type?.span ?? document.span, message });
    },
  });
}

/** What is wrong with the rule by its own examples; undefined where it does as they say. */
export function sectionExampleProblem(made: Rule, section: HouseSection): Localized | undefined {
  const reports = (text: string): boolean => lint(text, {}, [made]).diagnostics.length > 0;
  if (section.bad.some((text) => !reports(text))) {
    return { vi: 'không báo ví dụ bad của chính nó', en: 'does not report its own bad example' };
  }
  return section.good.some(reports)
    ? { vi: 'báo cả ví dụ good', en: 'reports its good example' }
    : undefined;
}

function hasSection({ sections }: Document, headings: readonly string[]): boolean {
  const holds = (section: Section): boolean =>
    headings.some((heading) => lower(section.title.text).includes(heading)) ||
    section.children.some(holds);
  return sections.some(holds);
}
