import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { planSample } from '../../../server/rules/samples.ts';
import { Folder } from '../../support/commandLine.ts';
import { LanguageClient } from '../../support/languageClient.ts';
import { exportedWord } from '../../support/wordFiles.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const watch = new URL('../../support/noNetwork.mjs', import.meta.url).href;

/** The text names places far away wherever a text can. */
const text = planSample({
  body: 'Xem [trang](https://remote.invalid/a) ![ảnh](https://remote.invalid/b.png) và https://remote.invalid.',
});

/** Runs a program that may not leave the machine, in a folder; gives what it tried and its exit status. */
function run(
  args: readonly string[],
  folder: string,
  input = '',
): { tried: string; status: number | null } {
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--import', watch, '--import', tsx, ...args],
    { cwd: folder, input, encoding: 'utf8' },
  );
  return {
    tried: stderr
      .split('\n')
      .filter((line) => line.startsWith('NETWORK'))
      .join('\n'),
    status,
  };
}

describe('the network', () => {
  let folder: Folder;
  before(async () => {
    folder = new Folder({ 'a.md': text, 'b.docx': await exportedWord(text) });
  });
  after(() => {
    folder.remove();
  });

  const program = `${root}server/cli/main.ts`;
  for (const args of [
    ['lint', 'a.md'],
    ['lint', '--fix', 'a.md'],
    ['export', 'a.md', '--to', 'docx', '--force'],
    ['import', 'b.docx', '--force'],
    ['doctor'],
    ['rules'],
  ]) {
    it(`is not touched by vanban ${args.join(' ')}`, () => {
      const { tried, status } = run([program, ...args], folder.path);
      assert.equal(tried, '');
      assert.ok(status === 0 || status === 1, String(status));
    });
  }

  it('is not touched by the language server', async () => {
    const before = process.env['NODE_OPTIONS'];
    process.env['NODE_OPTIONS'] = `--import ${watch}`;
    const client = new LanguageClient();
    if (before === undefined) delete process.env['NODE_OPTIONS'];
    else process.env['NODE_OPTIONS'] = before;
    await client.initialize();
    const uri = pathToFileURL(`${folder.path}/a.md`).href;
    await client.open(uri, text);
    assert.ok((await client.diagnostics(uri, 1)).length > 0);
    await client.symbols(uri);
    assert.equal(await client.stop(), 0);
    assert.deepEqual(
      client.log.filter((line) => line.includes('NETWORK')),
      [],
    );
  });

  it('is watched: a program that reaches out is seen', () => {
    const { tried } = run(
      ['--eval', "fetch('https://remote.invalid').catch(() => {})"],
      folder.path,
    );
    assert.match(tried, /NETWORK fetch/u);
  });
});
