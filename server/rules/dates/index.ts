import type { Rule } from '../rule.ts';

export const dates: readonly Rule[] = [];
