import citationCapital from './citation-capital.ts';
import citationConflict from './citation-conflict.ts';
import citationDateForm from './citation-date-form.ts';
import citationFuture from './citation-future.ts';
import citationIncomplete from './citation-incomplete.ts';
import citationIssuerMismatch from './citation-issuer-mismatch.ts';
import citationNumberFormat from './citation-number-format.ts';
import citationSelf from './citation-self.ts';
import citationTypeMismatch from './citation-type-mismatch.ts';
import citationVerbose from './citation-verbose.ts';
import citationYearMismatch from './citation-year-mismatch.ts';
import citationYearMissing from './citation-year-missing.ts';
import clauseReference from './clause-reference.ts';
import legalBasisDuplicate from './legal-basis-duplicate.ts';
import legalBasisIncomplete from './legal-basis-incomplete.ts';
import legalBasisOrder from './legal-basis-order.ts';
import legalBasisPunctuation from './legal-basis-punctuation.ts';
import type { Rule } from '../rule.ts';

/** Legal bases and citations, in the catalogue's order. */
export const citations: readonly Rule[] = [
  legalBasisPunctuation,
  legalBasisIncomplete,
  legalBasisOrder,
  legalBasisDuplicate,
  citationNumberFormat,
  citationTypeMismatch,
  citationYearMissing,
  citationYearMismatch,
  citationIssuerMismatch,
  citationIncomplete,
  citationVerbose,
  citationConflict,
  citationFuture,
  citationSelf,
  citationCapital,
  citationDateForm,
  clauseReference,
];
