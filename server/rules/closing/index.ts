import type { Rule } from '../rule.ts';
import endingMark from './ending-mark.ts';
import signatureAuthority from './signature-authority.ts';
import signatureMissing from './signature-missing.ts';
import signatureTitle from './signature-title.ts';

/** The rules of a document's foot, in the order of the catalogue. */
export const closing: readonly Rule[] = [
  endingMark,
  signatureMissing,
  signatureAuthority,
  signatureTitle,
];
