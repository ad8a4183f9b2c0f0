import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { inThreads, threadsFor } from '../../../server/cli/lintThreads.ts';
import { letterSample, planSample } from '../../../server/rules/samples.ts';
import { Folder } from '../../support/commandLine.ts';

/** Threads run bundles, as the installed program does. */
function bundle(path: string, into: Folder): string {
  const outfile = join(into.path, `${basename(path, '.ts')}.cjs`);
  buildSync({
    entryPoints: [fileURLToPath(new URL(`../../../${path}`, import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    define: { 'import.meta.url': '__url' },
    banner: { js: "const __url = require('node:url').pathToFileURL(__filename).href;" },
    outfile,
    logLevel: 'error',
  });
  return outfile;
}

const task = (paths: readonly string[]) => ({
  args: [],
  folder: '.',
  language: undefined,
  files: paths.map((path) => ({ path, named: false, root: '.' })),
  beside: paths,
});

describe('threads that check files', () => {
  let programs: Folder;
  let program = '';

  before(() => {
    programs = new Folder();
    program = bundle('test/support/threadProgram.ts', programs);
  });
  after(() => {
    programs.remove();
  });

  it('answer for every file in the order of the files, knowing all of them', async () => {
    const paths = Array.from({ length: 50 }, (_, index) => `${index}.md`);
    const answers = await inThreads<number, string>(program, task(paths), 2);
    assert.deepEqual(
      answers,
      paths.map((path) => ({ kind: 'done', value: `${path} 50 50` })),
    );
  });

  it('give up the file alone that one hangs at', async () => {
    const paths = Array.from({ length: 20 }, (_, index) => (index === 5 ? 'treo.md' : `${index}`));
    const answers = await inThreads<number, string>(program, task(paths), 2, 300);
    assert.deepEqual(
      answers.flatMap(({ kind }, index) => (kind === 'died' ? [index] : [])),
      [5],
    );
  });

  it('lose the file alone that one dies of', async () => {
    const paths = Array.from({ length: 20 }, (_, index) => (index === 11 ? 'chết.md' : `${index}`));
    const answers = await inThreads<number, string>(program, task(paths), 2);
    assert.deepEqual(
      answers,
      paths.map((path) =>
        path === 'chết.md'
          ? { kind: 'died', why: 'exit 3' }
          : { kind: 'done', value: `${path} 20 19` },
      ),
    );
  });

  it('are not worth their start for a few files', () => {
    assert.equal(threadsFor(20, 4), 1);
    assert.equal(threadsFor(2000, 4), 4);
    assert.ok(threadsFor(2000, undefined) >= 1);
  });

  it('write what one process writes', () => {
    const main = bundle('server/cli/main.ts', programs);
    const folder = new Folder();
    try {
      for (let index = 0; index < 120; index += 1) {
        const sample = index % 2 === 0 ? planSample() : letterSample();
        folder.write(`${index % 7}/${index}.md`, sample.replace('2026', String(2000 + index)));
      }
      folder.write('hỏng.md', Uint8Array.of(0xff, 0xfe, 0xd8));
      const ran = ['1', '2'].map((jobs) =>
        spawnSync(process.execPath, [main, 'lint', '--format', 'json', '--jobs', jobs, '.'], {
          cwd: folder.path,
          encoding: 'utf8',
          maxBuffer: 1e9,
        }),
      );
      const [one, two] = ran;
      assert.ok(one && two && one.stdout.length > 1000, one?.stderr);
      assert.equal(two.stdout, one.stdout);
      assert.equal(two.stderr, one.stderr);
      assert.equal(two.status, one.status);
    } finally {
      folder.remove();
    }
  });
});
