import assert from 'node:assert/strict';
import {
  commands,
  Range,
  ViewColumn,
  window,
  workspace,
  WorkspaceEdit,
  type TextDocument,
} from 'vscode';
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

  it('goes from a click on the page to the word, and selects nothing that a key would replace', async () => {
    const editor = await openDossier('click.md');
    const { document } = editor;
    await commands.executeCommand('vanban.openPreview');
    const { version } = await shownOf(document, 1);
    for (let y = 100; y < 700 && editor.selection.active.line === 0; y += 20) {
      await api.previews.goToSource(document.uri, { version, page: 0, x: 200, y });
    }
    const { active } = window.activeTextEditor?.selection ?? {};
    assert.ok(active && active.line > 0, 'the caret went to a line of the text');
    assert.ok(window.activeTextEditor?.selection.isEmpty);
  });

  it('follows the active document until it is pinned', async () => {
    const { document: first } = await openDossier('first.md');
    await commands.executeCommand('vanban.openPreview');
    await shownOf(first, 1);
    const { document: second } = await openDossier('second.md');
    await shownOf(second, 1);
    assert.equal(api.previews.isPinned(first.uri), undefined);
    await commands.executeCommand('vanban.togglePreviewPin');
    assert.equal(api.previews.isPinned(second.uri), true);
    await window.showTextDocument(first);
    assert.equal(api.previews.isPinned(second.uri), true);
    assert.equal(api.previews.isPinned(first.uri), undefined);
    await commands.executeCommand('vanban.togglePreviewPin');
    await shownOf(first, 1);
  });

  it('comes back after a reload with its document, and not from a state that is none', async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    const { document } = await openDossier('reloaded.md');
    const uri = document.uri.toString();
    const panel = window.createWebviewPanel('vanban.preview', '', ViewColumn.Beside);
    await api.previews.restore(panel, { uri, index: 0, pinned: true, zoom: 125 });
    assert.equal((await shownOf(document, 1)).pages, 2);
    assert.equal(api.previews.isPinned(document.uri), true);
    panel.dispose();
    const other = window.createWebviewPanel('vanban.preview', '', ViewColumn.Beside);
    const closed = new Promise((settle) => other.onDidDispose(settle));
    await api.previews.restore(other, { uri: 7 });
    await closed;
  });
});
