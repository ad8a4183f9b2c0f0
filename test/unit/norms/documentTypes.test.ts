import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { frontMatterFields } from '../../../server/document/frontMatterFields.ts';
import { documentTypes } from '../../../server/norms/documentTypes.ts';
import { headFromFrontMatter } from '../../../server/document/frontMatterHead.ts';
import { parseFrontMatter } from '../../../server/document/frontMatter.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(`server/norms/data/${name}.json`, 'utf8'));

describe('the norm’s data', () => {
  it('has the document types as the schema says', () => {
    const ajv = new Ajv({ allErrors: true });
    assert.ok(
      ajv.validate(read('document-types.schema') as object, read('document-types')),
      ajv.errorsText(),
    );
  });

  it('has the decree’s 29 types and three copies, each once', () => {
    assert.equal(documentTypes.length, 32);
    assert.equal(new Set(documentTypes.map(({ id }) => id)).size, 32);
    const abbreviations = documentTypes.flatMap(({ abbreviation }) => abbreviation ?? []);
    assert.equal(new Set(abbreviations).size, abbreviations.length);
  });

  it('has a front matter schema that accepts what the parser knows', () => {
    const ajv = new Ajv({ allowUnionTypes: true });
    const validate = ajv.compile(read('front-matter.schema') as object);
    assert.ok(
      validate({ loại: 'Kế hoạch', 'noi-nhan': ['Sở Nội vụ'], 'Trích yếu': 'A' }),
      ajv.errorsText(validate.errors),
    );
    assert.equal(validate({ loại: ['a'] }), false);
    for (const { keys } of frontMatterFields) assert.ok(keys.length > 0);
  });

  it('knows every type by its name in front matter', () => {
    for (const { id, name } of documentTypes) {
      const yaml = `loại: ${name}`;
      const frontMatter = parseFrontMatter({
        yaml,
        start: 4,
        span: { start: 0, end: yaml.length + 8 },
      });
      assert.equal(headFromFrontMatter(frontMatter).head.type?.id, id);
    }
  });
});
