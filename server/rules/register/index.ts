import type { Rule } from '../rule.ts';
import citationRegister from './citation-register.ts';
import citationRepealed from './citation-repealed.ts';
import citationUnknown from './citation-unknown.ts';

export const register: readonly Rule[] = [citationRepealed, citationRegister, citationUnknown];
