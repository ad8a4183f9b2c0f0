import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

interface OnEnterRule {
  readonly beforeText: string;
  readonly action: { readonly indent: string; readonly appendText?: string };
}

const configuration = JSON.parse(readFileSync('language-configuration.json', 'utf8')) as {
  readonly brackets: readonly (readonly [string, string])[];
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly onEnterRules: readonly OnEnterRule[];
};

/** What the editor puts on the new line after Enter at the end of `line`: the first rule that fits decides. */
function afterEnter(line: string): string {
  const rule = configuration.onEnterRules.find(({ beforeText }) =>
    new RegExp(beforeText, 'u').test(line),
  );
  return rule?.action.appendText ?? '';
}

describe('the language configuration', () => {
  it('goes on with the list of recipients until the archive line', () => {
    assert.equal(afterEnter('- Sở Nội vụ;'), '- ');
    assert.equal(afterEnter('- '), '');
    assert.equal(afterEnter('- Lưu: VT, VP;'), '');
    assert.equal(afterEnter('- Lưu: VT, VP.'), '');
    assert.equal(afterEnter('- Trồng cây.'), '');
  });

  it('counts clauses up', () => {
    for (let value = 1; value <= 20; value += 1) {
      assert.equal(afterEnter(`${value}. Trồng cây.`), `${value + 1}. `);
    }
    assert.equal(afterEnter('1.'), '');
    assert.equal(afterEnter('2. '), '');
    assert.equal(afterEnter('Ngày 1. Trồng cây'), '');
    assert.equal(afterEnter('1.1. Trồng cây'), '');
  });

  it('counts points up by the Vietnamese alphabet', () => {
    const letters = [...'abcdđeghiklmnopqrstuvxy'];
    letters.slice(0, -1).forEach((letter, index) => {
      assert.equal(afterEnter(`${letter}) Trồng cây;`), `${letters[index + 1]}) `);
    });
    assert.equal(afterEnter('y) Trồng cây;'), '');
  });

  it('takes a Vietnamese word as one, composed or not', () => {
    const pattern = new RegExp(
      `^(?:${configuration.wordPattern.pattern})$`,
      configuration.wordPattern.flags,
    );
    for (const word of ['nghị', 'nghị'.normalize('NFD'), 'Điều', 'UBND']) {
      assert.match(word, pattern);
    }
  });

  it('pairs the quotes of Vietnamese print', () => {
    assert.ok(configuration.brackets.some(([open, close]) => open === '“' && close === '”'));
  });
});
