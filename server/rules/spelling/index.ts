import type { Rule } from '../rule.ts';
import syllable from './syllable.ts';

/** Letters, tone marks and syllables. */
export const spelling: readonly Rule[] = [syllable];
