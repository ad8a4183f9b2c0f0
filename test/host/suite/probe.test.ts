import assert from 'node:assert/strict';
import { openDossier, vanban } from '../support/workspace.ts';

describe('the extension in VS Code', () => {
  it('starts and reports on a dossier', async () => {
    const { activationMs } = await vanban();
    assert.ok(activationMs > 0);
    const editor = await openDossier('probe.md');
    assert.equal(editor.document.languageId, 'markdown');
  });
});
