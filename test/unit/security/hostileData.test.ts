import assert from 'node:assert/strict';
import { parseDocuments } from '../../../server/document/parseDocuments.ts';
import { lint } from '../../../server/lint/lint.ts';
import { planSample } from '../../../server/rules/samples.ts';
import { parseSource } from '../../../server/source/parseSource.ts';
import { Folder, vanban } from '../../support/commandLine.ts';

/** What pollutes prototypes where data is put together carelessly. */
const keys = ['__proto__', 'constructor', 'prototype'];
const polluting = keys
  .map((key) => `${key}:\n  polluted: bẩn\n  prototype:\n    polluted: bẩn`)
  .join('\n');

/** Ten lists of ten of the one before: ten thousand million in all. */
const bomb = Array.from({ length: 11 }, (_, level) =>
  level === 0
    ? 'a0: &a0 [x, x, x, x, x, x, x, x, x, x]'
    : `a${level}: &a${level} [${Array(10)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
).join('\n');

function assertClean(): void {
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  assert.equal((Object as unknown as Record<string, unknown>)['polluted'], undefined);
}

describe('data that would do harm', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder({ 'a.md': planSample() });
  });
  afterEach(() => {
    folder.remove();
  });

  it('pollutes nothing from front matter', () => {
    const { documents } = lint(`---\nloại: Kế hoạch\n${polluting}\n---\n\n${planSample()}`);
    assert.ok(documents.length > 0);
    assertClean();
  });

  it('pollutes nothing from the office’s configuration or register', async () => {
    folder.write('.vanban/config.yml', polluting);
    folder.write('.vanban/register.csv', `số,${keys.join(',')}\n1/QĐ-UBND,bẩn,bẩn,bẩn\n`);
    const { status } = await vanban(folder.path, ['lint', 'a.md']);
    assert.ok(status < 3);
    assertClean();
  });

  it('pollutes nothing from results that are merged', async () => {
    folder.write(
      'a.json',
      '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}',
    );
    const { status, err } = await vanban(folder.path, ['merge', 'a.json']);
    assert.ok(status > 0);
    assert.match(err, /a\.json/u);
    assertClean();
  });

  it('ends with one message at a place where aliases explode, in front matter', () => {
    const text = `---\nloại: Kế hoạch\n${bomb}\n---\n\n${planSample()}`;
    const { diagnostics } = lint(text);
    const end = text.indexOf('\n---\n\n');
    assert.equal(diagnostics.filter(({ span }) => span.start < end).length, 1);
    assert.ok(parseDocuments(parseSource(text)).length > 0);
  });

  it('ends with one message where aliases explode, in the configuration', async () => {
    folder.write('.vanban/config.yml', bomb);
    const { status, err, out } = await vanban(folder.path, ['lint', 'a.md']);
    assert.ok(status > 0, out);
    assert.match(err + out, /config\.yml/u);
  });

  const depths = {
    brackets: (levels: number) => `a: ${'['.repeat(levels)}${']'.repeat(levels)}`,
    'open brackets': (levels: number) => `a: ${'['.repeat(levels)}`,
    maps: (levels: number) => `a: ${'{a: '.repeat(levels)}x${'}'.repeat(levels)}`,
    lists: (levels: number) => `${'- '.repeat(levels)}x`,
    keys: (levels: number) => `${'? '.repeat(levels)}x`,
    indentation: (levels: number) =>
      Array.from({ length: Math.min(levels, 1500) }, (_, level) => `${' '.repeat(level)}a:`).join(
        '\n',
      ),
  };

  for (const [name, nested] of Object.entries(depths)) {
    it(`never ends the program where ${name} nest deeply, wherever YAML is read`, async () => {
      const deep = [90, 900, 20_000].map(nested);
      for (const [index, yaml] of deep.entries()) {
        folder.write(`${index}.md`, `---\n${yaml}\n---\n\n${planSample()}`);
      }
      for (const yaml of deep) {
        for (const file of [
          'config.yml',
          'rules.yml',
          'agencies.yml',
          'baseline.yml',
          'register.json',
        ]) {
          folder.write(`.vanban/${file}`, yaml);
        }
        const { status, err } = await vanban(folder.path, ['lint', '.']);
        assert.ok(status < 3, err);
        assert.doesNotMatch(err, /trục trặc/u);
      }
    });
  }

  it('checks the files in spite of patterns of paths that never end or are none', async () => {
    folder.write(`${'a'.repeat(120)}.md`, planSample());
    const patterns = [`${'**a'.repeat(13)}b`, '{a,b}'.repeat(24), '{a,b}'.repeat(2000), '[z-a].md'];
    folder.write('.vanban/config.yml', `exclude: ${JSON.stringify(patterns)}\n`);
    const { status, out, err } = await vanban(folder.path, ['lint', '--format', 'json', '.']);
    assert.ok(status < 2, err);
    assert.equal((JSON.parse(out) as { files: unknown[] }).files.length, 2);
    assert.match(err, /config\.yml:1:\d+: Mẫu đường dẫn quá dài/u);
    assert.match(err, /config\.yml:1:\d+: Khoảng “z-a”/u);
    assert.doesNotMatch(err, /trục trặc/u);
  });

  it('refuses aliases in a baseline, however many', async () => {
    folder.write('.vanban/baseline.yml', `version: 1\n${bomb}\nfiles: { x: *a10 }\n`);
    const { status, err } = await vanban(folder.path, ['lint', 'a.md']);
    assert.ok(status > 0);
    assert.match(err, /baseline\.yml/u);
    assert.doesNotMatch(err, /trục trặc/u);
  });
});
