import data from './data/preferred-terms.json' with { type: 'json' };

/** A wording that reviewers put right, and what they put. */
export interface PreferredTerm {
  /** In lower case, words apart by one space. */
  readonly wrong: string;
  readonly right: string;
  /** Whether practice is divided: a hint alone. */
  readonly quiet?: boolean;
  /** Words before it, in lower case, that make it something else: `ngân hàng năm 2025`. */
  readonly notAfter?: readonly string[];
  /** Words after it that make it something else. */
  readonly notBefore?: readonly string[];
  readonly notBeforeFigure?: boolean;
}

export const preferredTerms: readonly PreferredTerm[] = data.terms;
