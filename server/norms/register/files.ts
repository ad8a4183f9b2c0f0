import type { RegisterRow } from './bundled.ts';
import stateOrganisation from './data/state-organisation.json' with { type: 'json' };

interface RegisterFile {
  readonly documents: readonly RegisterRow[];
}

/** The register's files, one a topic. */
export const bundledFiles: readonly RegisterFile[] = [stateOrganisation];
