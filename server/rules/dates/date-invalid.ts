import type { DateMention, DayMention } from '../../document/dates/dateMention.ts';
import { daysInMonth } from '../../document/dates/plainDate.ts';
import { rule, type Localized } from '../rule.ts';
import { fragmentSample } from '../samples.ts';

export default rule({
  id: 'date-invalid',
  severity: 'error',
  fix: 'none',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.4',
  title: {
    vi: 'Ngày, tháng hoặc quý không có trên lịch',
    en: 'A day, month or quarter that no calendar has',
  },
  why: {
    vi: 'Tháng 9 chỉ có 30 ngày, năm chỉ có bốn quý. Một ngày không có thật làm thời hạn không thể thực hiện.',
    en: 'September has thirty days and a year four quarters. A date that does not exist is a deadline that nobody can keep.',
  },
  examples: () => [
    { bad: fragmentSample('Hoàn thành trước ngày «31/9/2021».') },
    { bad: fragmentSample('Tổ chức vào «ngày 29 tháng 02 năm 2021» và ngày «05/13/2021».') },
    { bad: fragmentSample('Sơ kết trong «Quý V» và tổng kết trong «tháng 13/2021».') },
    { good: fragmentSample('Hoàn thành trước ngày 30/9/2021.') },
    { good: fragmentSample('Tổ chức vào ngày 29 tháng 02 năm 2024, sơ kết Quý IV/2024.') },
    { good: fragmentSample('Tiếp nhận hồ sơ số 31/9/2021 tại Bộ phận Một cửa.') },
  ],
  reads: { paragraphs: true },
  check(document, report) {
    const reported = new Set<number>();
    for (const mention of document.dates) {
      const problem = problemOf(mention);
      if (!problem || reported.has(mention.span.start)) continue;
      reported.add(mention.span.start);
      report({
        span: mention.span,
        message: {
          vi: `“${mention.text}” không có trên lịch: ${problem.vi} (NĐ 30/2020/NĐ-CP, PL I, II.4)`,
          en: `“${mention.text}” is in no calendar: ${problem.en} (ND 30/2020/NĐ-CP, Annex I, II.4)`,
        },
      });
    }
  },
});

function problemOf(mention: DateMention): Localized | undefined {
  if (mention.kind === 'day') return dayProblem(mention);
  if (mention.kind === 'month' && (mention.month.value < 1 || mention.month.value > 12))
    return noMonth;
  if (mention.kind === 'quarter' && (mention.quarter.value < 1 || mention.quarter.value > 4)) {
    return { vi: 'cần quý từ I đến IV', en: 'expected a quarter from I to IV' };
  }
  return undefined;
}

const noMonth: Localized = { vi: 'cần tháng từ 01 đến 12', en: 'expected a month from 01 to 12' };

function dayProblem({ day, month, year }: DayMention): Localized | undefined {
  if (month.value < 1 || month.value > 12) return noMonth;
  // Without a year, 29 February may well exist.
  const last = daysInMonth(year?.value ?? 2024, month.value);
  if (day.value >= 1 && day.value <= last) return undefined;
  return {
    vi: `tháng ${month.text}${year ? ` năm ${year.text}` : ''} có ${last} ngày`,
    en: `month ${month.text}${year ? ` of ${year.text}` : ''} has ${last} days`,
  };
}
