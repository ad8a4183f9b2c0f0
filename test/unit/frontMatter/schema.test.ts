import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { frontMatterFields } from '../../../server/document/frontMatterFields.ts';
import { fold } from '../../../server/document/letterCase.ts';
import { documentTypes } from '../../../server/norms/documentTypes.ts';

interface Schema {
  readonly definitions: { readonly type: { readonly examples: readonly string[] } };
  readonly properties: Readonly<
    Record<string, { readonly allOf: readonly { readonly $ref: string }[] }>
  >;
}

const text = readFileSync('server/norms/data/front-matter.schema.json', 'utf8');
const schema = JSON.parse(text) as Schema;

describe('the front matter’s schema', () => {
  it('has every key with and without diacritics, of the kind that the parser takes', () => {
    const expected = frontMatterFields.flatMap(({ field, kind, keys }) =>
      keys.flatMap((key) =>
        [key, fold(key).replaceAll(' ', '-')].map((each) => [
          each,
          `#/definitions/${field === 'type' ? 'type' : kind}`,
        ]),
      ),
    );
    const found = Object.entries(schema.properties).map(([key, { allOf }]) => [
      key,
      allOf[0]?.$ref,
    ]);
    assert.deepEqual(new Map(found as [string, string][]), new Map(expected as [string, string][]));
  });

  it('offers the types by their names', () => {
    assert.deepEqual(
      schema.definitions.type.examples,
      documentTypes.map(({ name }) => name),
    );
  });

  it('takes what the parser takes, refuses what it refuses, and leaves other keys alone', () => {
    const validate = new Ajv({ allowUnionTypes: true }).compile(JSON.parse(text) as object);
    const good = [
      { loại: 'Kế hoạch', 'dự thảo': 'có', 'nơi nhận': ['Sở Nội vụ'] },
      { loai: 'Công văn', so: 15, 'kinh-gui': 'Sở Nội vụ', 'du-thao': true, số: null },
      { tags: ['a'], layout: { name: 'post' } },
    ];
    for (const value of good) assert.ok(validate(value), JSON.stringify(validate.errors));
    const bad = [{ số: [1] }, { 'cơ quan': { a: 'b' } }, { 'dự thảo': 'bản hai' }];
    for (const value of bad) assert.equal(validate(value), false, JSON.stringify(value));
  });

  it('lists each key once, and no key stands for two fields', () => {
    const keys = frontMatterFields.flatMap((field) => field.keys.map((key) => fold(key)));
    assert.equal(new Set(keys).size, keys.length);
  });
});
