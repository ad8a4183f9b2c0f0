import type { Rule } from '../rule.ts';
import addresseeFormat from './addressee-format.ts';
import addresseeMissing from './addressee-missing.ts';
import bodyOpening from './body-opening.ts';
import issuerMissing from './issuer-missing.ts';
import nationalTitle from './national-title.ts';
import numberBlank from './number-blank.ts';
import numberFormat from './number-format.ts';
import numberIssuerMismatch from './number-issuer-mismatch.ts';
import numberMissing from './number-missing.ts';
import numberTypeMismatch from './number-type-mismatch.ts';
import placeDateBlank from './place-date-blank.ts';
import placeDateFormat from './place-date-format.ts';
import placeDateMissing from './place-date-missing.ts';
import subjectLabel from './subject-label.ts';
import subjectMissing from './subject-missing.ts';
import typeMissing from './type-missing.ts';

/** The components above the body (ND 30/2020/NĐ-CP, PL I, II.1–5 and 9a), in the norm's order. */
export const head: readonly Rule[] = [
  nationalTitle,
  issuerMissing,
  numberMissing,
  numberBlank,
  numberFormat,
  numberTypeMismatch,
  numberIssuerMismatch,
  placeDateMissing,
  placeDateFormat,
  placeDateBlank,
  typeMissing,
  subjectMissing,
  subjectLabel,
  addresseeMissing,
  addresseeFormat,
  bodyOpening,
];
