import assert from 'node:assert/strict';
import { isInTitle, isQuotedIn, isQuotedInLine } from '../../../server/rules/quotations.ts';
import { parseSource } from '../../../server/source/parseSource.ts';

/** The words `x…` of the text that are quoted. */
function quotedWords(text: string): readonly string[] {
  const { lines } = parseSource(text);
  return lines.flatMap((line) =>
    [...line.text.matchAll(/x\d/gu)].flatMap(({ index, 0: word }) => {
      const isQuoted = isQuotedInLine(line, index, index + word.length);
      const place = line.spanOf(index, index + word.length);
      assert.equal(isQuotedIn(line.paragraph, place), isQuoted);
      return isQuoted ? [word] : [];
    }),
  );
}

describe('quotations', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['x1 “x2” x3 "x4" x5', ['x2', 'x4']],
    ['“x1 “x2” x3” x4', ['x1', 'x2', 'x3']],
    ['“x1 "x2" x3” x4', ['x1', 'x2', 'x3']],
    ['"x1 "x2" x3" x4', ['x1', 'x2', 'x3']],
    ['“x1" x2', ['x1']],
    ['x1 (“x2”, “x3”) x4', ['x2', 'x3']],
    ['màn hình 24" x1, "x2" x3', ['x2']],
    ['**“x1** x2” *x3*', ['x1', 'x2']],
  ];
  for (const [text, expected] of cases) {
    it(`are known in ${text}`, () => assert.deepEqual(quotedWords(text), expected));
  }

  it('are titles after the name of a type', () => {
    const { lines } = parseSource('Đề án “x1 “x2””; Kế hoạch "x3"; ghi: “x4 Đề án “x5””; đề án x6');
    const titled = lines.flatMap((line) =>
      [...line.text.matchAll(/x\d/gu)].flatMap(({ index, 0: word }) =>
        isInTitle(line, index, index + word.length) ? [word] : [],
      ),
    );
    assert.deepEqual(titled, ['x1', 'x3']);
  });

  it('may run over the lines of a paragraph', () => {
    assert.deepEqual(quotedWords('x1 “x2\nx3” x4'), ['x2', 'x3']);
  });

  it('quote nothing where a mark has no partner in its paragraph', () => {
    assert.deepEqual(quotedWords('x1 “x2 x3\n\nx4 x5”'), []);
    assert.deepEqual(quotedWords('“x1\n“x2” x3'), ['x2']);
    assert.deepEqual(quotedWords('x1” x2\nx3 “x4'), []);
    assert.deepEqual(quotedWords('"x1\n"x2" x3'), ['x2']);
  });
});
