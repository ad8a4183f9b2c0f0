import data from './data/confusables.json' with { type: 'json' };

/** Real syllables where they cannot stand, and what is meant. */
export interface Confusable {
  /** In lower case; at least two syllables. */
  readonly wrong: string;
  readonly right: string;
  /** Nothing is wrong where one of these follows. */
  readonly notBefore?: readonly string[];
  /** Nothing is wrong where one of these precedes. */
  readonly notAfter?: readonly string[];
}

export const confusables: readonly Confusable[] = data.pairs;
