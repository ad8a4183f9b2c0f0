import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';

/** Licences whose terms a list of notices meets; any other needs a person's look first. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'OFL-1.1',
]);

/** What packages say of their licence in a place of their own: read by a person. */
const saidElsewhere = new Map([['format 0.2.2', 'MIT']]);

/** The packages that these files (as paths in the project) come from, by their folders, in order. */
export function shippedPackages(files) {
  const folders = files.flatMap(
    (file) => /node_modules\/(?:.*node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? [],
  );
  return [...new Set(folders)].sort().map((folder) => {
    const { name, version, ...said } = JSON.parse(
      readFileSync(inRoot(join(folder, 'package.json')), 'utf8'),
    );
    const license = said.license ?? saidElsewhere.get(`${name} ${version}`);
    const names = String(license)
      .replace(/[()]/g, '')
      .split(/ (?:AND|OR) /);
    const unknown = names.filter((one) => !allowed.has(one));
    if (unknown.length > 0)
      throw new Error(`${name} ${version}: licence ${license} is not allowed`);
    return { folder, name, version, license };
  });
}
