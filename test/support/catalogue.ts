import { existsSync, readFileSync } from 'node:fs';

/** One row of the rule catalogue, in the words of `Rule`; `off`: the rule runs when a person asks for it. */
export interface CatalogueRow {
  readonly id: string;
  readonly severity: string;
  readonly fix: string;
}

const severities: Readonly<Record<string, string>> = {
  E: 'error',
  W: 'warning',
  I: 'info',
  H: 'hint',
};

/** The catalogue's rows: ids, severities and fixes are a contract with those who configure rules. */
export function catalogue(): ReadonlyMap<string, CatalogueRow> {
  const url = new URL('../fixtures/catalogue.tsv', import.meta.url);
  const [, ...rows] = readFileSync(url, 'utf8').trimEnd().split('\n');
  return rowsById(rows.map((row) => row.split('\t')));
}

/** The same from the catalogue that lies beside the repository; undefined when it is not there. */
export function sharedCatalogue(): ReadonlyMap<string, CatalogueRow> | undefined {
  const url = new URL('../../../shared/rules.md', import.meta.url);
  if (!existsSync(url)) return undefined;
  const rows = readFileSync(url, 'utf8').matchAll(/^\| `([a-z-]+)` \| (\S+) \| (\S+) \|/gmu);
  return rowsById([...rows].map(([, ...cells]) => cells));
}

function rowsById(rows: readonly (readonly string[])[]): ReadonlyMap<string, CatalogueRow> {
  return new Map(
    rows.map(([id = '', severity = '', fix = '']) => [
      id,
      { id, severity: severities[severity] ?? severity, fix: fix === '–' ? 'none' : fix },
    ]),
  );
}
