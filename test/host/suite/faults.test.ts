import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { languages, Position, workspace, WorkspaceEdit } from 'vscode';
import { until } from '../support/until.ts';
import { openDossier, reportOf, reports, vanban } from '../support/workspace.ts';

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
