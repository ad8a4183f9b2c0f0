import { readFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';

/** What ships besides our own code, in CycloneDX 1.5: the same text for the same packages. */
export function sbomOf(packages) {
  const own = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const locked = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
  const component = ({ folder, name, version, license }) => ({
    type: 'library',
    name,
    version,
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    licenses: [{ expression: license }],
    hashes: hashesOf(locked[folder]?.integrity),
  });
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', name: own.name, version: own.version } },
    components: packages.map(component),
  };
  return `${JSON.stringify(bill, undefined, 2)}\n`;
}

/** The lockfile's own check of a package, in hexadecimal. */
function hashesOf(integrity) {
  const [, content] = /^sha512-(.+)$/.exec(integrity ?? '') ?? [];
  if (content === undefined) throw new Error('a package that ships is not in the lockfile');
  return [{ alg: 'SHA-512', content: Buffer.from(content, 'base64').toString('hex') }];
}
