import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { citedTypes, typeOfAbbreviation } from '../../../server/norms/citedTypes.ts';
import { documentTypes } from '../../../server/norms/documentTypes.ts';

function json(name: string): unknown {
  const url = new URL(`../../../server/norms/data/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8'));
}

describe('the tables of cited types and agencies', () => {
  for (const name of ['cited-types', 'agencies']) {
    it(`hold to the schema of ${name}`, () => {
      const validate = new Ajv().compile(json(`${name}.schema`) as object);
      assert.ok(validate(json(name)), JSON.stringify(validate.errors));
    });
  }

  it('list every administrative type with its abbreviation', () => {
    const cited = new Map(citedTypes.map((type) => [type.id as string, type]));
    for (const { id, abbreviation } of documentTypes) {
      assert.equal(cited.get(id)?.abbreviation, abbreviation, id);
    }
  });

  it('tell exact abbreviations from mistyped ones', () => {
    assert.equal(typeOfAbbreviation('HD')?.id, 'huong-dan');
    assert.equal(typeOfAbbreviation('HĐ')?.id, 'hop-dong');
    assert.equal(typeOfAbbreviation('QD')?.id, 'quyet-dinh');
    assert.equal(typeOfAbbreviation('Ctr')?.id, 'chuong-trinh');
    assert.equal(typeOfAbbreviation('TTr')?.id, 'to-trinh');
    assert.equal(typeOfAbbreviation('XYZ'), undefined);
  });
});
