import assert from 'node:assert/strict';
import { configCompletion } from '../../../server/config/configCompletion.ts';
import { readConfig } from '../../../server/config/readConfig.ts';
import { configKeys } from '../../../server/config/keys.ts';
import { rules } from '../../../server/rules/index.ts';

/** What is suggested at `|`, and what it replaces. */
function at(marked: string): { readonly typed: string; readonly texts: readonly string[] } {
  const text = marked.replace('|', '');
  const { span, suggestions } = configCompletion(text, marked.indexOf('|'));
  return {
    typed: text.slice(span.start, span.end),
    texts: suggestions.map((one) => one.text + one.after),
  };
}

const ids = rules.map(({ id }) => `${id}: `);
const levels = ['off', 'error', 'warning', 'info', 'hint'];

describe('suggestions in the config file', () => {
  it('names the keys', () => {
    assert.deepEqual(at('|').texts.length, configKeys.length);
    assert.deepEqual(at('root: true\nru|'), { typed: 'ru', texts: at('|').texts });
    assert.ok(at('|').texts.includes('rules:'));
    assert.ok(at('|').texts.includes('language: '));
  });

  it('names rules, levels and options', () => {
    assert.deepEqual(at('rules:\n  sec|'), { typed: 'sec', texts: ids });
    assert.deepEqual(at('rules: # của sở\n\n  # tắt bớt\n  quotes: off\n  |').texts, ids);
    assert.deepEqual(at('rules:\n  section-level: o|'), { typed: 'o', texts: levels });
    assert.deepEqual(at('rules:\n  tone-placement:\n    |').texts, ['level: ', 'style: ']);
    assert.deepEqual(at('rules:\n  tone-placement:\n    style: |').texts, [
      'consistent',
      'old',
      'new',
    ]);
    assert.deepEqual(at('rules:\n  tone-placement:\n    level: |\n').texts, levels);
  });

  it('names document types and their rules', () => {
    assert.ok(at('types:\n  c|').texts.includes('cong-van:'));
    assert.deepEqual(at('types:\n  cong-van:\n    |').texts, ['rules:']);
    assert.deepEqual(at('types:\n  cong-van:\n    rules:\n      |').texts, ids);
    assert.deepEqual(at('types:\n  cong-van:\n    rules:\n      quotes: |').texts, levels);
  });

  it('names the values of other keys', () => {
    assert.deepEqual(at('preset: |').texts, ['mac-dinh', 'nghiem', 'du-thao']);
    assert.deepEqual(at('require-reason: t|').texts, ['true', 'false']);
  });

  it('is silent where it knows nothing', () => {
    for (const text of [
      '# |',
      'words:\n  - |',
      'terms:\n  a: |',
      'rules: {|',
      'rules: "|',
      'x y: |',
    ]) {
      assert.deepEqual(at(text).texts, [], text);
    }
  });

  it('suggests nothing that is not accepted', () => {
    for (const id of at('rules:\n  |').texts) {
      assert.deepEqual(readConfig(`rules:\n  ${id}off\n`).problems, [], id);
    }
  });
});
