import assert from 'node:assert/strict';
import { ConfigFiles } from '../../../server/config/configFiles.ts';
import { settingsFor } from '../../../server/config/settingsFor.ts';
import type { LintSettings } from '../../../server/lint/settings.ts';

const document = 'file:///co-quan/phong/to/van-ban.md';

/** The settings of the document among these files, by their path. */
async function merged(files: Readonly<Record<string, string>>, given: LintSettings = {}) {
  const found = await new ConfigFiles((uri) =>
    Promise.resolve(files[uri.slice('file://'.length)]),
  ).of(document);
  return settingsFor(document, found, given);
}

describe('settings from config files', () => {
  it('lets the nearest win, value by value, and tells where each came from', async () => {
    const { settings, origins } = await merged(
      {
        '/co-quan/.vanban/config.yml':
          'preset: nghiem\nlanguage: en\nrules: {quotes: error, syllable: off}\n',
        '/co-quan/phong/.vanban/config.yml': 'rules: {quotes: hint, spacing: off}\n',
      },
      { rules: { spacing: 'info' } },
    );
    assert.equal(settings.language, 'en');
    assert.equal(settings.requireReason, true);
    assert.equal(settings.rules?.['quotes'], 'hint');
    assert.equal(settings.rules?.['syllable'], 'off');
    assert.equal(settings.rules?.['spacing'], 'info');
    const near = 'file:///co-quan/phong/.vanban/config.yml';
    assert.deepEqual(origins.get('rules/quotes'), { kind: 'file', uri: near });
    assert.deepEqual(origins.get('rules/spacing'), { kind: 'given' });
    assert.deepEqual(origins.get('requireReason'), { kind: 'preset', id: 'nghiem' });
  });

  it('lets a nearer setting for all types overrule a farther one for one type', async () => {
    const { settings, origins } = await merged({
      '/co-quan/.vanban/config.yml':
        'types: {cong-van: {rules: {national-title: off, quotes: off}}}\n',
      '/co-quan/phong/.vanban/config.yml':
        'rules: {national-title: error}\ntypes: {cong-van: {rules: {spacing: hint}}}\n',
    });
    const letters = settings.byType?.['cong-van'];
    assert.equal(settings.rules?.['national-title'], 'error');
    assert.equal(letters?.rules?.['national-title'], undefined);
    assert.equal(letters?.rules?.['quotes'], 'off');
    assert.equal(letters?.rules?.['spacing'], 'hint');
    assert.equal(origins.has('types/cong-van/national-title'), false);
  });

  it('tells which files they follow from, and of none once they are forgotten', async () => {
    const files: Readonly<Record<string, string>> = {
      '/co-quan/.vanban/config.yml': 'house: [../chung/quy tắc.yml]\nbaseline: cu/nen.yml\n',
    };
    const configs = new ConfigFiles((uri) => Promise.resolve(files[uri.slice('file://'.length)]));
    await configs.of(document);
    for (const uri of [
      'file:///co-quan/.vanban/config.yml',
      'file:///co-quan/phong/.vanban/config.yml',
      'file:///chung/quy%20t%E1%BA%AFc.yml',
      'file:///co-quan/cu/nen.yml',
    ]) {
      assert.equal(configs.hasSought(uri), true, uri);
    }
    assert.equal(configs.hasSought('file:///co-quan/docker-compose.yml'), false);
    configs.forget();
    assert.equal(configs.hasSought('file:///co-quan/cu/nen.yml'), false);
  });

  it('stops at root', async () => {
    const { settings } = await merged({
      '/co-quan/.vanban/config.yml': 'rules: {quotes: error}\n',
      '/co-quan/phong/.vanban/config.yml': 'root: true\n',
    });
    assert.equal(settings.rules?.['quotes'], undefined);
  });

  it('adds up terms and words, and gives them to the rules that take them', async () => {
    const { settings } = await merged({
      '/co-quan/.vanban/config.yml': 'terms: {a: b, c: d}\nwords: [Zalo]\n',
      '/co-quan/phong/.vanban/config.yml':
        'terms: {c: e}\nwords: [Wifi]\nrules: {preferred-term: {terms: {g: h}}}\n',
    });
    assert.deepEqual(settings.options?.['preferred-term'], { terms: { g: 'h', a: 'b', c: 'e' } });
    assert.deepEqual(settings.options?.['syllable'], { words: ['Zalo', 'Wifi'] });
  });

  it('leaves out what is excluded, from the folder of the config', async () => {
    const at = '/co-quan/.vanban/config.yml';
    assert.equal((await merged({ [at]: 'exclude: [phong/to]' })).settings.excluded, true);
    assert.equal((await merged({ [at]: 'exclude: ["**/van-*.md"]' })).settings.excluded, true);
    assert.equal((await merged({ [at]: 'exclude: [to]' })).settings.excluded, undefined);
  });

  it('reads the agencies and places their problems', async () => {
    const text =
      '- {name: Ban A, symbols: [BA], level: xa, kind: phong}\n- {name: Ban B, symbol: [BB]}\n';
    const { agencies } = await new ConfigFiles((uri) =>
      Promise.resolve(uri.endsWith('/phong/.vanban/agencies.yml') ? text : undefined),
    ).of(document);
    const [found] = agencies;
    assert.ok(found && found.problems.length > 0);
    assert.ok(found.problems.some(({ span }) => text.slice(span.start, span.end) === 'symbol'));
  });
});
