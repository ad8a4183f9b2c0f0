import data from './data/special-capitals.json' with { type: 'json' };

/** A word that the norm writes with a capital in some surroundings (ND 30/2020/NĐ-CP, PL II, V). */
export interface SpecialCapital {
  /** As it is written wrongly, in lower case. */
  readonly word: string;
  readonly right: string;
  /** It is this word only after one of these. */
  readonly after: readonly string[];
  /** Unless one of these stands before that: `lần thứ hai`. */
  readonly notAfter: readonly string[];
  /** And only before one of these, a comma between them allowed; empty: before anything. */
  readonly before: readonly string[];
  /** The paragraph of Annex II: `V.1`. */
  readonly norm: string;
}

export const specialCapitals: readonly SpecialCapital[] = data.words;
