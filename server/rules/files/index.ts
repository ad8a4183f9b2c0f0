import type { Rule } from '../rule.ts';
import disableReason from './disable-reason.ts';
import disableUnused from './disable-unused.ts';
import frontMatterConflict from './front-matter-conflict.ts';
import frontMatterField from './front-matter-field.ts';
import frontMatterSyntax from './front-matter-syntax.ts';
import layoutRange from './layout-range.ts';

/** The rules of the front matter and of the comments that silence rules. */
export const files: readonly Rule[] = [
  frontMatterSyntax,
  frontMatterField,
  frontMatterConflict,
  layoutRange,
  disableUnused,
  disableReason,
];
