import type { Rule } from '../rule.ts';

export const typography: readonly Rule[] = [];
