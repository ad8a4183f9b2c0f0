import { documentTypes } from '../norms/documentTypes.ts';
import {
  isLayoutKey,
  isWithin,
  layoutRange,
  layoutRanges,
  refusal,
  type LayoutChoices,
} from '../norms/layoutRanges.ts';
import type { Span } from '../source/span.ts';
import { isGlob, readGlob } from './globs.ts';
import { configKeys, otherNames, type ConfigKey } from './keys.ts';
import type { ConfigLayer, ConfigProblem, RuleChoices } from './layer.ts';
import { presets } from './presets.ts';
import { nearest, Problems } from './problems.ts';
import { isNothing, plain, readRuleChoices } from './ruleChoices.ts';
import { yamlTree, type Placed, type PlacedEntry } from './yamlTree.ts';

export interface ReadConfig {
  readonly config: ConfigLayer;
  /** By position. With an error among them nothing of the file is used. */
  readonly problems: readonly ConfigProblem[];
}

const languages = ['vi', 'en'];

/** What a config file, in YAML or JSON, sets, and what is wrong with the rest. */
export function readConfig(text: string): ReadConfig {
  const { tree, problems: syntax } = yamlTree(text);
  if (!tree) return { config: {}, problems: syntax };
  const problems = new Problems();
  if (tree.kind !== 'map') {
    if (!isNothing(tree))
      problems.expected(tree.span, 'các dòng “khóa: giá trị”', 'lines “key: value”');
    return { config: {}, problems: problems.list };
  }
  const config: Record<string, unknown> = {};
  for (const entry of tree.entries) {
    const name = otherNames.get(entry.key) ?? entry.key;
    const key = configKeys.find((one) => one.name === name);
    if (key) {
      const value = isNothing(entry.value) ? undefined : readKey(key, entry, problems);
      if (value !== undefined) config[propertyOf(name)] = value;
    } else if (name !== '$schema') {
      const names = configKeys.map((one) => one.name);
      problems.unknown(entry.keySpan, entry.key, nearest(entry.key, names), {
        vi: 'khóa',
        en: 'key',
      });
    }
  }
  return { config: config as ConfigLayer, problems: problems.list };
}

/** The values that a key with a choice takes. */
export function choicesOf({ name }: Pick<ConfigKey, 'name'>): readonly string[] {
  return name === 'language' ? languages : presets.map(({ id }) => id);
}

function propertyOf(name: string): string {
  if (name === 'exclude') return 'excludes';
  return name === 'require-reason' ? 'requireReason' : name;
}

function readKey(key: ConfigKey, { value }: PlacedEntry, problems: Problems): unknown {
  const { span } = value;
  switch (key.kind) {
    case 'choice': {
      const choice = plain(value);
      if (choicesOf(key).some((one) => one === choice)) return choice;
      problems.oneOf(span, choice, choicesOf(key));
      return undefined;
    }
    case 'flag':
      if (value.kind === 'scalar' && typeof value.value === 'boolean') return value.value;
      problems.expected(span, 'true hoặc false', 'true or false');
      return undefined;
    case 'path':
      if (value.kind === 'scalar' && isText(value.value)) return value.value;
      problems.expected(span, 'một đường dẫn', 'a path');
      return undefined;
    case 'texts':
      return readTexts(value, problems)?.map(({ text }) => text);
    case 'globs':
      return readGlobs(value, problems);
    case 'pairs':
      return readPairs(value, problems);
    case 'rules':
      return readRuleChoices(value, problems);
    case 'types':
      return readTypes(value, problems);
    case 'layout':
      return readLayout(value, problems);
  }
}

interface PlacedText {
  readonly text: string;
  readonly span: Span;
}

function readTexts(value: Placed, problems: Problems): readonly PlacedText[] | undefined {
  if (value.kind === 'scalar' && isText(value.value)) {
    return [{ text: value.value.normalize('NFC'), span: value.span }];
  }
  if (value.kind !== 'list') {
    problems.expected(value.span, 'một danh sách', 'a list');
    return undefined;
  }
  return value.items.flatMap((item) => {
    const { span } = item;
    // An abbreviation of digits is read by YAML as a number.
    if (item.kind === 'scalar' && typeof item.value === 'number') {
      return [{ text: String(item.value), span }];
    }
    if (item.kind === 'scalar' && isText(item.value)) {
      return [{ text: item.value.normalize('NFC'), span }];
    }
    problems.expected(span, 'một chữ', 'a word');
    return [];
  });
}

