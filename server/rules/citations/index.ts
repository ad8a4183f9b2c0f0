import type { Rule } from '../rule.ts';

export const citations: readonly Rule[] = [];
