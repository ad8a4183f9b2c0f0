import type { RegisterRow } from './bundled.ts';
import administrativeReform from './data/administrative-reform.json' with { type: 'json' };
import assemblyResolutions from './data/assembly-resolutions.json' with { type: 'json' };
import budgetFinance from './data/budget-finance.json' with { type: 'json' };
import civilService from './data/civil-service.json' with { type: 'json' };
import clericalArchives from './data/clerical-archives.json' with { type: 'json' };
import constructionEconomy from './data/construction-economy.json' with { type: 'json' };
import cultureTourism from './data/culture-tourism.json' with { type: 'json' };
import defence from './data/defence.json' with { type: 'json' };
import digital from './data/digital.json' with { type: 'json' };
import educationCirculars from './data/education-circulars.json' with { type: 'json' };
import educationRecent from './data/education-recent.json' with { type: 'json' };
import education from './data/education.json' with { type: 'json' };
import emulation from './data/emulation.json' with { type: 'json' };
import financeCirculars from './data/finance-circulars.json' with { type: 'json' };
import health from './data/health.json' with { type: 'json' };
import justiceComplaints from './data/justice-complaints.json' with { type: 'json' };
import justiceOrder from './data/justice-order.json' with { type: 'json' };
import labourInsurance from './data/labour-insurance.json' with { type: 'json' };
import landEnvironment from './data/land-environment.json' with { type: 'json' };
import partyResolutions from './data/party-resolutions.json' with { type: 'json' };
import recent from './data/recent.json' with { type: 'json' };
import ruralAgriculture from './data/rural-agriculture.json' with { type: 'json' };
import security from './data/security.json' with { type: 'json' };
import social from './data/social.json' with { type: 'json' };
import stateOrganisation from './data/state-organisation.json' with { type: 'json' };

interface RegisterFile {
  readonly documents: readonly RegisterRow[];
}

/** The register's files, one a topic. */
export const bundledFiles: readonly RegisterFile[] = [
  administrativeReform,
  assemblyResolutions,
  budgetFinance,
  civilService,
  clericalArchives,
  constructionEconomy,
  cultureTourism,
  defence,
  digital,
  educationCirculars,
  educationRecent,
  education,
  emulation,
  financeCirculars,
  health,
  justiceComplaints,
  justiceOrder,
  labourInsurance,
  landEnvironment,
  partyResolutions,
  recent,
  ruralAgriculture,
  security,
  social,
  stateOrganisation,
];
