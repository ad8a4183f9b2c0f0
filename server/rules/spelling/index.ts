import type { Rule } from '../rule.ts';

export const spelling: readonly Rule[] = [];
