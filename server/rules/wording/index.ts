import type { Rule } from '../rule.ts';
import agencyAbbreviated from './agency-abbreviated.ts';
import capitalSpecial from './capital-special.ts';

/** The wording that reviewers put right and the norm names. */
export const wording: readonly Rule[] = [agencyAbbreviated, capitalSpecial];
