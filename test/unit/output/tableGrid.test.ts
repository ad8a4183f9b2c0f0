import assert from 'node:assert/strict';
import fc from 'fast-check';
import { paragraph, type TableBlock, type TableCell } from '../../../server/output/block.ts';
import { gridOf } from '../../../server/output/tableGrid.ts';

function cell(text: string, colspan = 1, rowspan = 1): TableCell {
  return { ...paragraph('cell', text, undefined), colspan, rowspan };
}

function table(
  rows: readonly (readonly TableCell[])[],
  header: readonly TableCell[] = [],
  headRows = 0,
): TableBlock {
  return { kind: 'table', align: [], header, headRows, rows, span: { start: 0, end: 0 } };
}

/** Each row's cells as `text@column+colspan/rowspan`, `-` for an empty place. */
function drawn(block: TableBlock): readonly string[] {
  return gridOf(block).rows.map((row) =>
    row
      .map(({ cell: one, column, colspan, rowspan }) => {
        const text = one ? (one.runs[0]?.text ?? '') : '-';
        return `${text}@${column}+${colspan}/${rowspan}`;
      })
      .join(' '),
  );
}

describe('the grid of a table', () => {
  it('puts the cells of a row beside those that come down from above', () => {
    const block = table(
      [[cell('B1'), cell('B2'), cell('B3')]],
      [cell('STT', 1, 2), cell('Kết quả', 2)],
      1,
    );
    assert.deepEqual(drawn({ ...block, rows: [[cell('Đơn vị'), cell('Số')], ...block.rows] }), [
      'STT@0+1/2 Kết quả@1+2/1',
      'Đơn vị@1+1/1 Số@2+1/1',
      'B1@0+1/1 B2@1+1/1 B3@2+1/1',
    ]);
  });

  it('cuts spans that leave the table or run over another cell', () => {
    assert.deepEqual(drawn(table([[cell('a', 1, 9), cell('b')], [cell('c', 4)]])), [
      'a@0+1/2 b@1+1/1 -@2+1/1 -@3+1/1 -@4+1/1',
      'c@1+4/1',
    ]);
    assert.deepEqual(drawn(table([[cell('b', 1, 5)]], [cell('h', 1, 5)])), ['h@0+1/1', 'b@0+1/1']);
    assert.deepEqual(drawn(table([[cell('a'), cell('b', 1, 2)], [cell('c', 3)]])), [
      'a@0+1/1 b@1+1/2',
      'c@0+1/1',
    ]);
  });

  it('takes every place exactly once, whatever the spans', () => {
    const cells = fc.array(
      fc.record({ c: fc.integer({ min: -1, max: 6 }), r: fc.integer({ min: -1, max: 6 }) }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 6 }), fc.nat(3), (rows, headRows) => {
        const [header = [], ...body] = rows.map((row) => row.map(({ c, r }) => cell('x', c, r)));
        const grid = gridOf(table(body, header, headRows));
        const taken = grid.rows.map(() => Array.from({ length: grid.columns }, () => 0));
        grid.rows.forEach((row, index) => {
          for (const { column, colspan, rowspan } of row) {
            assert.ok(index >= grid.headRows || index + rowspan <= grid.headRows);
            for (let y = index; y < index + rowspan; y += 1) {
              for (let x = column; x < column + colspan; x += 1) {
                const line = taken[y];
                assert.ok(line && x < grid.columns);
                line[x] = (line[x] ?? 0) + 1;
              }
            }
          }
        });
        assert.ok(taken.flat().every((times) => times === 1));
      }),
    );
  });
});
