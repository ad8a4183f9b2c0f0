import assert from 'node:assert/strict';
import { readCsv, writeCsvRow } from '../../../server/register/csv.ts';

const cellsOf = (text: string): readonly (readonly string[])[] =>
  readCsv(text).rows.map(({ cells }) => cells);

describe('CSV', () => {
  it('reads quotes, doubled quotes and line breaks in cells', () => {
    assert.deepEqual(cellsOf('a,b\r\n"x, ""y""","1\n2"\r\n'), [
      ['a', 'b'],
      ['x, "y"', '1\n2'],
    ]);
  });

  it('finds the separator and leaves the byte order mark aside', () => {
    assert.deepEqual(cellsOf('\uFEFFa;b\n1;2,5\n'), [
      ['a', 'b'],
      ['1', '2,5'],
    ]);
    assert.deepEqual(cellsOf('a\tb\n1\t\n'), [
      ['a', 'b'],
      ['1', ''],
    ]);
  });

  it('says on which line each record begins, blank lines left out', () => {
    const { rows } = readCsv('a,b\n\n"1\n2",x\n,\n3,y');
    assert.deepEqual(
      rows.map(({ line }) => line),
      [1, 3, 6],
    );
  });

  it('tells of a quote that never closes and loses none of its text', () => {
    const { openQuote, rows } = readCsv('a,b\n1,"never\nends');
    assert.equal(openQuote, 2);
    assert.deepEqual(rows.at(-1)?.cells, ['1', 'never\nends']);
  });

  it('keeps what stands behind a closing quote', () => {
    assert.deepEqual(cellsOf('a\n"x" y\n'), [['a'], ['x y']]);
  });

  it('writes what it reads', () => {
    for (const cells of [
      ['a', 'b'],
      ['x, "y"', ' z'],
      ['1\n2', ''],
      ['', 'c'],
    ]) {
      assert.deepEqual(cellsOf(`${writeCsvRow(cells)}\n`), [cells]);
      assert.deepEqual(cellsOf(`h;i\n${writeCsvRow(cells, ';')}\n`)[1], cells);
    }
  });
});
