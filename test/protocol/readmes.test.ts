import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { LanguageClient } from '../support/languageClient.ts';

const folder = new URL('../fixtures/readmes/', import.meta.url);

describe('ordinary Markdown', () => {
  let client: LanguageClient;
  before(async () => {
    client = new LanguageClient();
    await client.initialize();
  });
  after(() => client.stop());

  for (const name of readdirSync(folder)) {
    it(`is left alone: ${name}`, async () => {
      const uri = new URL(name, folder).href;
      await client.open(uri, readFileSync(new URL(name, folder), 'utf8'));
      assert.deepEqual(await client.diagnostics(uri, 1), []);
      assert.deepEqual(await client.symbols(uri), []);
      assert.deepEqual(await client.folds(uri), []);
      const range = { start: { line: 0, character: 0 }, end: { line: 50, character: 0 } };
      assert.deepEqual(await client.codeActions(uri, range), []);
    });
  }
});
