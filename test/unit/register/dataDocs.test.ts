import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { readRegisterCsv, readRegisterJson } from '../../../server/register/readRegister.ts';

const root = new URL('../../../', import.meta.url);
const page = readFileSync(new URL('docs/register.md', root), 'utf8');

/** The first block of that language in the page. */
function block(language: string): string {
  const match = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'u').exec(page);
  assert.ok(match?.[1], `no ${language} in docs/register.md`);
  return match[1];
}

describe('the page about the register', () => {
  it('shows a CSV that is read without a remark', () => {
    const read = readRegisterCsv(block('csv'), { file: 'register.csv' });
    assert.deepEqual([read.refused, read.notes, read.unused], [[], [], []]);
    assert.equal(read.entries.length, 2);
    assert.equal(read.entries[1]?.ended?.by, '09/2026/QĐ-UBND');
  });

  it('shows a JSON that holds to the schema and is read without a remark', () => {
    const text = block('json');
    const schema = new URL('server/norms/register/register.schema.json', root);
    const ajv = new Ajv();
    assert.ok(
      ajv.validate(JSON.parse(readFileSync(schema, 'utf8')) as object, JSON.parse(text)),
      ajv.errorsText(),
    );
    const read = readRegisterJson(text, { file: 'register.json' });
    assert.deepEqual([read.refused, read.notes], [[], []]);
    assert.equal(read.entries[0]?.ended?.on, '2020-03-05');
  });
});
