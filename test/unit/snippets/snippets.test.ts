import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { lint } from '../../../server/lint/lint.ts';

interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
}

const snippets = JSON.parse(readFileSync('snippets/vanban.code-snippets', 'utf8')) as Readonly<
  Record<string, Snippet>
>;

/** The text with every placeholder at its default, as the editor first shows it. */
function expanded(snippet: Snippet): string {
  let text = snippet.body.join('\n').replaceAll('$CURRENT_YEAR', '2026');
  const defaults = new Map<string, string>();
  text = text.replace(/\$\{(\d+)\|([^,|]*)[^|]*\|\}/gu, (_, stop: string, first: string) => {
    defaults.set(stop, first);
    return first;
  });
  return text.replace(/\$\{(\d+):([^}]*)\}/gu, (_, stop: string, value: string) => {
    if (!defaults.has(stop)) defaults.set(stop, value);
    return defaults.get(stop) ?? value;
  });
}

/** What the linter says above a hint: a draft's blank number and day are as they should be. */
function loud(text: string): readonly string[] {
  return lint(text)
    .diagnostics.filter(({ severity }) => severity !== 'hint')
    .map(({ rule, message }) => `${rule}: ${message}`);
}

describe('snippets', () => {
  for (const [name, snippet] of Object.entries(snippets)) {
    it(`have tab stops, a prefix without diacritics and a description: ${name}`, () => {
      assert.match(snippet.body.join('\n'), /\$\{1[:|]/u);
      assert.match(snippet.prefix, /^vb-[a-z-]+$/u);
      assert.notEqual(snippet.description, '');
    });
  }

  for (const [name, snippet] of Object.entries(snippets)) {
    if (!name.includes('cả văn bản')) continue;
    it(`give a whole document that lints clean: ${name}`, () => {
      assert.deepEqual(loud(expanded(snippet)), []);
    });
  }
});

describe('the examples', () => {
  for (const name of readdirSync('examples').filter((each) => each.endsWith('.md'))) {
    it(name === 'ke-hoach.md' ? 'show many mistakes in the plan' : `lint clean: ${name}`, () => {
      const found = loud(readFileSync(`examples/${name}`, 'utf8'));
      if (name === 'ke-hoach.md') assert.ok(found.length >= 15, found.join('\n'));
      else assert.deepEqual(found, []);
    });
  }
});
