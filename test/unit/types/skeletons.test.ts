import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parseDocuments } from '../../../server/document/parseDocuments.ts';
import { documentTypes } from '../../../server/norms/documentTypes.ts';
import { skeleton } from '../../../server/norms/skeletons.ts';
import { reportsOn } from './reportsOn.ts';
import { parseSource } from '../../../server/source/parseSource.ts';

const forms = ['plain', 'frontMatter'] as const;
/** `**THƯ CÔNG**` is no title that the plain text of a letter has: the front matter alone names the type. */
const namedOutside = new Set(['thu-cong']);

describe('the skeletons', () => {
  it('are as the schema says', () => {
    const read = (name: string): unknown =>
      JSON.parse(readFileSync(`server/norms/data/document-skeletons${name}.json`, 'utf8'));
    const ajv = new Ajv({ allErrors: true });
    assert.ok(ajv.validate(read('.schema') as object, read('')), ajv.errorsText());
  });

  for (const { id } of documentTypes) {
    for (const form of forms) {
      it(`${id} in ${form} parses to its type and lints clean`, () => {
        const text = skeleton(id, form, 2026);
        const documents = parseDocuments(parseSource(text));
        assert.equal(documents.length, 1, text);
        if (form === 'frontMatter' || !namedOutside.has(id)) {
          assert.equal(documents[0]?.type?.id, id, text);
        }
        assert.deepEqual(reportsOn(text), []);
      });
    }
  }
});
