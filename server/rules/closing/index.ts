import type { Rule } from '../rule.ts';
import annexReference from './annex-reference.ts';
import draftMark from './draft-mark.ts';
import endingMark from './ending-mark.ts';
import recipientsArchive from './recipients-archive.ts';
import recipientsAsAbove from './recipients-as-above.ts';
import recipientsDuplicate from './recipients-duplicate.ts';
import recipientsFormat from './recipients-format.ts';
import recipientsMissing from './recipients-missing.ts';
import recipientsUncovered from './recipients-uncovered.ts';
import signatureAuthority from './signature-authority.ts';
import signatureMissing from './signature-missing.ts';
import signatureTitle from './signature-title.ts';

/** The rules of a document's foot, in the order of the catalogue. */
export const closing: readonly Rule[] = [
  endingMark,
  signatureMissing,
  signatureAuthority,
  signatureTitle,
  recipientsMissing,
  recipientsFormat,
  recipientsArchive,
  recipientsAsAbove,
  recipientsDuplicate,
  recipientsUncovered,
  annexReference,
  draftMark,
];
