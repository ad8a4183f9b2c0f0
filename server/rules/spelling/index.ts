import type { Rule } from '../rule.ts';
import legacyEncoding from './legacy-encoding.ts';
import syllable from './syllable.ts';
import tonePlacement from './tone-placement.ts';
import unicodeForm from './unicode-form.ts';
import wordPair from './word-pair.ts';

/** Letters, tone marks and syllables. */
export const spelling: readonly Rule[] = [
  legacyEncoding,
  unicodeForm,
  tonePlacement,
  syllable,
  wordPair,
];
