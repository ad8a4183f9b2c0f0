import assert from 'node:assert/strict';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { letterSample, planSample } from '../../server/rules/samples.ts';
import { ScanThread } from '../../server/scanThread.ts';
import { Folder } from '../support/commandLine.ts';

/** Threads run bundles, as the installed program does. */
function bundle(path: string, outfile: string): string {
  buildSync({
    entryPoints: [fileURLToPath(new URL(`../../${path}`, import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile,
    logLevel: 'error',
  });
  return outfile;
}

describe('a thread that scans files', () => {
  const folder = new Folder();
  const lost: string[] = [];
  const threads: ScanThread[] = [];
  const thread = (program: string, limit?: number, storage?: string): ScanThread => {
    const started = new ScanThread(
      { version: '1', storage },
      { program: join(folder.path, program), limit, lost: ({ message }) => lost.push(message) },
    );
    threads.push(started);
    return started;
  };
  const uriOf = (name: string): string => pathToFileURL(join(folder.path, name)).href;

  before(() => {
    bundle('server/scanWorker.ts', join(folder.path, 'scan.cjs'));
    bundle('test/support/scanProgram.ts', join(folder.path, 'faulty.cjs'));
    folder.write('w/kế hoạch (1).md', planSample());
    folder.write('w/sâu/công-văn.md', letterSample());
    folder.write('w/ghi-chú.md', '# Ghi chú\n');
    folder.write('w/.ẩn/a.md', planSample());
  });
  afterEach(async () => {
    lost.length = 0;
    await Promise.all(threads.splice(0).map((each) => each.end()));
  });
  after(() => {
    folder.remove();
  });

  it('lists a folder and says what its files say of themselves', async () => {
    const scanner = thread('scan.cjs');
    const { uris, isWhole } = await scanner.list(uriOf('w'));
    assert.equal(isWhole, true);
    const found = await scanner.scan(uris);
    const numbers = found.flatMap(({ documents }) => documents.map(({ number }) => number));
    assert.deepEqual(numbers.toSorted(), ['15/KH-UBND', '215/SNV-VP']);
    assert.deepEqual(lost, []);
  });

  it('gives up the file alone that one hangs at', async () => {
    const scanner = thread('faulty.cjs', 4000);
    const found = await scanner.scan(['a', 'treo', 'b']);
    assert.deepEqual(
      found.map(({ isKnown }) => isKnown),
      [true, false, true],
    );
    assert.deepEqual(lost, ['treo: > 4 s']);
  });

  for (const [fault, why] of [
    ['chết', /^chết: exit/u],
    ['hết bộ nhớ', /^hết bộ nhớ: .*memory/u],
    ['lỗi', /^lỗi: tệp hỏng/u],
  ] as const) {
    it(`gives up the file alone that one ends at: ${fault}`, async () => {
      const scanner = thread('faulty.cjs', 60_000);
      const found = await scanner.scan(['a', fault, 'b']);
      assert.deepEqual(
        found.map(({ isKnown }) => isKnown),
        [true, false, true],
      );
      assert.equal(lost.length, 1);
      assert.match(lost[0] ?? '', why);
    });
  }

  it('is not started for ever', async () => {
    const scanner = thread('faulty.cjs');
    const found = await scanner.scan(Array.from({ length: 30 }, () => 'chết'));
    assert.equal(found.length, 30);
    assert.ok(lost.length <= 10, String(lost.length));
    assert.match(lost.at(-1) ?? '', /not read any more/u);
    assert.deepEqual(await scanner.list('a'), { uris: [], isWhole: false });
    assert.ok(lost.length <= 10);
  });

  it('ends when it may rest, and starts again when it is asked', async () => {
    const scanner = thread('faulty.cjs');
    const [first] = (await scanner.list('')).uris;
    assert.equal((await scanner.list('')).uris[0], first);
    const [, next] = await Promise.all([scanner.rest(), scanner.list('')]);
    assert.ok(next.isWhole);
    assert.notEqual(next.uris[0], first);
    assert.deepEqual(lost, []);
  });
});
