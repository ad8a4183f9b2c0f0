import assert from 'node:assert/strict';
import { Folder, vanban } from '../../support/commandLine.ts';

interface Report {
  readonly excluded: boolean;
  readonly files: readonly {
    readonly kind: string;
    readonly path: string;
    readonly entries: number;
    readonly problems: readonly { readonly line: number; readonly character: number }[];
  }[];
  readonly settings: readonly {
    readonly key: string;
    readonly value: unknown;
    readonly from: string;
  }[];
  readonly rules: readonly {
    readonly id: string;
    readonly level: string;
    readonly from: string;
    readonly options: readonly unknown[];
  }[];
}

describe('vanban doctor', () => {
  let folder: Folder;
  const report = async (
    ...args: readonly string[]
  ): Promise<{ status: number; report: Report }> => {
    const ran = await vanban(folder.path, ['doctor', '--format', 'json', ...args]);
    return { status: ran.status, report: JSON.parse(ran.out) as Report };
  };
  afterEach(() => folder.remove());

  it('says which file set what', async () => {
    folder = new Folder({
      '.vanban/config.yml': 'preset: nghiem\nlanguage: en\nrules: {quotes: off}\nwords: [Zalo]\n',
      'phong/.vanban/config.yml': 'rules: {quotes: hint}\nexclude: [cu]\n',
      'phong/cu/a.md': 'x',
      'phong/.vanban/register.csv': 'số ký hiệu,ngày ban hành\n12/KH-UBND,10/02/2026\n',
    });
    const { status, report: told } = await report('phong/cu/a.md');
    assert.equal(status, 0);
    assert.equal(told.excluded, true);
    assert.deepEqual(
      told.files.map(({ kind, path, entries }) => [kind, path, entries]),
      [
        ['config', 'phong/.vanban/config.yml', 2],
        ['config', '.vanban/config.yml', 4],
        ['register', 'phong/.vanban/register.csv', 1],
      ],
    );
    assert.deepEqual(told.settings, [
      { key: 'preset', value: 'nghiem', from: '.vanban/config.yml' },
      { key: 'language', value: 'en', from: '.vanban/config.yml' },
      { key: 'require-reason', value: true, from: 'preset nghiem' },
    ]);
    const rule = (id: string) => told.rules.find((one) => one.id === id);
    assert.equal(rule('quotes')?.level, 'hint');
    assert.equal(rule('quotes')?.from, 'phong/.vanban/config.yml');
    assert.deepEqual(rule('syllable')?.options, [
      { key: 'words', value: ['Zalo'], from: '.vanban/config.yml' },
    ]);
  });

  it('places what is wrong, and tells by its status whether all could be read', async () => {
    folder = new Folder({ '.vanban/config.yml': '# thử\nrules:\n  quote: off\n' });
    const { status, report: told } = await report();
    assert.equal(status, 1);
    assert.deepEqual(
      told.files[0]?.problems.map(({ line, character }) => [line, character]),
      [[2, 2]],
    );
    folder.write('.vanban/config.yml', 'rules: {');
    assert.equal((await report()).status, 2);
    assert.equal((await vanban(folder.path, ['doctor', 'none'])).status, 2);
  });

  it('is readable', async () => {
    folder = new Folder({ '.vanban/config.yml': 'rules: {quotes: error}\n' });
    const { out } = await vanban(folder.path, ['doctor']);
    assert.match(out, /✔ \.vanban\/config\.yml {2}config, 1 mục/u);
    assert.match(out, /quotes: error {2}← \.vanban\/config\.yml/u);
  });
});
