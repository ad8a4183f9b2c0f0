import type { Rule } from '../rule.ts';
import recommendedSection from './recommended-section.ts';
import requiredSection from './required-section.ts';

/** The rules of the layout of the body, in the order of the catalogue. */
export const structure: readonly Rule[] = [requiredSection, recommendedSection];
