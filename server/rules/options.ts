import type { Localized } from './rule.ts';

/** What may be set for a rule: the kind of value, what it is when nothing is set, and what it does. */
export type RuleOption = { readonly about: Localized } & (
  | { readonly kind: 'choice'; readonly values: readonly string[]; readonly default: string }
  | {
      readonly kind: 'number';
      readonly least: number;
      readonly most: number;
      readonly default: number;
    }
  | { readonly kind: 'flag'; readonly default: boolean }
  | { readonly kind: 'words'; readonly default: readonly string[] }
  /** What is written → what should be. */
  | { readonly kind: 'pairs'; readonly default: Readonly<Record<string, string>> }
);

/** The options of one rule, read by their kind. Asking for one that the rule does not declare is a fault in the rule. */
export class OptionValues {
  readonly #declared: Readonly<Record<string, RuleOption>>;
  readonly #set: Readonly<Record<string, unknown>>;

  /** `set` holds what a person set; a value of the wrong kind counts as not set. */
  constructor(
    declared: Readonly<Record<string, RuleOption>> = {},
    set: Readonly<Record<string, unknown>> = {},
  ) {
    this.#declared = declared;
    this.#set = set;
  }

  choice(name: string): string {
    return this.#value(name, 'choice') as string;
  }

  number(name: string): number {
    return this.#value(name, 'number') as number;
  }

  flag(name: string): boolean {
    return this.#value(name, 'flag') as boolean;
  }

  words(name: string): readonly string[] {
    return this.#value(name, 'words') as readonly string[];
  }

  pairs(name: string): Readonly<Record<string, string>> {
    return this.#value(name, 'pairs') as Readonly<Record<string, string>>;
  }

  #value(name: string, kind: RuleOption['kind']): unknown {
    const option = Object.hasOwn(this.#declared, name) ? this.#declared[name] : undefined;
    if (option?.kind !== kind) throw new TypeError(`no ${kind} option ${name}`);
    const set = Object.hasOwn(this.#set, name) ? this.#set[name] : undefined;
    return set !== undefined && isOptionValue(option, set) ? set : option.default;
  }
}

/** Whether the value is one that the option can take. */
export function isOptionValue(option: RuleOption, value: unknown): boolean {
  switch (option.kind) {
    case 'choice':
      return typeof value === 'string' && option.values.includes(value);
    case 'number':
      return typeof value === 'number' && option.least <= value && value <= option.most;
    case 'flag':
      return typeof value === 'boolean';
    case 'words':
      return Array.isArray(value) && value.every((word) => typeof word === 'string');
    case 'pairs':
      return (
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        Object.values(value).every((word) => typeof word === 'string')
      );
  }
}
