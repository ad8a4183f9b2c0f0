import type { Rule } from '../rule.ts';
import syllable from './syllable.ts';
import tonePlacement from './tone-placement.ts';

/** Letters, tone marks and syllables. */
export const spelling: readonly Rule[] = [tonePlacement, syllable];
