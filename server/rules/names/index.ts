import type { Rule } from '../rule.ts';

export const names: readonly Rule[] = [];
