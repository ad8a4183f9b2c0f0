import { existsSync, readFileSync } from 'node:fs';

/** One row of the rule catalogue, in the words of `Rule`. */
export interface CatalogueRow {
  readonly id: string;
  readonly severity: string;
  readonly fix: string;
}

const file = new URL('../../../shared/rules.md', import.meta.url);
const severities: Readonly<Record<string, string>> = {
  E: 'error',
  W: 'warning',
  I: 'info',
  H: 'hint',
};

/** The rows of the catalogue that lies beside the repository; undefined when it is not there. */
export function catalogue(): ReadonlyMap<string, CatalogueRow> | undefined {
  if (!existsSync(file)) return undefined;
  const rows = [...readFileSync(file, 'utf8').matchAll(/^\| `([a-z-]+)` \| (\S+) \| (\S+) \|/gmu)];
  return new Map(
    rows.map(([, id = '', severity = '', fix = '']) => [
      id,
      { id, severity: severities[severity] ?? severity, fix: fix === '–' ? 'none' : fix },
    ]),
  );
}
