import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { lint } from '../../../server/lint/lint.ts';

const folder = new URL('../../fixtures/types/', import.meta.url);

describe('sound documents of each type', () => {
  for (const name of readdirSync(folder)) {
    it(`are read as their type and lint clean: ${name}`, () => {
      const text = readFileSync(new URL(name, folder), 'utf8');
      const { documents, diagnostics, faults } = lint(text);
      assert.deepEqual(faults, []);
      assert.equal(documents[0]?.type?.id, name.replace('.md', ''));
      assert.deepEqual(
        diagnostics
          .filter(({ severity }) => severity !== 'hint')
          .map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
    });
  }
});
