import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPage } from '../test/testHost/browser.mjs';
import { installTestHost } from '../test/testHost/install.mjs';
import { releases } from '../test/testHost/releases.mjs';
import { startServer, workbenchAddress } from '../test/testHost/server.mjs';
import { Workbench } from '../test/testHost/workbench.mjs';
import { inRoot, root } from './paths.mjs';

/** Where the words are typed: before this, in the dossier. */
const place = '2. Các hoạt động';

const everythingOn = {
  'editor.quickSuggestions': { other: 'on', comments: 'on', strings: 'on' },
  'editor.wordBasedSuggestions': 'allDocuments',
  'editor.formatOnType': true,
};

/**
 * Types Vietnamese with the keys that an input method sends, through the workbench's own handling of keys,
 * and reads the saved file. Returns how many methods and languages passed and failed.
 */
export async function runKeyboardSuite() {
  const bursts = JSON.parse(readFileSync(inRoot('test/host/support/bursts.json'), 'utf8'));
  installTestHost();
  const folder = mkdtempSync(join(tmpdir(), 'vanban-keyboard-'));
  const server = await startServer(releases.newest, { settings: everythingOn });
  const browser = await openPage();
  const result = { passed: 0, failed: 0 };
  try {
    for (const [method, words] of Object.entries(bursts)) {
      for (const extension of ['md', 'vb.md']) {
        const file = join(folder, `${method}.${extension}`);
        cpSync(inRoot('test/fixtures/dossier.md'), file);
        const right = await typesInto(file, words, browser.page, server);
        result[right ? 'passed' : 'failed'] += 1;
        console.log(`  ${right ? '✔' : '✗'} ${method} at the keyboard in a .${extension} file`);
      }
    }
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return result;
}

async function typesInto(file, words, page, server) {
  const before = readFileSync(file, 'utf8');
  const workbench = new Workbench(page);
  await page.goto(workbenchAddress(server, { folder: join(file, '..'), file, extensions: [root] }));
  await workbench.hasSquiggle('error');
  await workbench.goToLine(before.slice(0, before.indexOf(place)).split('\n').length);
  const tab = page.locator('.tab.active');
  for (const [index, screens] of words.entries()) {
    if (index > 0) await page.keyboard.press('Space');
    for (const [at, screen] of screens.entries()) await retype(page, screens[at - 1] ?? '', screen);
  }
  await page.locator('.tab.active.dirty').waitFor();
  await workbench.pressUntil('Control+s', tab.and(page.locator(':not(.dirty)')));
  const typed = words.map((screens) => screens.at(-1)).join(' ');
  const after = readFileSync(file, 'utf8');
  if (after === before.replace(place, typed + place)) return true;
  console.log(after.split('\n').find((line) => line.includes(place)));
  return false;
}

/** Backspace for what changes, then the new letters: the keys that an input method sends. */
async function retype(page, before, after) {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  for (let key = same; key < before.length; key += 1) await page.keyboard.press('Backspace');
  for (const letter of after.slice(same)) await page.keyboard.type(letter);
}
