import assert from 'node:assert/strict';
import { commands, Range, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import type { Api } from '../../../client/api.ts';
import type { Shown } from '../../../client/webview/messages.ts';
import { until } from '../support/until.ts';
import { openDossier, openText, vanban } from '../support/workspace.ts';

describe('the preview in VS Code', () => {
  let api: Api;
  before(async () => {
    api = await vanban();
  });

  /** What the page shows of a version of the text or of a later one. */
  function shownOf({ uri }: TextDocument, version: number): Promise<Shown> {
    return until(api.previews.onDidShow, () => {
      const shown = api.previews.shown(uri);
      return shown && shown.version >= version ? shown : undefined;
    });
  }

  async function replace(document: TextDocument, range: Range, text: string): Promise<void> {
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, range, text);
    assert.ok(await workspace.applyEdit(edit));
  }

  it('shows the formatted pages and follows the text', async () => {
    const { document } = await openDossier('preview.md');
    await commands.executeCommand('vanban.openPreview');
    const first = await shownOf(document, 1);
    assert.match(first.title, /46\/KH-UBND/);
    assert.equal(first.message, '');
    assert.equal(first.pages, 2);
    assert.ok(first.glyphs > 1000, `${first.glyphs} glyphs`);

    const at = document.positionAt(document.getText().indexOf('2. Các hoạt động'));
    const paragraph = 'Các thôn chủ động phối hợp với nhà trường. '.repeat(30);
    await replace(document, new Range(at, at), `${paragraph}\n\n`);
    const second = await shownOf(document, document.version);
    assert.ok(second.glyphs > first.glyphs + 500, `${second.glyphs} glyphs`);
  });

  it('keeps the last good pages while the text has no form', async () => {
    const { document } = await openDossier('broken.md');
    await commands.executeCommand('vanban.openPreview');
    const good = await shownOf(document, 1);
    const all = new Range(document.positionAt(0), document.positionAt(Number.MAX_SAFE_INTEGER));
    await replace(document, all, 'Chỉ còn một dòng.\n');
    const broken = await shownOf(document, document.version);
    assert.equal(broken.pages, good.pages);
    assert.match(broken.message, /thể thức/);
  });

  it('says why there is nothing to show for a file that is no document', async () => {
    const { document } = await openText('notes.md', '# Notes\n\nBuy milk.\n');
    await commands.executeCommand('vanban.openPreview');
    const shown = await shownOf(document, 1);
    assert.equal(shown.pages, 0);
    assert.match(shown.message, /thể thức/);
  });
});
