import type { Rule } from '../rule.ts';
import crossReference from './cross-reference.ts';
import recommendedSection from './recommended-section.ts';
import requiredSection from './required-section.ts';
import sectionEmpty from './section-empty.ts';
import sectionLevel from './section-level.ts';
import sectionNumberingStyle from './section-numbering-style.ts';
import sectionNumbering from './section-numbering.ts';
import sectionOrder from './section-order.ts';
import sectionTitleCase from './section-title-case.ts';

/** The rules of the layout of the body, in the order of the catalogue. */
export const structure: readonly Rule[] = [
  requiredSection,
  recommendedSection,
  sectionOrder,
  sectionEmpty,
  sectionNumbering,
  sectionNumberingStyle,
  sectionLevel,
  sectionTitleCase,
  crossReference,
];
