import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { configSchema } from '../../../server/config/configSchema.ts';
import { readConfig } from '../../../server/config/readConfig.ts';
import { rules } from '../../../server/rules/index.ts';

const ajv = new Ajv({ allowUnionTypes: true, strict: false });
const validate = ajv.compile(configSchema());

describe('the schema of the config file', () => {
  const sound = [
    '',
    'rules:',
    'root: true\nlanguage: vi\npreset: du-thao\n',
    'rules: {quotes: off, syllable: {level: info, words: [Zalo]}, nha/ten: hint}',
    'types: {cong-van: {rules: {quotes: off}}}',
    'terms: {hàng năm: hằng năm}\nwords: [4G, 30]\nexclude: luu-tru\nhouse: [a.yml]',
    'require-reason: false\nbaseline: cu.yml',
    'rules: {tone-placement: {style: old}}',
  ];
  const wrong = [
    'rule: {}',
    'language: fr',
    'preset: loud',
    'rules: {quote: off}',
    'rules: {quotes: loud}',
    'rules: {quotes: {style: x}}',
    'rules: {tone-placement: {style: newest}}',
    'types: {thu: {}}',
    'types: {cong-van: {quotes: off}}',
    'terms: [a]',
    'root: yes please',
    '- a',
  ];

  it('agrees with what is read', () => {
    for (const text of sound) {
      assert.ok(validate(parse(text)), text);
      assert.deepEqual(readConfig(text).problems, [], text);
    }
    for (const text of wrong) {
      assert.ok(!validate(parse(text)), text);
      assert.equal(readConfig(text).problems.length, 1, text);
    }
  });

  it('is written to where editors find it', () => {
    const root = new URL('../../../', import.meta.url);
    const { contributes } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
      contributes: { configuration: { properties: Record<string, { properties?: object }> } };
    };
    const setting = contributes.configuration.properties['vanban.rules'];
    assert.deepEqual(
      Object.keys(setting?.properties ?? {}),
      rules.map(({ id }) => id),
      'run npx tsx scripts/configSchema.ts',
    );
  });
});
