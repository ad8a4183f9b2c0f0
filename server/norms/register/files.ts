import type { RegisterRow } from './bundled.ts';
import budgetFinance from './data/budget-finance.json' with { type: 'json' };
import civilService from './data/civil-service.json' with { type: 'json' };
import clericalArchives from './data/clerical-archives.json' with { type: 'json' };
import educationCirculars from './data/education-circulars.json' with { type: 'json' };
import education from './data/education.json' with { type: 'json' };
import financeCirculars from './data/finance-circulars.json' with { type: 'json' };
import stateOrganisation from './data/state-organisation.json' with { type: 'json' };

interface RegisterFile {
  readonly documents: readonly RegisterRow[];
}

/** The register's files, one a topic. */
export const bundledFiles: readonly RegisterFile[] = [
  budgetFinance,
  civilService,
  clericalArchives,
  educationCirculars,
  education,
  financeCirculars,
  stateOrganisation,
];
