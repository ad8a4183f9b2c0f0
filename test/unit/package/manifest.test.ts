import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../../../', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, root), 'utf8');
const manifest: unknown = JSON.parse(read('package.json'));

/** Every string of a value, with the names that lead to it. */
function strings(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => strings(inner, `${path}/${name}`));
}

describe('the extension’s manifest', () => {
  it('binds no key, so that no input method loses one', () => {
    assert.deepEqual(
      strings(manifest).filter(([path]) => /\/contributes\/keybindings(?:\/|$)/.test(path)),
      [],
    );
  });

  it('contributes only files that are there', () => {
    const missing = strings(manifest)
      .filter(([path, text]) => path.startsWith('/contributes/') && text.startsWith('./'))
      .filter(([, file]) => !existsSync(fileURLToPath(new URL(file, root))));
    assert.deepEqual(missing, []);
  });

  it('offers to import every Word file that it can', () => {
    const menus = strings(manifest).filter(([path]) => path.includes('/menus/explorer/context/'));
    const when = menus.find(([, text]) => text.includes('.doc'))?.[1] ?? '';
    const [, source, flags] = /resourceExtname =~ \/(.+)\/([a-z]*)$/.exec(when) ?? [];
    const pattern = new RegExp(source ?? '', flags);
    assert.deepEqual(
      ['.docx', '.docm', '.DOCX', '.doc', '.md', '.docxx'].filter((name) => pattern.test(name)),
      ['.docx', '.docm', '.DOCX'],
    );
  });

  it('has each of its words in Vietnamese and English', () => {
    const used = strings(manifest).flatMap(([, text]) => /^%(.+)%$/.exec(text)?.[1] ?? []);
    for (const file of ['package.nls.json', 'package.nls.en.json']) {
      assert.deepEqual(Object.keys(JSON.parse(read(file))).sort(), [...new Set(used)].sort(), file);
    }
  });
});
