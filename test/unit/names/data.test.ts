import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';

function read(name: string): unknown {
  const url = new URL(`../../../server/norms/data/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8'));
}

describe('the tables of names', () => {
  for (const name of ['agencies', 'provinces', 'capitals', 'common-abbreviations'])
    it(`has ${name} as its schema says`, () => {
      const ajv = new Ajv();
      assert.ok(ajv.validate(read(`${name}.schema`) as object, read(name)), ajv.errorsText());
    });
});
