import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { commands, extensions } from 'vscode';
import type { Api } from '../../../client/api.ts';
import { until } from '../support/until.ts';
import { openDossier, reportOf, vanban } from '../support/workspace.ts';

describe('the packaged extension in VS Code', () => {
  let api: Api;

  it('activates when a Markdown file is opened', async function () {
    await openDossier('installed.md');
    api = await vanban();
    assert.ok(api.activationMs < 5000);
    const [own, all] = [api.ownMs, api.activationMs].map(Math.round);
    if (this.test) this.test.title += `, in ${all} ms of which ${own} are its own`;
  });

  it('holds only what runs', () => {
    const folder = extensions.getExtension('vanban.vanban')?.extensionPath ?? '';
    const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
    for (const name of ['client', 'server', 'test', 'scripts', 'node_modules', 'examples']) {
      assert.ok(!names.includes(name), name);
    }
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    assert.deepEqual(
      sources.filter((name) => /\.(?:ts|map)$/.test(name)),
      [],
    );
    assert.ok(existsSync(join(folder, 'dist/typst/compiler.wasm')));
  });

  it('reports on the dossier and shows its pages', async () => {
    const { document } = await openDossier('packaged.md');
    await reportOf(document.uri, 'citation-year-missing');
    await commands.executeCommand('vanban.openPreview');
    const shown = await until(api.previews.onDidShow, () => api.previews.shown(document.uri));
    assert.equal(shown.pages, 2);
  });
});
