import { formatDay, formatMonth } from '../../document/dates/formatDate.ts';
import type { DateFigure, DayMention } from '../../document/dates/dateMention.ts';
import { isQuoted } from '../quotations.ts';
import { rule } from '../rule.ts';
import { fragmentSample } from '../samples.ts';
import { daysOf } from './days.ts';

export default rule({
  id: 'date-leading-zero',
  severity: 'warning',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.4',
  title: {
    vi: 'Số 0 trước ngày, tháng chưa đúng',
    en: 'A leading zero of a day or month is missing or too many',
  },
  why: {
    vi: 'Ngày nhỏ hơn 10 và tháng 1, 2 có số 0 đứng trước; các tháng khác thì không: 05/3/2020. Số 0 giữ cho ngày tháng không bị thêm chữ số sau khi ký.',
    en: 'Days below 10 and months 1 and 2 take a zero in front, the other months do not: 05/3/2020. The zero keeps anyone from adding a figure after signing.',
  },
  examples: () => [
    {
      bad: fragmentSample('Gửi báo cáo trước ngày «5»/3/2020.'),
      fixed: fragmentSample('Gửi báo cáo trước ngày 05/3/2020.'),
    },
    {
      bad: fragmentSample('Họp ngày 12/«1»/2021 và ngày 09/«09»/2021.'),
      fixed: fragmentSample('Họp ngày 12/01/2021 và ngày 09/9/2021.'),
    },
    {
      bad: fragmentSample('Theo Quyết định số 15/QĐ-UBND ngày «4»/«07»/2025.'),
      fixed: fragmentSample('Theo Quyết định số 15/QĐ-UBND ngày 04/7/2025.'),
    },
    {
      bad: fragmentSample('Khai mạc ngày «5» tháng «2» năm 2021.'),
      fixed: fragmentSample('Khai mạc ngày 05 tháng 02 năm 2021.'),
    },
    { good: fragmentSample('Gửi báo cáo trước ngày 05/3/2020, họp ngày 12/01/2021.') },
    {
      good: fragmentSample('Khai mạc ngày 05 tháng 02 năm 2021, bế mạc ngày 10 tháng 12 năm 2021.'),
    },
    { good: fragmentSample('Nghỉ lễ ngày 30/4 và 1/5; kỷ niệm ngày 8/3.') },
    {
      good: fragmentSample(
        'Quyết định ghi: “có hiệu lực từ ngày 1 tháng 1 năm 2021”; sửa "5/3/2020" thành "05/3/2020".',
      ),
      note: 'Lời trích giữ nguyên.',
    },
  ],
  reads: { paragraphs: true },
  check(document, report) {
    const reported = new Set<number>();
    for (const mention of daysOf(document)) {
      // `ngày 8/3` without a year is a holiday's name as often as a date.
      if (!mention.year && mention.form === 'figures') continue;
      for (const { figure, expected, kind } of wrongFigures(mention)) {
        if (reported.has(figure.span.start) || isQuoted(document, figure.span)) continue;
        reported.add(figure.span.start);
        report({
          span: figure.span,
          message: {
            vi: `${kind === 'day' ? 'Ngày' : 'Tháng'} “${figure.text}” ${figure.text.length < expected.length ? 'thiếu' : 'thừa'} số 0 ở trước: cần “${expected}” (NĐ 30/2020/NĐ-CP, PL I, II.4)`,
            en: `The ${kind} “${figure.text}” ${figure.text.length < expected.length ? 'lacks its' : 'has a superfluous'} leading zero: expected “${expected}” (ND 30/2020/NĐ-CP, Annex I, II.4)`,
          },
          fixes: [
            {
              title: { vi: `Sửa thành “${expected}”`, en: `Change to “${expected}”` },
              safe: true,
              edits: [{ span: figure.span, newText: expected }],
            },
          ],
        });
      }
    }
  },
});

interface WrongFigure {
  readonly figure: DateFigure;
  readonly expected: string;
  readonly kind: 'day' | 'month';
}

function wrongFigures({ day, month }: DayMention): readonly WrongFigure[] {
  const figures: readonly WrongFigure[] = [
    { figure: day, expected: formatDay(day.value), kind: 'day' },
    { figure: month, expected: formatMonth(month.value), kind: 'month' },
  ];
  return figures.filter(({ figure, expected }) => figure.value > 0 && figure.text !== expected);
}
