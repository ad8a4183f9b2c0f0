import type { Rule } from '../rule.ts';

export const files: readonly Rule[] = [];
