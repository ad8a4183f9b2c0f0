import type { Rule } from '../rule.ts';

export const closing: readonly Rule[] = [];
