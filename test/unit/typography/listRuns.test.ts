import assert from 'node:assert/strict';
import { listRuns } from '../../../server/rules/typography/listRuns.ts';
import { parseSource } from '../../../server/source/parseSource.ts';

/** Each list as the first lines of its items, `>` after an item that introduces another list. */
function runs(...lines: readonly string[]): readonly (readonly string[])[] {
  return listRuns(parseSource(lines.join('\n\n')).lines).map((run) =>
    run.map(({ lines: own, introduces }) => `${own[0]?.text ?? ''}${introduces ? '>' : ''}`),
  );
}

describe('listRuns', () => {
  it('joins items with one kind of marker', () => {
    assert.deepEqual(runs('a) Một;', 'b) Hai;', 'đ) Ba.'), [['a) Một;', 'b) Hai;', 'đ) Ba.']]);
  });

  it('ends a list at a paragraph that is no item', () => {
    assert.deepEqual(runs('a) Một;', 'Đoạn văn.', 'b) Hai;'), [['a) Một;'], ['b) Hai;']]);
  });

  it('goes on with a list after the list below one of its items', () => {
    const found = runs('a) Một gồm', '+ Trong;', '+ Ngoài;', 'b) Hai.');
    assert.deepEqual(
      [...found].sort((x, y) => y[0]?.localeCompare(x[0] ?? '') ?? 0).map((run) => [...run]),
      [
        ['a) Một gồm>', 'b) Hai.'],
        ['+ Trong;', '+ Ngoài;'],
      ],
    );
  });

  it('keeps the further lines of an item with it', () => {
    const [run] = listRuns(parseSource('- Một\ntiếp theo;\n- Hai.').lines);
    assert.deepEqual(
      run?.map(({ lines }) => lines.length),
      [2, 1],
    );
  });
});
