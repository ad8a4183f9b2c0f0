import type { Rule } from '../rule.ts';
import preferredTerm from './preferred-term.ts';
import rangeDash from './range-dash.ts';
import repeatedWord from './repeated-word.ts';
import spacing from './spacing.ts';

/** Spaces, dashes, quotes, times, lists and terms. */
export const typography: readonly Rule[] = [rangeDash, preferredTerm, repeatedWord, spacing];
