// Takes the README's picture: the packaged extension at work on an example, in a real VS Code.
//   node scripts/screenshot.mjs [example [picture]]
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { installTestHost } from '../test/testHost/install.mjs';
import { openPage } from '../test/testHost/browser.mjs';
import { releases } from '../test/testHost/releases.mjs';
import { installExtension, startServer, workbenchAddress } from '../test/testHost/server.mjs';
import { Workbench } from '../test/testHost/workbench.mjs';
import { makePackage } from './package.mjs';
import { inRoot } from './paths.mjs';

const example = resolve(process.argv[2] ?? inRoot('examples/ke-hoach.md'));
const picture = resolve(process.argv[3] ?? inRoot('docs/images/editor.png'));

const settings = {
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  // Has every Vietnamese letter (Debian: fonts-noto-mono).
  'editor.fontFamily': 'Noto Mono',
  'editor.minimap.enabled': false,
  'editor.lineNumbersMinChars': 3,
  'breadcrumbs.enabled': false,
};

installTestHost();
const vsix = await makePackage();
const folder = mkdtempSync(join(tmpdir(), 'vanban-picture-'));
const workspace = join(folder, 'examples');
const extensions = join(folder, 'extensions');
cpSync(dirname(example), workspace, { recursive: true });
installExtension(releases.newest, vsix, extensions);
const server = await startServer(releases.newest, { extensions, settings });
const browser = await openPage({ width: 1500, height: 1060 });
try {
  await takePicture(browser.page);
  console.log(picture);
} catch (error) {
  await browser.page.screenshot({ path: inRoot('out', 'screenshot-failed.png') });
  throw error;
} finally {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}

async function takePicture(page) {
  const workbench = new Workbench(page);
  const file = join(workspace, basename(example));
  await page.goto(workbenchAddress(server, { folder: workspace, file }));
  await workbench.hasSquiggle('error');
  await workbench.run('View: Close Primary Side Bar');
  await workbench.run('vanban: Open Preview');
  await workbench.webview().locator('.sheet').first().waitFor();
  await workbench.run('Problems: Focus on Problems View');
  const problems = page.locator('.markers-panel-container .monaco-list-row');
  await problems.nth(3).waitFor();
  await workbench.goToLine(1);
  await page.locator('[id="status.problems"]', { hasText: /[1-9]/ }).waitFor();
  await page.mouse.move(0, 0);
  mkdirSync(dirname(picture), { recursive: true });
  await page.screenshot({ path: picture, animations: 'disabled' });
}
