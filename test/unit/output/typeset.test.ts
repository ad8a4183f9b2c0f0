import assert from 'node:assert/strict';
import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Typesetter, type TypesetResult } from '../../../server/output/typeset.ts';
import { bundledWorkerAssets } from './installedAssets.ts';

const page = (text: string): string => `#set text(font: "Tinos")\n#"${text}"`;

function pagesOf(result: TypesetResult): readonly string[] {
  assert.equal(result.state, 'done', JSON.stringify(result));
  return result.state === 'done' ? result.pages.map(({ svg }) => svg) : [];
}

describe('typesetter', () => {
  const { assets, remove } = bundledWorkerAssets();
  const typesetter = new Typesetter(assets);
  after(async () => {
    await typesetter.dispose();
    remove();
  });

  it('sets a source as one SVG a page', async () => {
    const pages = pagesOf(await typesetter.typeset(`${page('một')}\n#pagebreak()\n#"hai"`));
    assert.equal(pages.length, 2);
    for (const svg of pages) assert.match(svg, /^<svg xmlns="[^"]+" viewBox="0 0 59\d/u);
  });

  it('gives every page again, changed or not, after whatever it set between', async () => {
    const text = (middle: string): string =>
      ['một', middle, 'ba'].map((each) => page(each)).join('\n#pagebreak()\n');
    const [first, last] = [pagesOf(await typesetter.typeset(text('hai'))), [] as string[]];
    for (const middle of ['hai', 'hăm', 'hai'])
      last.splice(0, 3, ...pagesOf(await typesetter.typeset(text(middle), 'k')));
    await typesetter.typeset('#let');
    await typesetter.typeset(page('khác'));
    const again = pagesOf(await typesetter.typeset(text('hai')));
    assert.equal(new Set(first).size, 3);
    assert.deepEqual([last, again], [first, first]);
  });

  it('sets only the latest of the requests that wait under one key', async () => {
    const states = await Promise.all(
      ['a', 'b', 'c', 'd'].map((text) => typesetter.typeset(page(text), 'k')),
    );
    assert.deepEqual(
      states.map((each) => each.state),
      ['done', 'outdated', 'outdated', 'done'],
    );
  });

  it('sets requests under different keys all', async () => {
    const results = await Promise.all(
      ['a', 'b', 'c'].map((key) => typesetter.typeset(page(key), key)),
    );
    assert.deepEqual(
      results.map((each) => each.state),
      ['done', 'done', 'done'],
    );
  });

  it('answers a source that does not compile, and sets the next one', async () => {
    const broken = await typesetter.typeset('#let');
    assert.equal(broken.state, 'failed');
    pagesOf(await typesetter.typeset(page('lại')));
  });

  it('gives a source no file, package or network', async () => {
    for (const source of ['#read("/etc/passwd")', '#import "@preview/example:0.1.0": x']) {
      assert.equal((await typesetter.typeset(source)).state, 'failed', source);
    }
  });

  it('stops a source that never ends and sets the next one', async () => {
    const quick = new Typesetter(assets, { timeout: 1500, loadTimeout: 20_000 });
    pagesOf(await quick.typeset(page('nóng máy')));
    const endless = quick.typeset('#for a in range(9999) { for b in range(99999) { } }');
    assert.deepEqual(await endless, { state: 'failed', reason: 'timeout', detail: '1500 ms' });
    pagesOf(await quick.typeset(page('tiếp')));
    await quick.dispose();
  });

  it('takes a fresh engine when the old one holds too much memory', async () => {
    const tight = new Typesetter(assets, { memoryLimit: 1 });
    for (const text of ['a', 'b', 'c']) pagesOf(await tight.typeset(page(text)));
    await tight.dispose();
  });

  it('answers when the worker dies', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'vanban-'));
    const worker = join(directory, 'dies.cjs');
    await writeFile(worker, 'process.exit(3);');
    const dead = new Typesetter({ ...assets, worker });
    const result = await dead.typeset(page('x'));
    assert.equal(result.state === 'failed' && result.reason, 'crash');
    await dead.dispose();
    await rm(directory, { recursive: true });
  });

  it('answers what waits as outdated once disposed', async () => {
    const gone = new Typesetter(assets);
    const waiting = [gone.typeset(page('a'), 'a'), gone.typeset(page('b'), 'b')];
    await gone.dispose();
    assert.deepEqual(
      (await Promise.all(waiting)).map((each) => each.state),
      ['outdated', 'outdated'],
    );
    assert.equal((await gone.typeset(page('c'))).state, 'outdated');
  });
});
