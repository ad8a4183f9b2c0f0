import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readShard, shardOf } from '../../../server/cli/shard.ts';
import { UsageError } from '../../../server/cli/usage.ts';
import { letterSample, planSample } from '../../../server/rules/samples.ts';
import { Folder, vanban } from '../../support/commandLine.ts';

describe('the parts of a run', () => {
  it('hold every item once, and no part holds two more than another', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 9 }), (items, count) => {
        const all = items.map((item, at) => ({ item, at }));
        const parts = Array.from({ length: count }, (_, at) =>
          shardOf(all, { index: at + 1, count }),
        );
        assert.deepEqual(
          parts.flat().sort((a, b) => a.at - b.at),
          all,
        );
        const sizes = parts.map((part) => part.length);
        assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1);
      }),
    );
  });

  it('are numbered from 1', () => {
    assert.deepEqual(readShard('2/3'), { index: 2, count: 3 });
    assert.equal(readShard(undefined), undefined);
    for (const wrong of ['0/3', '4/3', '1', '1/0', '-1/2', '1/2/3', 'a/b', '']) {
      assert.throws(() => readShard(wrong), UsageError, wrong);
    }
  });
});

describe('vanban merge', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder({ 'c/notes.md': '# Ghi chú\n\nMua sữa.\n' });
    for (let index = 0; index < 9; index += 1) {
      const number = `Số: ${10 + (index % 4)}/KH-UBND`;
      folder.write(`${index % 2}/${index}.md`, index % 3 ? planSample({ number }) : letterSample());
    }
  });
  afterEach(() => {
    folder.remove();
  });
  const lint = (...args: string[]) => vanban(folder.path, ['lint', '--format', 'json', ...args]);

  it('writes what one run writes, whatever the order of the parts', async () => {
    const whole = await lint('.');
    for (const order of [
      [1, 2, 3],
      [3, 1, 2],
    ]) {
      for (const index of order) {
        folder.write(`${index}.json`, (await lint('--shard', `${index}/3`, '.')).out);
      }
      const merged = await vanban(folder.path, ['merge', ...order.map((at) => `${at}.json`)]);
      assert.equal(merged.out, whole.out);
      assert.equal(merged.status, whole.status);
    }
  });

  it('refuses what is no report, and a file in two parts', async () => {
    folder.write('1.json', (await lint('--shard', '1/3', '.')).out);
    folder.write('x.json', '{"version":1}');
    const holding = (diagnostic: string): string =>
      `{"version":1,"summary":{"skipped":0},"files":[{"path":"a.md","documents":[],"diagnostics":[${diagnostic}]}]}`;
    folder.write('y.json', holding('null'));
    folder.write('z.json', holding('{"severity":"constructor"}'));
    for (const [args, told] of [
      [['x.json'], /x\.json: không phải JSON/u],
      [['y.json'], /y\.json: không phải JSON/u],
      [['z.json'], /z\.json: không phải JSON/u],
      [['không.json'], /không\.json/u],
      [['1.json', '1.json'], /có ở hai phần/u],
      [[], /merge cần/u],
    ] as const) {
      const ran = await vanban(folder.path, ['merge', ...args]);
      assert.equal(ran.status, 2);
      assert.equal(ran.out, '');
      assert.match(ran.err, told);
    }
  });
});
