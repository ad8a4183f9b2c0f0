import assert from 'node:assert/strict';
import { ConfigurationTarget, languages, Selection, window, workspace, type Event } from 'vscode';
import { typeBurst, type Screens } from '../support/inputMethod.ts';
import { until } from '../support/until.ts';
import { openDossier, reports, vanban } from '../support/workspace.ts';

/** `DDoongf chis uyr ban nhaan daan dduwowngf`, key by key. */
const telex: readonly Screens[] = [
  ['D', 'Đ', 'Đo', 'Đô', 'Đôn', 'Đông', 'Đồng'],
  ['c', 'ch', 'chi', 'chí'],
  ['u', 'uy', 'ủy'],
  ['b', 'ba', 'ban'],
  ['n', 'nh', 'nha', 'nhâ', 'nhân'],
  ['d', 'da', 'dâ', 'dân'],
  ['d', 'đ', 'đu', 'đư', 'đưo', 'đươ', 'đươn', 'đương', 'đường'],
  ['3', '1', '/', '8'].map((_, index, keys) => keys.slice(0, index + 1).join('')),
];

/** `D9o6ng2 chi1 u3y ban nha6n da6n duong972`, key by key. */
const vni: readonly Screens[] = [
  ['D', 'Đ', 'Đo', 'Đô', 'Đôn', 'Đông', 'Đồng'],
  ['c', 'ch', 'chi', 'chí'],
  ['u', 'ủ', 'ủy'],
  ['b', 'ba', 'ban'],
  ['n', 'nh', 'nha', 'nhâ', 'nhân'],
  ['d', 'da', 'dâ', 'dân'],
  ['d', 'du', 'duo', 'duon', 'duong', 'đuong', 'đương', 'đường'],
];

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

  for (const [method, words] of Object.entries({ Telex: telex, VNI: vni })) {
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
