import type { Rule } from '../rule.ts';
import frontMatterConflict from './front-matter-conflict.ts';
import frontMatterField from './front-matter-field.ts';
import frontMatterSyntax from './front-matter-syntax.ts';

/** The rules of the front matter. */
export const files: readonly Rule[] = [frontMatterSyntax, frontMatterField, frontMatterConflict];
