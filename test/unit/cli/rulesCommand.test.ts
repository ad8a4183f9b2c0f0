import assert from 'node:assert/strict';
import { rules } from '../../../server/rules/index.ts';
import { vanban } from '../../support/commandLine.ts';

describe('vanban rules and explain', () => {
  it('list the catalogue from the rules themselves', async () => {
    const ran = await vanban('.', ['rules', '--format', 'json']);
    const listed = JSON.parse(ran.out) as { readonly rules: readonly { readonly id: string }[] };
    assert.equal(ran.status, 0);
    assert.deepEqual(
      listed.rules.map(({ id }) => id),
      rules.map(({ id }) => id),
    );
    const text = await vanban('.', ['rules']);
    assert.equal(text.out.trimEnd().split('\n').length, rules.length);
  });

  it('explain every rule in both languages', async () => {
    for (const { id, title } of rules) {
      const vietnamese = await vanban('.', ['explain', id]);
      const english = await vanban('.', ['explain', id], { language: 'en' });
      assert.equal(vietnamese.status, 0);
      assert.ok(vietnamese.out.includes(title.vi), id);
      assert.ok(english.out.includes(title.en), id);
    }
  });
});
