import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { addDays, lunarDate } from '../../../server/document/dates/lunarDate.ts';
import { isoDate, plainDate, type PlainDate } from '../../../server/document/dates/plainDate.ts';

function day(iso: string): PlainDate {
  const [year = 0, month = 0, date = 0] = iso.split('-').map(Number);
  const known = plainDate(year, month, date);
  assert.ok(known);
  return known;
}

describe('lunarDate', () => {
  // In 1985, 2007 and 2030 the Vietnamese new year is not the Chinese one.
  const newYears = [
    '1985-01-21',
    '2007-02-17',
    '2020-01-25',
    '2021-02-12',
    '2022-02-01',
    '2023-01-22',
  ];
  const later = [
    '2024-02-10',
    '2025-01-29',
    '2026-02-17',
    '2027-02-06',
    '2028-01-26',
    '2030-02-02',
  ];
  for (const iso of [...newYears, ...later]) {
    it(`knows ${iso} as the first day of the lunar year`, () => {
      const { year, month, day: date, leap } = lunarDate(day(iso));
      assert.deepEqual([year, month, date, leap], [Number(iso.slice(0, 4)), 1, 1, false]);
    });
  }

  for (const iso of ['2021-04-21', '2023-04-29', '2024-04-18', '2025-04-07', '2026-04-26']) {
    it(`knows ${iso} as the tenth of the third month`, () => {
      const { month, day: date, leap } = lunarDate(day(iso));
      assert.deepEqual([month, date, leap], [3, 10, false]);
    });
  }

  it('knows leap months', () => {
    assert.deepEqual(lunarDate(day('2020-05-23')), { year: 2020, month: 4, day: 1, leap: true });
    assert.deepEqual(lunarDate(day('2023-03-22')), { year: 2023, month: 2, day: 1, leap: true });
    assert.deepEqual(lunarDate(day('2025-07-25')), { year: 2025, month: 6, day: 1, leap: true });
  });

  it('goes on by one day, or begins the next month or a leap month, on every day of three centuries', () => {
    let date = day('1900-01-02');
    let before = lunarDate(date);
    while (date.year < 2200) {
      const next = addDays(date, 1);
      assert.ok(next);
      const { year, month, day: number, leap } = lunarDate(next);
      const months = 12 * (year - before.year) + month - before.month;
      const follows =
        number === 1
          ? before.day >= 29 && months === (leap ? 0 : 1) && !(leap && before.leap)
          : number === before.day + 1 && number <= 30 && months === 0 && leap === before.leap;
      assert.ok(follows, isoDate(next));
      date = next;
      before = { year, month, day: number, leap };
    }
  });
});

describe('the table of holidays', () => {
  it('holds to its schema', () => {
    const json = (name: string): unknown =>
      JSON.parse(
        readFileSync(new URL(`../../../server/norms/data/${name}.json`, import.meta.url), 'utf8'),
      );
    const validate = new Ajv().compile(json('holidays.schema') as object);
    assert.ok(validate(json('holidays')), JSON.stringify(validate.errors));
  });
});
