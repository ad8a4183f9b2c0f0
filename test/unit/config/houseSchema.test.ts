import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { houseSchema } from '../../../server/config/houseSchema.ts';
import { readHouseRules } from '../../../server/config/houseRules.ts';

const validate = new Ajv({ allowUnionTypes: true, strict: false }).compile(houseSchema());
const root = new URL('../../../', import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(name, root), 'utf8');

const term = `rules:
  - id: nha/dong-chi
    kind: term
    write: đ/c
    message: Viết đủ đồng chí
    types: ke-hoach
    bad: Giao đ/c Nam.
`;

describe('the schema of the house rules', () => {
  it('takes what is read, the documented example too', () => {
    const [example = ''] = /(?<=```yaml\n).*?(?=```)/su.exec(textOf('docs/house-rules.md')) ?? [];
    for (const text of [example, term, 'rules: []\n']) {
      assert.deepEqual(readHouseRules(text).problems, []);
      assert.ok(validate(parse(text)), JSON.stringify(validate.errors));
    }
  });

  it('refuses what is refused', () => {
    const wrong = [
      'rules: 1\n',
      '{}\n',
      term.replace('nha/dong-chi', 'dong-chi'),
      term.replace('kind: term', 'kind: words'),
      term.replace('    write: đ/c\n', ''),
      term.replace('    message: Viết đủ đồng chí\n', ''),
      term.replace('types: ke-hoach', 'types: [ke-hoax]'),
      term.replace('    bad: Giao đ/c Nam.\n', ''),
      term.replace('kind: term', 'kind: term\n    level: loud'),
      term.replace('kind: term', 'kind: pattern'),
      term.replace('kind: term', 'kind: required-section'),
    ];
    for (const text of wrong) {
      assert.ok(!validate(parse(text)), text);
      assert.equal(readHouseRules(text).problems.length, 1, text);
    }
  });

  it('is where editors find it', () => {
    const { contributes } = JSON.parse(textOf('package.json')) as {
      contributes: {
        yamlValidation: readonly { readonly fileMatch: string; readonly url: string }[];
      };
    };
    const found = contributes.yamlValidation.find(
      ({ fileMatch }) => fileMatch === '.vanban/rules.yml',
    );
    assert.equal(found?.url, './schemas/rules.schema.json');
    assert.deepEqual(JSON.parse(textOf('schemas/rules.schema.json')), houseSchema());
  });
});
