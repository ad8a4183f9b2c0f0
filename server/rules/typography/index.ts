import type { Rule } from '../rule.ts';
import listPunctuation from './list-punctuation.ts';
import placeholder from './placeholder.ts';
import preferredTerm from './preferred-term.ts';
import quotes from './quotes.ts';
import rangeDash from './range-dash.ts';
import repeatedWord from './repeated-word.ts';
import spacing from './spacing.ts';
import timeFormat from './time-format.ts';

/** Spaces, dashes, quotes, times, lists and terms. */
export const typography: readonly Rule[] = [
  spacing,
  quotes,
  rangeDash,
  timeFormat,
  preferredTerm,
  repeatedWord,
  listPunctuation,
  placeholder,
];
