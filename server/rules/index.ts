import { citations } from './citations/index.ts';
import { closing } from './closing/index.ts';
import { dates } from './dates/index.ts';
import { files } from './files/index.ts';
import { head } from './head/index.ts';
import { names } from './names/index.ts';
import { register } from './register/index.ts';
import type { Rule } from './rule.ts';
import { spelling } from './spelling/index.ts';
import { structure } from './structure/index.ts';
import { typography } from './typography/index.ts';
import { wording } from './wording/index.ts';

/** Every rule, in the order of the norm: the head, the closing parts, the structure, then what runs through the text. */
export const rules: readonly Rule[] = [
  ...head,
  ...closing,
  ...structure,
  ...citations,
  ...register,
  ...dates,
  ...spelling,
  ...typography,
  ...names,
  ...wording,
  ...files,
];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule of that id; undefined when there is none. */
export function ruleById(id: string): Rule | undefined {
  return byId.get(id);
}
