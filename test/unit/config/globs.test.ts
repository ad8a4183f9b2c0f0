import assert from 'node:assert/strict';
import { globBase, readGlob } from '../../../server/config/globs.ts';

function matches(pattern: string, path: string, below = false): boolean {
  const glob = readGlob(pattern, below);
  assert.ok('matches' in glob, pattern);
  return glob.matches(path);
}

describe('globs', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['*.md', 'a.md', true],
    ['*.md', 'x/a.md', false],
    ['**/*.md', 'a.md', true],
    ['**/*.md', 'x/y/a.md', true],
    ['x/**', 'x/y/a.md', true],
    ['x/**/a.md', 'x/a.md', true],
    ['x/**/a.md', 'x/y/z/a.md', true],
    ['x/**/a.md', 'x//a.md', false],
    ['x/**/a.md', 'x/ya.md', false],
    ['x/{kh,cv}-*.md', 'x/cv-1.md', true],
    ['x/{kh,cv}-*.md', 'x/bc-1.md', false],
    ['{x/,}a.md', 'a.md', true],
    ['{x/,}a.md', 'x/a.md', true],
    ['{a,{b,c}d}.md', 'cd.md', true],
    ['{a,{b,c}d}.md', 'c.md', false],
    ['{a}.md', '{a}.md', true],
    ['{a,b.md', '{a,b.md', true],
    ['a},b.md', 'a},b.md', true],
    ['kế hoạch [0-9].md', 'kế hoạch 3.md', true],
    ['kế hoạch [0-9].md', 'kế hoạch -.md', false],
    ['[!a]?.md', 'bc.md', true],
    ['[!a-c].md', 'b.md', false],
    ['[!a]b', '/b', false],
    ['[+-9]b', '/b', false],
    ['[!].md', '!.md', true],
    ['[a-].md', '-.md', true],
    ['[[]QĐ-UBND]*.md', '[QĐ-UBND] Về việc.md', true],
    ['a[.md', 'a[.md', true],
    ['?.md', '😀.md', true],
    ['./a.(b)+*.md', 'a.(b)+1.md', true],
    ['**', 'hai\ndòng.md', true],
  ];
  for (const [pattern, path, expected] of cases) {
    it(`${expected ? 'match' : 'refuse'} ${path} by ${pattern}`, () => {
      assert.equal(matches(pattern, path), expected);
    });
  }

  it('match what lies in a folder, where that is asked', () => {
    assert.equal(matches('cu', 'cu/a/b.md', true), true);
    assert.equal(matches('c*', 'cu/a/b.md', true), true);
    assert.equal(matches('cu{', 'cu{/b.md', true), true);
    assert.equal(matches('cu', 'cu', true), true);
    assert.equal(matches('cu', 'cu-moi/b.md', true), false);
    assert.equal(matches('cu', 'cu/a/b.md'), false);
  });

  it('begin where their first wildcard stands', () => {
    assert.equal(globBase('a/b/*.md'), 'a/b');
    assert.equal(globBase('*.md'), '.');
    assert.equal(globBase('/*.md'), '/');
  });

  // Each would take longer than anyone waits, were its ways tried one after the other.
  const endless: Readonly<Record<string, string>> = {
    'many stars': `${'**a'.repeat(160)}b`,
    'stars of one step': `${'*a'.repeat(240)}b`,
    'steps in steps': `${'**/'.repeat(160)}b`,
    'braces after braces': `${'{a,a}'.repeat(90)}b`,
    'braces of stars': `${'{*,**}'.repeat(80)}b`,
  };
  for (const [name, pattern] of Object.entries(endless)) {
    it(`end with ${name}`, () => {
      assert.equal(matches(pattern, 'a'.repeat(4000)), false);
      assert.equal(matches(pattern, 'a/'.repeat(2000)), false);
    });
  }

  it('are none where a range runs backwards, or they are longer than any path', () => {
    for (const [pattern, said] of [
      ['[QĐ-UBND]*', /Đ-U/u],
      ['a/[z-a].md', /z-a/u],
      ['a'.repeat(501), /501/u],
      ['{a,b}'.repeat(200), /1000/u],
    ] as const) {
      const glob = readGlob(pattern);
      assert.ok('problem' in glob, pattern);
      assert.match(glob.problem.vi, said);
      assert.match(glob.problem.en, said);
    }
  });
});
