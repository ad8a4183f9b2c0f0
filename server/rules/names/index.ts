import type { Rule } from '../rule.ts';
import abbreviationRedefined from './abbreviation-redefined.ts';
import abbreviationUndefined from './abbreviation-undefined.ts';
import agencyDissolved from './agency-dissolved.ts';
import capitalAgency from './capital-agency.ts';
import capitalPlace from './capital-place.ts';
import nameInconsistent from './name-inconsistent.ts';

/** Names of agencies, places and persons, and their abbreviations. */
export const names: readonly Rule[] = [
  capitalAgency,
  capitalPlace,
  nameInconsistent,
  agencyDissolved,
  abbreviationUndefined,
  abbreviationRedefined,
];
