import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fixAll } from '../../../server/lint/fixAll.ts';
import { lint } from '../../../server/lint/lint.ts';

const folders = ['corpus', 'dossier'].map(
  (name) => new URL(`../../../../shared/${name}/`, import.meta.url),
);

const files = folders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.md') && name !== 'README.md')
      .map((name) => new URL(name, folder)),
  );

describe('real documents', () => {
  before(function () {
    // They lie beside the repository where it is developed, and nowhere else.
    if (files.length === 0) this.skip();
  });

  it('are read without a fault of any rule', () => {
    for (const file of files)
      assert.deepEqual(lint(readFileSync(file, 'utf8')).faults, [], file.href);
  });

  it('come to rest under fix-all, with no error or warning that was not there before', () => {
    const wrong: string[] = [];
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      const fixed = fixAll(text);
      const name = file.pathname.split('/').at(-1);
      for (const rule of fixed.unsettled) wrong.push(`${name}: ${rule} never comes to rest`);
      if (fixAll(fixed.text).edits.length > 0) wrong.push(`${name}: a second run changes more`);
      const before = loud(text);
      for (const [rule, count] of loud(fixed.text)) {
        if (count > (before.get(rule) ?? 0)) wrong.push(`${name}: the fixes bring ${rule}`);
      }
    }
    assert.deepEqual(wrong, []);
  });
});

function loud(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, severity } of lint(text).diagnostics) {
    if (severity === 'error' || severity === 'warning')
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return counts;
}
