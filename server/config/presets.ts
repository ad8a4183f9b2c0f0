import { limitRule } from '../lint/limits.ts';
import { rules } from '../rules/index.ts';
import type { Localized, Rule } from '../rules/rule.ts';
import type { ConfigLayer, RuleChoice } from './layer.ts';
import data from './presets.json' with { type: 'json' };

/** Sets of levels that an office can begin with. */
export interface Preset {
  readonly id: string;
  readonly about: Localized;
  readonly layer: ConfigLayer;
}

interface PresetRow {
  readonly id: string;
  readonly about: Localized;
  /** Default severity → level, for every rule of that severity. */
  readonly levels?: Readonly<Record<string, string>>;
  /** Rule → level. */
  readonly rules?: Readonly<Record<string, string>>;
  readonly requireReason?: boolean;
}

/** The presets, the one that changes nothing first. */
export const presets: readonly Preset[] = (data as readonly PresetRow[]).map(presetOf);

/** The preset of that name; undefined when there is none. */
export function presetById(id: string): Preset | undefined {
  return presets.find((preset) => preset.id === id);
}

function presetOf({ id, about, levels = {}, rules: own = {}, requireReason }: PresetRow): Preset {
  const choices = rules.flatMap((rule): (readonly [string, RuleChoice])[] => {
    const level = own[rule.id] ?? bySeverity(rule, levels);
    return level === undefined ? [] : [[rule.id, { level } as RuleChoice]];
  });
  return {
    id,
    about,
    layer: {
      rules: Object.fromEntries(choices),
      ...(requireReason === undefined ? {} : { requireReason }),
    },
  };
}

function bySeverity(rule: Rule, levels: Readonly<Record<string, string>>): string | undefined {
  if (rule.offByDefault || rule.id === limitRule) return undefined;
  return levels[rule.severity];
}
