import { levels, isLevel } from '../lint/settings.ts';
import { limitRule } from '../lint/limits.ts';
import { isOptionValue, type RuleOption } from '../rules/options.ts';
import { ruleById, rules } from '../rules/index.ts';
import { levelKey } from './keys.ts';
import type { RuleChoice, RuleChoices } from './layer.ts';
import { nearest, type Problems } from './problems.ts';
import type { Placed, PlacedEntry } from './yamlTree.ts';

/** The rules of a map `rule: level` or `rule: {level, …options}`; what is wrong goes to `problems` and is left out. */
export function readRuleChoices(value: Placed, problems: Problems): RuleChoices {
  if (value.kind !== 'map') {
    if (!isNothing(value)) {
      problems.expected(value.span, 'các dòng “quy-tắc: mức”', 'lines “rule: level”');
    }
    return {};
  }
  return Object.fromEntries(
    value.entries.flatMap((entry) => {
      if (!isRuleId(entry.key)) {
        problems.unknown(entry.keySpan, entry.key, suggestedRules(entry.key), {
          vi: 'quy tắc',
          en: 'rule',
        });
        return [];
      }
      const choice = readChoice(entry, problems);
      return choice ? [[entry.key, choice] as const] : [];
    }),
  );
}

/** Whether a rule goes by that id, or may (it bears a `/`) where the office's own rules are read. */
export function isRuleId(id: string): boolean {
  return id === limitRule || id.includes('/') || ruleById(id) !== undefined;
}

/** Whether the value is left empty, which sets nothing. */
export function isNothing(value: Placed): boolean {
  return value.kind === 'scalar' && value.value === null;
}

/** The options that the rule takes. */
export function optionsOf(id: string): Readonly<Record<string, RuleOption>> {
  return ruleById(id)?.options ?? {};
}

/** The plain value of a tree. */
export function plain(value: Placed): unknown {
  if (value.kind === 'scalar') return value.value;
  if (value.kind === 'list') return value.items.map(plain);
  return Object.fromEntries(value.entries.map((entry) => [entry.key, plain(entry.value)]));
}

function suggestedRules(id: string): readonly string[] {
  return nearest(
    id,
    rules.map((rule) => rule.id),
  );
}

function readChoice({ key, value }: PlacedEntry, problems: Problems): RuleChoice | undefined {
  if (isNothing(value)) return undefined;
  if (value.kind === 'scalar') {
    if (isLevel(value.value)) return { level: value.value };
    problems.oneOf(value.span, value.value, levels);
    return undefined;
  }
  if (value.kind === 'list') {
    problems.expected(value.span, `mức: ${levels.join(', ')}`, `a level: ${levels.join(', ')}`);
    return undefined;
  }
  const options: Record<string, unknown> = {};
  let level: RuleChoice['level'];
  for (const entry of value.entries) {
    if (isNothing(entry.value)) continue;
    const set = plain(entry.value);
    if (entry.key === levelKey) {
      if (isLevel(set)) level = set;
      else problems.oneOf(entry.value.span, set, levels);
      continue;
    }
    readOption(key, entry, problems, (found) => (options[entry.key] = found));
  }
  return {
    ...(level === undefined ? {} : { level }),
    ...(Object.keys(options).length > 0 ? { options } : {}),
  };
}

function readOption(
  rule: string,
  { key, keySpan, value }: PlacedEntry,
  problems: Problems,
  take: (value: unknown) => void,
): void {
  const declared = optionsOf(rule);
  const option = Object.hasOwn(declared, key) ? declared[key] : undefined;
  if (!option) {
    const names = [levelKey, ...Object.keys(declared)];
    problems.unknown(keySpan, key, nearest(key, names), {
      vi: `tùy chọn của ${rule}`,
      en: `option of ${rule}`,
    });
    return;
  }
  const set = plain(value);
  if (isOptionValue(option, set)) take(set);
  else if (option.kind === 'choice') problems.oneOf(value.span, set, option.values);
  else {
    const { vi, en } = kindText(option);
    problems.expected(value.span, vi, en);
  }
}

function kindText(option: RuleOption): { readonly vi: string; readonly en: string } {
  switch (option.kind) {
    case 'choice':
      return { vi: option.values.join(', '), en: option.values.join(', ') };
    case 'number':
      return {
        vi: `một số từ ${option.least} đến ${option.most}`,
        en: `a number from ${option.least} to ${option.most}`,
      };
    case 'flag':
      return { vi: 'true hoặc false', en: 'true or false' };
    case 'words':
      return { vi: 'một danh sách chữ', en: 'a list of words' };
    case 'pairs':
      return { vi: 'các dòng “cũ: mới”', en: 'lines “old: new”' };
  }
}
