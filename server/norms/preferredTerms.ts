import data from './data/preferred-terms.json' with { type: 'json' };

/** A wording that reviewers put right, and what they put. */
export interface PreferredTerm {
  /** In lower case, words apart by one space. */
  readonly wrong: string;
  readonly right: string;
  /** Whether practice is divided: a hint alone. */
  readonly quiet?: boolean;
}

export const preferredTerms: readonly PreferredTerm[] = data.terms;
