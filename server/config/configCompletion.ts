import { levels } from '../lint/settings.ts';
import { documentTypes } from '../norms/documentTypes.ts';
import { layoutRanges } from '../norms/layoutRanges.ts';
import type { RuleOption } from '../rules/options.ts';
import { rules } from '../rules/index.ts';
import type { Localized } from '../rules/rule.ts';
import type { Span } from '../source/span.ts';
import { configKeys, levelKey } from './keys.ts';
import { choicesOf } from './readConfig.ts';
import { optionsOf } from './ruleChoices.ts';

/** What may be written in place of a span. */
export interface ConfigSuggestion {
  readonly kind: 'key' | 'value';
  readonly text: string;
  /** What follows a key: `: `, or `:` where lines below belong to it. */
  readonly after: string;
  readonly about: Localized;
}

export interface ConfigCompletion {
  /** What is there already of it, up to the caret; UTF-16 offsets, end exclusive. */
  readonly span: Span;
  readonly suggestions: readonly ConfigSuggestion[];
}

const nothing: Localized = { vi: '', en: '' };

/**
 * What may stand at the offset of a config file written in lines and indents. It reads the lines above the caret
 * alone, for a file that is being written is seldom whole; within `{…}` and lists it suggests nothing.
 */
export function configCompletion(text: string, offset: number): ConfigCompletion {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(start, offset);
  const value = /^( *)([^\s:#{[\]},"'-][^\s:#]*):[ \t]+([^\s{}[\]"'#]*)$/u.exec(line);
  const key = /^( *)([^\s:#{}[\]"']*)$/u.exec(line);
  const found = value ?? key;
  if (!found || (!value && found[2]?.startsWith('-') === true))
    return { span: at(offset, 0), suggestions: [] };
  const path = pathAbove(text.slice(0, start), found[1]?.length ?? 0);
  const typed = (value ? value[3] : key?.[2]) ?? '';
  const suggestions = value ? valuesAt([...path, value[2] ?? '']) : keysAt(path);
  return { span: at(offset, typed.length), suggestions };
}

function at(offset: number, length: number): Span {
  return { start: offset - length, end: offset };
}

/** The keys below which a line of that indent stands, the outermost first. */
function pathAbove(before: string, indent: number): readonly string[] {
  const path: string[] = [];
  let least = indent;
  for (const line of before.split(/\r?\n/u).reverse()) {
    const match = /^( *)([^\s:#][^:#]*):[ \t]*(?:#.*)?$/u.exec(line);
    const own = /^ */u.exec(line)?.[0].length ?? 0;
    if (line.trim() === '' || line.trimStart().startsWith('#') || own >= least) continue;
    if (!match) return ['?'];
    path.unshift(match[2]?.trim() ?? '');
    least = own;
    if (least === 0) break;
  }
  return path;
}

function keysAt(path: readonly string[]): readonly ConfigSuggestion[] {
  const [first, second, third, ...rest] = path;
  if (first === undefined) return configKeys.map(({ name, kind, about }) => key(name, about, kind));
  if (first === 'rules') return ruleKeys(path.slice(1));
  if (first === 'layout' && second === undefined) {
    return layoutRanges.map((range) => key(range.key, range, 'number'));
  }
  if (first !== 'types') return [];
  if (second === undefined) {
    return documentTypes.map(({ id, name, english }) =>
      key(id, { vi: name, en: english }, 'types'),
    );
  }
  if (third === undefined) return [key('rules', { vi: 'Quy tắc', en: 'Rules' }, 'rules')];
  return third === 'rules' ? ruleKeys(rest) : [];
}

function ruleKeys([id, ...more]: readonly string[]): readonly ConfigSuggestion[] {
  if (id === undefined) return rules.map((rule) => key(rule.id, rule.title, 'choice'));
  if (more.length > 0) return [];
  return [
    key(levelKey, { vi: 'Mức', en: 'Level' }, 'choice'),
    ...Object.entries(optionsOf(id)).map(([name, { about, kind }]) => key(name, about, kind)),
  ];
}

function valuesAt(path: readonly string[]): readonly ConfigSuggestion[] {
  const [first, second, third, ...rest] = path;
  if (first === 'rules') return ruleValues(path.slice(1));
  if (first === 'layout') {
    const range = layoutRanges.find((each) => each.key === second);
    return (range?.values ?? []).map((each) => value(String(each)));
  }
  if (first === 'types' && second !== undefined && third === 'rules') return ruleValues(rest);
  const found = second === undefined && configKeys.find(({ name }) => name === first);
  if (!found) return [];
  if (found.kind === 'flag') return flags;
  return found.kind === 'choice' ? choicesOf(found).map(value) : [];
}

function ruleValues([id, option, ...more]: readonly string[]): readonly ConfigSuggestion[] {
  if (id === undefined || more.length > 0) return [];
  if (option === undefined || option === levelKey) return levels.map(value);
  const declared: RuleOption | undefined = optionsOf(id)[option];
  if (declared?.kind === 'choice') return declared.values.map(value);
  return declared?.kind === 'flag' ? flags : [];
}

const flags = ['true', 'false'].map(value);

function value(text: string): ConfigSuggestion {
  return { kind: 'value', text, after: '', about: nothing };
}

function key(text: string, about: Localized, kind: string): ConfigSuggestion {
  const below = ['rules', 'types', 'pairs', 'texts', 'globs', 'words', 'layout'].includes(kind);
  return { kind: 'key', text, after: below ? ':' : ': ', about };
}
