import type { Rule } from '../rule.ts';

export const head: readonly Rule[] = [];
