// Makes the .vsix: the whole extension for every platform, and nothing that does not run.
//   node scripts/package.mjs
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { installDependencies } from './dependencies.mjs';
import { mustRun } from './run.mjs';

/** The time of the commit, which its files bear in the package: the same source gives the same bytes. */
function commitTime() {
  const git = ['log', '-1', '--format=%ct'];
  return execFileSync('git', git, { cwd: inRoot('.'), encoding: 'utf8' }).trim();
}

/** Makes the package and returns its path. */
export async function makePackage() {
  installDependencies();
  const { version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const file = inRoot(`vanban-${version}.vsix`);
  process.env.SOURCE_DATE_EPOCH ??= commitTime();
  await mustRun('vsce', [
    'package',
    ...['--out', file],
    // Everything is bundled.
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
  ]);
  const megabytes = (statSync(file).size / 1e6).toFixed(1);
  console.log(`${file}: ${megabytes} MB`);
  return file;
}

if (process.argv[1] === import.meta.filename) await makePackage();
