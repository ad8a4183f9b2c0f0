import type { LintSettings, RuleLevel, TypeSettings } from '../lint/settings.ts';
import type { LayoutChoices } from '../norms/layoutRanges.ts';
import type { ConfigLayer, RuleChoices } from './layer.ts';
import { presetById } from './presets.ts';
import { optionsOf } from './ruleChoices.ts';

/** Where a value comes from. */
export type Origin =
  | { readonly kind: 'preset'; readonly id: string }
  | { readonly kind: 'file'; readonly uri: string }
  /** The editor's settings or the command line. */
  | { readonly kind: 'given' };

export interface Layer {
  readonly from: Origin;
  readonly config: ConfigLayer;
}

export interface Merged {
  readonly settings: LintSettings;
  /**
   * What was set → where: `language`, `requireReason`, `preset`, `rules/ID`, `rules/ID/OPTION`,
   * `types/TYPE/ID`, `types/TYPE/ID/OPTION`, `terms/WRITTEN`, `words/WORD`, `layout/KEY`.
   */
  readonly origins: ReadonlyMap<string, Origin>;
}

/** Rules whose option `words` takes the house's words. */
const takeWords = ['syllable', 'abbreviation-undefined'];

/**
 * The settings that layers make together, the weakest first: defaults < preset < files from far to near <
 * editor or command line. The nearest preset counts and lies below all files.
 */
export function mergeSettings(layers: readonly Layer[]): Merged {
  const merging = new Merging();
  const preset = layers.findLast(({ config }) => config.preset !== undefined);
  const found = preset?.config.preset === undefined ? undefined : presetById(preset.config.preset);
  if (preset && found) {
    merging.origins.set('preset', preset.from);
    merging.add({ from: { kind: 'preset', id: found.id }, config: found.layer });
  }
  for (const layer of layers) merging.add(layer);
  return merging.merged();
}

/** The layer that the settings of an editor make. */
export function givenLayer(given: LintSettings): Layer {
  const { language, rules = {}, options = {}, requireReason, layout } = given;
  const ids = new Set([...Object.keys(rules), ...Object.keys(options)]);
  const choices = [...ids].map((id) => {
    const level = rules[id];
    const own = options[id];
    return [id, { ...(level ? { level } : {}), ...(own ? { options: own } : {}) }] as const;
  });
  return {
    from: { kind: 'given' },
    config: {
      ...(language ? { language } : {}),
      ...(requireReason === undefined ? {} : { requireReason }),
      ...(layout ? { layout } : {}),
      rules: Object.fromEntries(choices),
    },
  };
}

class Choices {
  rules: Readonly<Record<string, RuleLevel>> = {};
  options: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {};

  drop(id: string): void {
    this.rules = Object.fromEntries(Object.entries(this.rules).filter(([other]) => other !== id));
  }

  dropOption(id: string, name: string): void {
    const left = Object.entries(this.options[id] ?? {}).filter(([other]) => other !== name);
    this.options = { ...this.options, [id]: Object.fromEntries(left) };
  }

  add(choices: RuleChoices, note: (key: string) => void): void {
    for (const [id, { level, options = {} }] of Object.entries(choices)) {
      if (level !== undefined) {
        this.rules = { ...this.rules, [id]: level };
        note(id);
      }
      for (const [name, value] of Object.entries(options)) {
        this.options = { ...this.options, [id]: { ...this.options[id], [name]: value } };
        note(`${id}/${name}`);
      }
    }
  }
}

/** What a nearer layer says of a rule for all types takes the place of what farther ones said for one. */
function overrule(earlier: ReadonlyMap<string, Choices>, rules: RuleChoices): readonly string[] {
  const dropped: string[] = [];
  for (const [type, choices] of earlier) {
    for (const [id, { level, options = {} }] of Object.entries(rules)) {
      if (level !== undefined && choices.rules[id] !== undefined) {
        choices.drop(id);
        dropped.push(`types/${type}/${id}`);
      }
      for (const name of Object.keys(options)) {
        if (choices.options[id]?.[name] === undefined) continue;
        choices.dropOption(id, name);
        dropped.push(`types/${type}/${id}/${name}`);
      }
    }
  }
  return dropped;
}

class Merging {
  readonly origins = new Map<string, Origin>();
  readonly #all = new Choices();
  readonly #types = new Map<string, Choices>();
  #terms: Readonly<Record<string, string>> = {};
  readonly #words = new Set<string>();
  #layout: LayoutChoices = {};
  #plain: Pick<LintSettings, 'language' | 'requireReason'> = {};

  add({ from, config }: Layer): void {
    const note = (key: string): void => void this.origins.set(key, from);
    const {
      language,
      requireReason,
      rules = {},
      types = {},
      terms = {},
      words = [],
      layout = {},
    } = config;
    if (language !== undefined) {
      this.#plain = { ...this.#plain, language };
      note('language');
    }
    if (requireReason !== undefined) {
      this.#plain = { ...this.#plain, requireReason };
      note('requireReason');
    }
    for (const key of overrule(this.#types, rules)) this.origins.delete(key);
    this.#all.add(rules, (key) => note(`rules/${key}`));
    for (const [type, choices] of Object.entries(types)) {
      const own = this.#types.get(type) ?? new Choices();
      this.#types.set(type, own);
      own.add(choices, (key) => note(`types/${type}/${key}`));
    }
    this.#layout = { ...this.#layout, ...layout };
    for (const key of Object.keys(layout)) note(`layout/${key}`);
    this.#terms = { ...this.#terms, ...terms };
    for (const written of Object.keys(terms)) note(`terms/${written}`);
    for (const word of words) {
      this.#words.add(word);
      note(`words/${word}`);
    }
  }

  merged(): Merged {
    const options = { ...this.#all.options };
    if (Object.keys(this.#terms).length > 0) {
      const own = options['preferred-term'];
      const before = own?.['terms'] as Readonly<Record<string, string>> | undefined;
      options['preferred-term'] = { ...own, terms: { ...before, ...this.#terms } };
    }
    for (const id of this.#words.size > 0 ? takeWords : []) {
      if (optionsOf(id)['words']?.kind !== 'words') continue;
      const own = options[id];
      const before = (own?.['words'] as readonly string[] | undefined) ?? [];
      options[id] = { ...own, words: [...before, ...this.#words] };
    }
    const byType: Record<string, TypeSettings> = {};
    for (const [type, { rules, options: own }] of this.#types) {
      byType[type] = { rules, options: own };
    }
    return {
      settings: {
        ...this.#plain,
        ...(Object.keys(this.#layout).length > 0 ? { layout: this.#layout } : {}),
        rules: this.#all.rules,
        options,
        ...(this.#types.size > 0 ? { byType } : {}),
      },
      origins: this.origins,
    };
  }
}
