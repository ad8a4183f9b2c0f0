#!/usr/bin/env node
// Installs the stand-in for a downloaded VS Code. It needs the npm registry alone: no compiler, no download
// of VS Code. Does nothing when it is there already.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { here, releases } from './releases.mjs';
import { spdlog, watchdog } from './nativeStandIns.mjs';

const stamp = join(here, 'node_modules', '.installed');
const recipe = ['package-lock.json', 'install.mjs', 'nativeStandIns.mjs'];

function fingerprint() {
  const hash = createHash('sha256');
  for (const name of recipe) hash.update(readFileSync(join(here, name)));
  return hash.digest('hex');
}

function npm(folder, ...args) {
  execFileSync(
    'npm',
    [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: folder,
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
}

/** Puts the stand-in for a native module in place, under whichever name this release has it. */
function replaceModule(vscode, names, code) {
  const found = names.map((name) => join(vscode, 'node_modules', name)).find(existsSync);
  if (!found) throw new Error(`none of ${names.join(', ')} is part of ${vscode}`);
  const manifest = JSON.parse(readFileSync(join(found, 'package.json'), 'utf8'));
  writeFileSync(join(found, manifest.main ?? 'index.js'), code);
}

/** The older release fetches its search program while installing; the newer has it in its package. */
function shareSearchProgram(from, to) {
  const source = join(from, 'node_modules/@vscode/ripgrep-universal/bin/linux-x64/rg');
  const target = join(to, 'node_modules/@vscode/ripgrep/bin/rg');
  mkdirSync(join(target, '..'), { recursive: true });
  copyFileSync(source, target);
}

/** Why this machine cannot run the stand-in; undefined when it can. */
export function unsupported() {
  const machine = `${process.platform}-${process.arch}`;
  return machine === 'linux-x64'
    ? undefined
    : `the embedded VS Code runs on linux-x64, not ${machine}`;
}

export function installTestHost() {
  const reason = unsupported();
  if (reason) throw new Error(reason);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()) return;
  console.log('Installing the embedded VS Code (about 1.5 GB, once) …');
  npm(here, 'ci');
  for (const { vscode } of Object.values(releases)) {
    // The packages that VS Code's server itself needs, as its own shrinkwrap file lists them.
    npm(vscode, 'install', '--omit=dev');
    replaceModule(vscode, ['@vscode/spdlog'], spdlog);
    replaceModule(vscode, ['@vscode/native-watchdog', 'native-watchdog'], watchdog);
  }
  shareSearchProgram(releases.newest.vscode, releases.lowest.vscode);
  writeFileSync(stamp, fingerprint());
}

if (process.argv[1] === import.meta.filename) installTestHost();
