import type { Agency } from '../norms/agencies.ts';
import {
  isLayoutKey,
  isWithin,
  layoutRange,
  layoutRanges,
  refusal,
  type LayoutChoices,
} from '../norms/layoutRanges.ts';
import type { KnownDocuments } from '../norms/knownDocuments.ts';
import type { Localized, Rule, Severity } from '../rules/rule.ts';
import type { BaselineEntry } from './baseline.ts';

export type Language = 'vi' | 'en';

export type RuleLevel = 'off' | Severity;

/** What a person may set; anything absent keeps the rules' own defaults. */
export interface LintSettings {
  readonly language?: Language;
  /** Rule id → level. An id that no rule bears is without effect. */
  readonly rules?: Readonly<Record<string, RuleLevel>>;
  /** Rule id → option → value. */
  readonly options?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Document type → what is otherwise for documents of that type. */
  readonly byType?: Readonly<Record<string, TypeSettings>>;
  /** Whether the file is one that the office does not want checked. */
  readonly excluded?: boolean;
  /** Documents known beside the text; nothing when absent. */
  readonly known?: KnownDocuments;
  /** Agencies that the workspace adds. */
  readonly agencies?: readonly Agency[];
  /** The office's own rules, run after the catalogue's. */
  readonly houseRules?: readonly Rule[];
  /** How pages are laid out; each value within the decree's range. */
  readonly layout?: LayoutChoices;
  /** Whether each comment that silences a rule must say why. */
  readonly requireReason?: boolean;
  /** The reports of this file that the office has taken note of and that are hidden. */
  readonly baseline?: readonly BaselineEntry[];
}

/** What of the settings may differ by document type. */
export type TypeSettings = Pick<LintSettings, 'rules' | 'options'>;

/** The levels that a rule can be set to. */
export const levels: readonly RuleLevel[] = ['off', 'error', 'warning', 'info', 'hint'];

export interface ReadSettings {
  readonly settings: LintSettings;
  /** What could not be used, each in a short sentence. */
  readonly problems: readonly Localized[];
}

/** The settings that `value` (from an editor or a config file) holds; what is no setting is told, not thrown. */
export function readSettings(value: unknown): ReadSettings {
  if (value === undefined || value === null) return { settings: {}, problems: [] };
  if (!isRecord(value)) {
    return { settings: {}, problems: [problem('', 'một đối tượng', 'an object')] };
  }
  const problems: Localized[] = [];
  const rules: Record<string, RuleLevel> = {};
  const options: Record<string, Readonly<Record<string, unknown>>> = {};
  if (value['rules'] !== undefined && value['rules'] !== null) {
    if (isRecord(value['rules'])) {
      for (const [id, level] of Object.entries(value['rules'])) {
        if (isLevel(level)) {
          rules[id] = level;
        } else if (isRecord(level)) {
          const { level: own, ...others } = level;
          if (isLevel(own)) rules[id] = own;
          else if (own !== undefined)
            problems.push(problem(`rules.${id}.level`, levels.join(', '), levels.join(', ')));
          options[id] = others;
        } else problems.push(problem(`rules.${id}`, levels.join(', '), levels.join(', ')));
      }
    } else {
      problems.push(problem('rules', 'một đối tượng', 'an object'));
    }
  }
  const language = value['language'] === 'auto' ? undefined : value['language'];
  if (language !== undefined && language !== null && !isLanguage(language)) {
    problems.push(problem('language', 'vi, en', 'vi, en'));
  }
  const requireReason = value['requireReason'];
  if (requireReason !== undefined && requireReason !== null && typeof requireReason !== 'boolean') {
    problems.push(problem('requireReason', 'true, false', 'true, false'));
  }
  const layout = readLayout(value['layout'], problems);
  return {
    settings: {
      rules,
      ...(layout ? { layout } : {}),
      ...(Object.keys(options).length > 0 ? { options } : {}),
      ...(isLanguage(language) ? { language } : {}),
      ...(typeof requireReason === 'boolean' ? { requireReason } : {}),
    },
    problems,
  };
}

function readLayout(value: unknown, problems: Localized[]): LayoutChoices | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isRecord(value)) {
    problems.push(problem('layout', 'một đối tượng', 'an object'));
    return undefined;
  }
  const keys = layoutRanges.map(({ key }) => key).join(', ');
  const choices = Object.entries(value).flatMap(([key, chosen]) => {
    if (chosen === null) return [];
    if (!isLayoutKey(key) || typeof chosen !== 'number') {
      problems.push(
        isLayoutKey(key)
          ? problem(`layout.${key}`, 'một số', 'a number')
          : problem(`layout.${key}`, keys, keys),
      );
      return [];
    }
    if (isWithin(layoutRange(key), chosen)) return [[key, chosen] as const];
    problems.push(refusal(layoutRange(key), chosen));
    return [];
  });
  return Object.fromEntries(choices);
}

/** The settings for documents of one type; the same object where nothing differs. */
export function settingsOfType(settings: LintSettings, type: string | undefined): LintSettings {
  const { byType } = settings;
  const own =
    type !== undefined && byType && Object.hasOwn(byType, type) ? byType[type] : undefined;
  if (!own) return settings;
  const options = { ...settings.options };
  for (const [id, values] of Object.entries(own.options ?? {})) {
    options[id] = { ...options[id], ...values };
  }
  return { ...settings, rules: { ...settings.rules, ...own.rules }, options };
}

/** The text in the settings' language; Vietnamese unless they say otherwise. */
export function say(text: Localized, language: Language | undefined): string {
  return language === 'en' ? text.en : text.vi;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether the value is a level. */
export function isLevel(value: unknown): value is RuleLevel {
  return typeof value === 'string' && levels.some((level) => level === value);
}

function isLanguage(value: unknown): value is Language {
  return value === 'vi' || value === 'en';
}

function problem(key: string, vi: string, en: string): Localized {
  return {
    vi: `Cấu hình ${key} sai: cần ${vi}`.replace('  ', ' '),
    en: `Wrong setting ${key}: expected ${en}`.replace(' :', ':'),
  };
}
