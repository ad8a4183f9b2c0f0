import assert from 'node:assert/strict';
import { ConfigurationTarget, languages, Selection, window, workspace, type Event } from 'vscode';
import bursts from '../support/bursts.json' with { type: 'json' };
import { typeBurst } from '../support/inputMethod.ts';
import { until } from '../support/until.ts';
import { openDossier, reports, vanban } from '../support/workspace.ts';

const everythingOn = {
  quickSuggestions: { other: 'on', comments: 'on', strings: 'on' },
  wordBasedSuggestions: 'allDocuments',
  suggestOnTriggerCharacters: true,
  acceptSuggestionOnEnter: 'on',
  autoClosingBrackets: 'always',
  autoClosingQuotes: 'always',
  formatOnType: true,
};

describe('typing Vietnamese', () => {
  before(async () => {
    await vanban();
    for (const [name, value] of Object.entries(everythingOn)) {
      await workspace.getConfiguration('editor').update(name, value, ConfigurationTarget.Workspace);
    }
  });

  for (const [method, words] of Object.entries(bursts)) {
    for (const extension of ['md', 'vb.md']) {
      it(`leaves a ${method} burst in a .${extension} file as it was typed`, async () => {
        const editor = await openDossier(`typing-${method}.${extension}`);
        const { document } = editor;
        await until(languages.onDidChangeDiagnostics, () => reports(document.uri)[0]);
        const before = document.getText();
        const offset = before.indexOf('2. Các hoạt động');
        const position = document.positionAt(offset);
        editor.selection = new Selection(position, position);

        const typed = await typeBurst([...words, ...words]);

        const expected = before.slice(0, offset) + typed + before.slice(offset);
        await until(workspace.onDidChangeTextDocument as Event<unknown>, () =>
          document.getText().length >= expected.length ? true : undefined,
        );
        assert.equal(document.getText(), expected);
        assert.equal(window.activeTextEditor?.document, document);
      });
    }
  }
});
