import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { readRegisterCsv } from '../../server/register/readRegister.ts';
import { mergeRegister, writeRegisterCsv } from '../../server/register/writeRegister.ts';

const file = new URL('../../../shared/corpus/register-binh-duong.csv', import.meta.url);

describe('the log of a province', () => {
  it('is imported or refused, row by row, with a reason', function () {
    if (!existsSync(file)) {
      console.log('skipped: there is no ../shared/corpus/register-binh-duong.csv');
      return this.skip();
    }
    const text = readFileSync(file, 'utf8');
    const { entries, refused, notes, rows, unused } = readRegisterCsv(text, {
      file: 'register.csv',
      issuer: 'Ủy ban nhân dân tỉnh Bình Dương',
    });
    const counts = new Map<string, number>();
    for (const { reason } of refused) counts.set(reason.kind, (counts.get(reason.kind) ?? 0) + 1);
    console.log(
      `${rows} rows: ${entries.length} imported, ${refused.length} refused`,
      Object.fromEntries(counts),
      `${notes.length} remarks`,
    );
    assert.equal(entries.length + refused.length, rows);
    assert.deepEqual(unused, []);
    assert.ok(
      refused.every(({ line, reason }) => line > 1 && reason.vi !== '' && reason.en !== ''),
    );
    const odd = refused.filter(({ reason }) => reason.kind !== 'duplicate');
    assert.ok(odd.length <= rows / 100, `${odd.length} rows could not be read`);

    const again = readRegisterCsv(writeRegisterCsv(entries), { file: 'register.csv' });
    assert.deepEqual(again.refused, []);
    assert.equal(mergeRegister(again.entries, entries).added.length, 0);
  });
});
