import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';

const folder = new URL('../../../server/norms/data/', import.meta.url);
const json = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

describe('data of the norm', () => {
  const schemas = readdirSync(folder).filter((name) => name.endsWith('.schema.json'));
  for (const schema of schemas) {
    const data = schema.replace('.schema.json', '.json');
    if (!existsSync(new URL(data, folder))) continue;
    // That one describes what users write; the data beside it lists the keys.
    if (data === 'front-matter.json') continue;
    it(`holds to its schema: ${data}`, () => {
      const validate = new Ajv({ allErrors: true }).compile(json(schema) as object);
      validate(json(data));
      assert.deepEqual(validate.errors ?? [], []);
    });
  }

  it('has a schema for every file', () => {
    const bare = readdirSync(folder).filter(
      (name) =>
        name.endsWith('.json') &&
        !name.endsWith('.schema.json') &&
        !schemas.includes(name.replace('.json', '.schema.json')),
    );
    assert.deepEqual(bare, []);
  });
});