/** More than an office writes, UTF-16 units: every pattern with a wildcard is tried along every path. */
const mostWildPatterns = 10_000;

const tooManyPatterns = {
  vi: `Quá nhiều mẫu đường dẫn: các mẫu có *, ?, [ hoặc { cộng lại nhiều nhất ${mostWildPatterns} ký tự`,
  en: `Too many patterns: those with *, ?, [ or { may have ${mostWildPatterns} characters together`,
};

/** Whether one of the patterns matches; each is read once, however often aliases repeat it. */
function readGlobs(value: Placed, problems: Problems): ConfigLayer['excludes'] {
  const places = new Map((readTexts(value, problems) ?? []).map(({ text, span }) => [text, span]));
  const matchers: ((path: string) => boolean)[] = [];
  let left = mostWildPatterns;
  for (const [text, span] of places) {
    // a folder's name stands for all that is in it
    const glob = readGlob(text.replace(/\/$/u, ''), true);
    if ('problem' in glob) {
      problems.refused(span, glob.problem);
      continue;
    }
    if (isGlob(text)) left -= text.length;
    if (left < 0) {
      problems.refused(span, tooManyPatterns);
      break;
    }
    matchers.push(glob.matches);
  }
  return matchers.length === 0 ? undefined : (path) => matchers.some((matches) => matches(path));
}

function readPairs(
  value: Placed,
  problems: Problems,
): Readonly<Record<string, string>> | undefined {
  if (value.kind !== 'map') {
    problems.expected(value.span, 'các dòng “cũ: mới”', 'lines “old: new”');
    return undefined;
  }
  return Object.fromEntries(
    value.entries.flatMap(({ key, value: to }) => {
      if (to.kind === 'scalar' && isText(to.value)) {
        return [[key.normalize('NFC'), to.value.normalize('NFC')] as const];
      }
      problems.expected(to.span, 'cách viết đúng', 'what should be written');
      return [];
    }),
  );
}

function readTypes(
  value: Placed,
  problems: Problems,
): Readonly<Record<string, RuleChoices>> | undefined {
  if (value.kind !== 'map') {
    problems.expected(value.span, 'các dòng “loại-văn-bản:”', 'lines “document-type:”');
    return undefined;
  }
  const ids = documentTypes.map(({ id }) => id);
  return Object.fromEntries(
    value.entries.flatMap(({ key, keySpan, value: inner }) => {
      if (!ids.some((id) => id === key)) {
        const what = { vi: 'loại văn bản', en: 'document type' };
        problems.unknown(keySpan, key, nearest(key, ids), what);
        return [];
      }
      return [[key, readType(inner, problems)] as const];
    }),
  );
}

function readLayout(value: Placed, problems: Problems): LayoutChoices | undefined {
  if (value.kind !== 'map') {
    problems.expected(value.span, 'các dòng “khóa: số”', 'lines “key: number”');
    return undefined;
  }
  const keys = layoutRanges.map(({ key }) => key);
  return Object.fromEntries(
    value.entries.flatMap(({ key, keySpan, value: inner }) => {
      if (!isLayoutKey(key)) {
        problems.unknown(keySpan, key, nearest(key, keys), { vi: 'khóa', en: 'key' });
        return [];
      }
      if (inner.kind !== 'scalar' || typeof inner.value !== 'number') {
        problems.expected(inner.span, 'một số', 'a number');
        return [];
      }
      if (isWithin(layoutRange(key), inner.value)) return [[key, inner.value] as const];
      problems.refused(inner.span, refusal(layoutRange(key), inner.value));
      return [];
    }),
  );
}

function readType(value: Placed, problems: Problems): RuleChoices {
  if (isNothing(value)) return {};
  if (value.kind !== 'map') {
    problems.expected(value.span, '“rules:”', '“rules:”');
    return {};
  }
  let choices: RuleChoices = {};
  for (const { key, keySpan, value: inner } of value.entries) {
    if (key === 'rules') choices = readRuleChoices(inner, problems);
    else problems.unknown(keySpan, key, nearest(key, ['rules']), { vi: 'khóa', en: 'key' });
  }
  return choices;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
