import assert from 'node:assert/strict';
import { bundledRegister } from '../../../server/norms/register/bundled.ts';

const rows = bundledRegister();

/** The numbers from a document to the last that stands in its place, with the day of each step. */
function chain(number: string, type?: string): readonly string[] {
  const found = rows.filter((one) => one.number === number);
  const row = found.find((one) => one.type === type) ?? found[0];
  assert.ok(row, number);
  if (!row.ended) return [number];
  const { on, by } = row.ended;
  return [`${number} → ${on}`, ...(by === undefined ? [] : chain(by, row.type))];
}

describe('the bundled register’s chains of successors', () => {
  const chains: readonly (readonly string[])[] = [
    ['11/2003/QH11 → 2016-01-01', '77/2015/QH13 → 2025-03-01', '65/2025/QH15 → 2025-06-16'],
    ['17/2008/QH12 → 2016-07-01', '80/2015/QH13 → 2025-04-01', '64/2025/QH15'],
    ['01/2002/QH11 → 2017-01-01', '83/2015/QH13 → 2026-01-01', '89/2025/QH15'],
    ['22/2008/QH12 → 2025-07-01', '80/2025/QH15'],
    ['110/2004/NĐ-CP → 2020-03-05', '30/2020/NĐ-CP'],
    ['34/2001/PL-UBTVQH10 → 2012-07-01', '01/2011/QH13 → 2025-07-01', '33/2024/QH15'],
    ['56/2010/QH12 → 2023-07-01', '11/2022/QH15 → 2025-07-01', '84/2025/QH15'],
    ['09/2015/QĐ-TTg → 2018-06-21', '61/2018/NĐ-CP → 2025-07-01', '118/2025/NĐ-CP'],
    ['13/2003/QH11 → 2014-07-01', '45/2013/QH13 → 2024-08-01', '31/2024/QH15'],
  ];

  for (const expected of chains) {
    const [number = ''] = (expected[0] ?? '').split(' ');
    it(`run on from ${number}`, () => {
      assert.deepEqual(chain(number).slice(0, expected.length), expected);
    });
  }

  it('come to an end', () => {
    for (const { number, type } of rows) assert.ok(stepsFrom(number, type) < 6, number);
  });
});

function stepsFrom(number: string, type: string | undefined, seen = 0): number {
  const found = rows.filter((one) => one.number === number);
  const by = (found.find((one) => one.type === type) ?? found[0])?.ended?.by;
  return by === undefined || seen > 6 ? seen : stepsFrom(by, type, seen + 1);
}
