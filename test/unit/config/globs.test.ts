import assert from 'node:assert/strict';
import { globBase, globMatcher } from '../../../server/config/globs.ts';

describe('globs', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['*.md', 'a.md', true],
    ['*.md', 'x/a.md', false],
    ['**/*.md', 'a.md', true],
    ['**/*.md', 'x/y/a.md', true],
    ['x/**', 'x/y/a.md', true],
    ['x/{kh,cv}-*.md', 'x/cv-1.md', true],
    ['x/{kh,cv}-*.md', 'x/bc-1.md', false],
    ['kế hoạch [0-9].md', 'kế hoạch 3.md', true],
    ['[!a]?.md', 'bc.md', true],
    ['./a.(b)+*.md', 'a.(b)+1.md', true],
  ];
  for (const [pattern, path, expected] of cases) {
    it(`${expected ? 'match' : 'refuse'} ${path} by ${pattern}`, () => {
      assert.equal(globMatcher(pattern)(path), expected);
    });
  }

  it('begin where their first wildcard stands', () => {
    assert.equal(globBase('a/b/*.md'), 'a/b');
    assert.equal(globBase('*.md'), '.');
    assert.equal(globBase('/*.md'), '/');
  });
});
