import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { configKeys } from '../../../server/config/keys.ts';
import { presets } from '../../../server/config/presets.ts';
import { readConfig } from '../../../server/config/readConfig.ts';

const page = readFileSync(new URL('../../../docs/config.md', import.meta.url), 'utf8');

describe('docs/config.md', () => {
  it('has an example that is sound', () => {
    const [, example] = /```yaml\n([^`]+)```/u.exec(page) ?? [];
    assert.ok(example);
    assert.deepEqual(readConfig(example).problems, []);
  });

  it('names every key and preset in both languages', () => {
    const [vietnamese = '', english = ''] = page.split('## In English');
    for (const name of [...configKeys, ...presets].map((one) =>
      'id' in one ? one.id : one.name,
    )) {
      assert.ok(vietnamese.includes(`\`${name}\``), name);
      assert.ok(english.includes(`\`${name}\``), name);
    }
  });
});
