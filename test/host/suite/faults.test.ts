import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { commands, languages, Position, workspace, WorkspaceEdit } from 'vscode';
import { until } from '../support/until.ts';
import { openDossier, openText, reportOf, reports, vanban } from '../support/workspace.ts';

/** The language server's process, of those that this one started. */
function serverProcess(): number | undefined {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/u.test(name))) {
    try {
      const isServer = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('server.cjs');
      const parent = /^PPid:\s*(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      if (isServer && Number(parent) === process.pid) return Number(pid);
    } catch {
      // it ended meanwhile
    }
  }
  return undefined;
}

describe('a server that is killed while a person types', function () {
  before(function () {
    if (process.platform !== 'linux') this.skip();
  });

  it('comes back, and no letter is lost', async () => {
    await vanban();
    const { document } = await openDossier('killed.md');
    await reportOf(document.uri, 'citation-year-missing');
    const before = document.getText();
    const first = serverProcess();
    assert.ok(first);
    const gone = until(languages.onDidChangeDiagnostics, () =>
      reports(document.uri).length === 0 ? true : undefined,
    );

    const typed = 'Tiếng Việt ';
    for (const [index, letter] of [...typed].entries()) {
      if (index === 4) process.kill(first, 'SIGKILL');
      const edit = new WorkspaceEdit();
      edit.insert(document.uri, new Position(document.lineCount - 1, index), letter);
      assert.ok(await workspace.applyEdit(edit));
    }
    await gone;
    await reportOf(document.uri, 'citation-year-missing');

    assert.notEqual(serverProcess(), first);
    assert.equal(document.getText(), before + typed);
  });
});

describe('a server that runs out of memory at one document', function () {
  this.timeout(180_000);
  const { NODE_OPTIONS } = process.env;

  before(function () {
    // the desktop's own runtime takes no such option from outside
    if (process.platform !== 'linux' || process.versions['electron']) this.skip();
  });
  after(async () => {
    if (NODE_OPTIONS === undefined) delete process.env['NODE_OPTIONS'];
    else process.env['NODE_OPTIONS'] = NODE_OPTIONS;
    await commands.executeCommand('workbench.action.closeAllEditors');
    await commands.executeCommand('vanban.restartServer');
  });

  it('comes back without it, and checks the others', async () => {
    await vanban();
    process.env['NODE_OPTIONS'] = '--max-old-space-size=64';
    await commands.executeCommand('vanban.restartServer');
    const first = serverProcess();
    assert.ok(first);
    const { document: small } = await openDossier('beside.md');
    await reportOf(small.uri, 'citation-year-missing');

    const text = small.getText().repeat(Math.ceil(3_500_000 / small.getText().length));
    const { document: huge } = await openText('huge.md', text);
    while (serverProcess() === first) await new Promise((done) => setTimeout(done, 200));
    const { document: next } = await openDossier('next.md');
    await reportOf(next.uri, 'citation-year-missing');
    await reportOf(small.uri, 'citation-year-missing');

    const second = serverProcess();
    assert.ok(second);
    await new Promise((done) => setTimeout(done, 5000));
    assert.equal(serverProcess(), second, 'it does not end at the same document again');
    assert.deepEqual(reports(huge.uri), []);
    assert.equal(huge.getText(), text);
  });
});
