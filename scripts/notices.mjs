import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';

/** The licences of the packages, as their terms ask. */
export function noticesOf(packages) {
  return packages.map(noticeOf).join(`\n${'-'.repeat(80)}\n\n`);
}

function noticeOf({ folder, name, version, license }) {
  const path = inRoot(folder);
  const terms = readdirSync(path).find((file) => /^licen[cs]e/i.test(file));
  const text = terms ? readFileSync(join(path, terms), 'utf8').trim() : `Licence: ${license}`;
  return `${name} ${version}\n\n${text}\n`;
}
