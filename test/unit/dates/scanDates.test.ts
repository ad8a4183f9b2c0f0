import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scanCitations } from '../../../server/document/citations/scanCitations.ts';
import type { DateMention, DayMention } from '../../../server/document/dates/dateMention.ts';
import { formatDate } from '../../../server/document/dates/formatDate.ts';
import { daysInMonth, isoDate, plainDate } from '../../../server/document/dates/plainDate.ts';
import { scanDates } from '../../../server/document/dates/scanDates.ts';
import { plainText } from '../../support/plainText.ts';

function scan(text: string): readonly DateMention[] {
  const paragraph = plainText(text);
  return scanDates(paragraph, scanCitations(paragraph));
}

function days(text: string): readonly DayMention[] {
  return scan(text).filter((mention) => mention.kind === 'day');
}

function onlyDay(text: string): DayMention {
  const [day, ...others] = days(text);
  assert.equal(others.length, 0);
  assert.ok(day, `no day in ${text}`);
  return day;
}

function iso(day: DayMention | undefined): string | undefined {
  return day?.value && isoDate(day.value);
}

describe('scanDates', () => {
  it('reads a day in words with the place of each figure', () => {
    const text = 'ban hành ngày 05 tháng 3 năm 2020.';
    const day = onlyDay(text);
    assert.equal(day.form, 'words');
    assert.equal(day.text, 'ngày 05 tháng 3 năm 2020');
    assert.equal(iso(day), '2020-03-05');
    for (const figure of [day.day, day.month, day.year]) {
      assert.ok(figure);
      assert.equal(text.slice(figure.span.start, figure.span.end), figure.text);
    }
    assert.deepEqual([day.day.text, day.month.text, day.year?.text], ['05', '3', '2020']);
  });

  it('reads a day in figures', () => {
    const day = onlyDay('Ngày 15/9/2021 Phòng đã phát hành');
    assert.equal(day.form, 'figures');
    assert.equal(day.text, '15/9/2021');
    assert.equal(day.separator, '/');
    assert.equal(iso(day), '2021-09-15');
  });

  const read: readonly (readonly [text: string, date: string])[] = [
    ['31-8-2021', '2021-08-31'],
    ['31.8.2021', '2021-08-31'],
    ['Ngày: 21/9/21', '2021-09-21'],
    ['21/9/21', '2021-09-21'],
    ['Ngày 02 tháng 10/2021', '2021-10-02'],
  ];
  for (const [text, date] of read) {
    it(`reads “${text}”`, () => {
      assert.equal(iso(onlyDay(text)), date);
    });
  }

  for (const text of ['31/9/2021', '29/02/2021', '01/13/2021', 'ngày 32 tháng 01 năm 2021']) {
    it(`reads “${text}” and knows no such day`, () => {
      const day = onlyDay(text);
      assert.ok(day.year);
      assert.equal(day.value, undefined);
    });
  }

  for (const text of ['ngày 30/4', 'ngày 05 tháng 3']) {
    it(`reads “${text}” without a year`, () => {
      const day = onlyDay(text);
      assert.equal(day.year, undefined);
      assert.equal(day.value, undefined);
    });
  }

  const none = [
    '1/2 số hộ',
    '24/7',
    '3/4 số đại biểu',
    'mục 1.2.3',
    'khoản 8.3.3',
    '1.200.000 đồng',
    '192.168.1.1',
    '4.609/4.642 cơ sở',
    '24 giờ/ngày',
    'số 12/9/2021',
    'từ 5 đến 7 ngày',
    'từ 1/2 đến 3/4 diện tích',
    'quý cơ quan',
    'quý vị',
    'ngày ký',
    '05 năm',
    'COVID-19',
    '12/5/2021/QĐ-UBND',
  ];
  for (const text of none) {
    it(`reads no date in “${text}”`, () => {
      assert.deepEqual(
        scan(text).map((mention) => mention.text),
        [],
      );
    });
  }

  it('reads no date in a document number', () => {
    assert.deepEqual(
      scan('Nghị định số 30/2020/NĐ-CP và Kế hoạch số 12/KH-UBND').map(({ text }) => text),
      [],
    );
  });

  it('marks the date of a cited document', () => {
    const [cited, own] = days(
      'Công văn số 15/UBND-VX ngày 31/8/2021 của Ủy ban nhân dân tỉnh; hoàn thành trước ngày 15/10/2021.',
    );
    assert.equal(cited?.cited, true);
    assert.equal(own?.cited, false);
    assert.equal(own?.deadline, true);
  });

  const weekdays: readonly (readonly [text: string, value: number])[] = [
    ['thứ Sáu, ngày 02/10/2021', 5],
    ['Chủ nhật, 03/10/2021', 0],
    ['thứ 2 ngày 04/10/2021', 1],
    ['ngày 02/10/2021 (thứ Bảy)', 6],
    ['7 giờ 30, thứ Năm, ngày 07 tháng 10 năm 2021', 4],
  ];
  for (const [text, value] of weekdays) {
    it(`reads the weekday of “${text}”`, () => {
      assert.equal(onlyDay(text).weekday?.value, value);
    });
  }

  const clocks: readonly (readonly [text: string, minutes: number])[] = [
    ['7 giờ 30 phút, ngày 05/10/2021', 450],
    ['7 giờ 30 ngày 05/10/2021', 450],
    ['7h30 ngày 05/10/2021', 450],
    ['14g00, ngày 05/10/2021', 840],
    ['17 giờ ngày 05/10/2021', 1020],
    ['07:30 ngày 05/10/2021', 450],
    ['7 giờ 30 phút sáng ngày 05/10/2021', 450],
  ];
  for (const [text, minutes] of clocks) {
    it(`reads the clock of “${text}”`, () => {
      assert.equal(onlyDay(text).clock?.value, minutes);
    });
  }

  const ranges: readonly (readonly [text: string, from: string, to: string])[] = [
    ['từ ngày 01/10/2021 đến ngày 07/10/2021', '2021-10-01', '2021-10-07'],
    ['từ 01 đến 07/10/2021', '2021-10-01', '2021-10-07'],
    ['01-07/10/2021', '2021-10-01', '2021-10-07'],
    ['từ 01/10 đến 07/10/2021', '2021-10-01', '2021-10-07'],
    ['từ ngày 01 đến ngày 07 tháng 10 năm 2021', '2021-10-01', '2021-10-07'],
    ['Từ ngày 30/12/2021 đến hết ngày 02/01/2022', '2021-12-30', '2022-01-02'],
    ['từ 7 giờ ngày 01/10/2021 đến 17 giờ ngày 07/10/2021', '2021-10-01', '2021-10-07'],
    ['từ ngày 07/10/2021 đến ngày 01/10/2021', '2021-10-07', '2021-10-01'],
  ];
  for (const [text, from, to] of ranges) {
    it(`reads the range “${text}” and its two ends`, () => {
      const mentions = scan(text);
      const range = mentions.find((mention) => mention.kind === 'range');
      assert.equal(iso(range?.from), from);
      assert.equal(iso(range?.to), to);
      assert.equal(mentions.filter((mention) => mention.kind === 'day').length, 2);
    });
  }

  const limits: readonly (readonly [text: string, lead: string])[] = [
    ['trước ngày 15/10/2021', 'trước ngày'],
    ['chậm nhất ngày 15/10/2021', 'chậm nhất ngày'],
    ['chậm nhất là 17 giờ 00 ngày 15/10/2021', 'chậm nhất là'],
    ['đến hết ngày 15/10/2021', 'đến hết ngày'],
    ['hạn cuối: 15/10/2021', 'hạn cuối'],
  ];
  for (const [text, lead] of limits) {
    it(`reads the time limit “${text}”`, () => {
      const day = onlyDay(text);
      assert.equal(day.deadline, true);
      assert.equal(day.lead?.text, lead);
    });
  }

  it('reads months, quarters and periods of years', () => {
    const found = scan(
      'tháng 9/2021, Quý III/2021, quý 3 năm 2021, Quý V, năm học 2021-2022, giai đoạn 2021 - 2030, nhiệm kỳ VI (2024 - 2029), giai đoạn từ năm 2026 đến năm 2030, năm 2021',
    ).map((mention) => {
      if (mention.kind === 'month') return `month ${mention.month.value} ${mention.year.value}`;
      if (mention.kind === 'quarter') return `quarter ${mention.quarter.value}`;
      if (mention.kind === 'years') {
        return `${mention.word} ${mention.from.value} ${mention.to?.value ?? ''}`.trim();
      }
      return mention.kind;
    });
    assert.deepEqual(found, [
      'month 9 2021',
      'quarter 3',
      'quarter 3',
      'quarter 5',
      'schoolYear 2021 2022',
      'period 2021 2030',
      'term 2024 2029',
      'period 2026 2030',
      'year 2021',
    ]);
  });

  it('reads a blank day as its month', () => {
    assert.deepEqual(
      scan('ngày   tháng 9 năm 2021').map(({ kind }) => kind),
      ['month'],
    );
  });

  it('reads back every date that formatDate writes', () => {
    const any = fc
      .record({
        year: fc.integer({ min: 1900, max: 2099 }),
        month: fc.integer({ min: 1, max: 12 }),
      })
      .chain(({ year, month }) =>
        fc
          .integer({ min: 1, max: daysInMonth(year, month) })
          .map((day) => plainDate(year, month, day)),
      );
    fc.assert(
      fc.property(any, fc.constantFrom('words' as const, 'figures' as const), (date, form) => {
        assert.ok(date);
        const day = onlyDay(`họp ${formatDate(date, form)} tại trụ sở`);
        assert.deepEqual(day.value, date);
        assert.equal(day.form, form);
        assert.equal(day.text, formatDate(date, form));
      }),
    );
  });

  it('gives the place of every figure in any text', () => {
    const pieces = fc.constantFrom(
      ...['ngày ', 'tháng ', 'năm ', '12', '05', '2021', '/', '-', '.', ' ', ' đến ', 'từ ', '9'],
      ...['trước ', 'Quý ', 'III', 'thứ Sáu, ', '7 giờ 30 ', 'giai đoạn ', '(', ')', '\n', ','],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        for (const mention of scan(text)) {
          assert.equal(text.slice(mention.span.start, mention.span.end), mention.text);
          if (mention.kind !== 'day') continue;
          for (const figure of [mention.day, mention.month, mention.year]) {
            if (figure) assert.equal(text.slice(figure.span.start, figure.span.end), figure.text);
          }
        }
      }),
    );
  });

  it('accepts any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => scan(text.normalize('NFC')).length >= 0),
    );
  });
});
