import type { DayMention } from '../../document/dates/dateMention.ts';
import type { Edit } from '../../source/span.ts';
import { isQuotedIn } from '../quotations.ts';
import { rule } from '../rule.ts';
import { fragmentSample } from '../samples.ts';
import { type Dated, datedFacts, datedIn } from './dated.ts';

export default rule({
  id: 'date-separator',
  severity: 'warning',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.4',
  title: {
    vi: 'Dấu ngăn cách ngày tháng không thống nhất',
    en: 'Dates are separated by different marks',
  },
  why: {
    vi: 'Trong một văn bản, ngày tháng viết số dùng một kiểu dấu, thường là gạch chéo: 31/8/2021. Nhiều kiểu lẫn nhau làm bài cẩu thả và khó tìm.',
    en: 'Dates in figures use one mark throughout a document, the slash as a rule: 31/8/2021. Several marks look careless and are hard to search for.',
  },
  examples: () => [
    {
      bad: fragmentSample('Họp ngày 31/8/2021, báo cáo ngày «15-9-2021».'),
      fixed: fragmentSample('Họp ngày 31/8/2021, báo cáo ngày 15/9/2021.'),
    },
    {
      bad: fragmentSample('Họp ngày «31.8.2021», báo cáo ngày 15/9/2021.'),
      fixed: fragmentSample('Họp ngày 31/8/2021, báo cáo ngày 15/9/2021.'),
    },
    { bad: fragmentSample('Từ 01/10/2021, kết thúc «07-10-2021», tổng kết «15.10.2021».') },
    { good: fragmentSample('Họp ngày 31/8/2021, báo cáo ngày 15/9/2021.') },
    {
      good: fragmentSample('Họp ngày 31-8-2021, báo cáo ngày 15-9-2021.'),
      note: 'Thống nhất trong cả văn bản.',
    },
    { good: fragmentSample('Họp ngày 31/8/2021, chào mừng Quốc khánh 2-9; xem mục 1.2.3.') },
    {
      good: fragmentSample('Gửi trước ngày 05/3/2020; sửa “12-01-2021” thành “12/01/2021”.'),
      note: 'Lời trích giữ nguyên.',
    },
  ],
  reads: { facts: datedFacts },
  check(document, report) {
    const days = datedIn(document).filter(isInFigures);
    if (!days.some(({ mention }) => mention.separator === '/')) return;
    const reported = new Set<number>();
    for (const { placed: day, paragraph } of days.filter(isOtherwise)) {
      if (reported.has(day.span.start) || isQuotedIn(paragraph, day.span)) continue;
      reported.add(day.span.start);
      const expected = day.text.replace(/[-–.]/gu, '/');
      report({
        span: day.span,
        message: {
          vi: `Ngày “${day.text}” dùng dấu khác các ngày còn lại: cần “${expected}” (NĐ 30/2020/NĐ-CP, PL I, II.4)`,
          en: `“${day.text}” has another mark than the other dates: expected “${expected}” (ND 30/2020/NĐ-CP, Annex I, II.4)`,
        },
        fixes: [
          {
            title: { vi: `Sửa thành “${expected}”`, en: `Change to “${expected}”` },
            safe: true,
            edits: marks(day),
          },
        ],
      });
    }
  },
});

function isInFigures(dated: Dated): dated is Dated<DayMention> {
  return dated.isDay() && dated.mention.form === 'figures';
}

function isOtherwise({ mention }: Dated<DayMention>): boolean {
  return mention.separator !== '/' && mention.year !== undefined;
}

/** A slash for each mark between the figures. */
function marks({ day, month, year }: DayMention): readonly Edit[] {
  const between = [
    { start: day.span.end, end: month.span.start },
    ...(year ? [{ start: month.span.end, end: year.span.start }] : []),
  ];
  return between
    .filter(({ start, end }) => end === start + 1)
    .map((span) => ({ span, newText: '/' }));
}
