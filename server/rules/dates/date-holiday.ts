import { addDays, lunarDate } from '../../document/dates/lunarDate.ts';
import { weekday, type PlainDate } from '../../document/dates/plainDate.ts';
import { holidays, type Holiday } from '../../norms/holidays.ts';
import { rule, type Localized } from '../rule.ts';
import { fragmentSample } from '../samples.ts';
import { bodyLine, dayText, daysOf, isKnown } from './days.ts';

export default rule({
  id: 'date-holiday',
  severity: 'hint',
  fix: 'none',
  norm: 'Bộ luật Lao động 2019, Điều 112',
  title: {
    vi: 'Thời hạn rơi vào Chủ nhật hoặc ngày lễ',
    en: 'A time limit on a Sunday or a public holiday',
  },
  why: {
    vi: 'Chủ nhật và ngày lễ, tết cơ quan không làm việc, nên báo cáo khó đến đúng hạn. Nên chọn ngày làm việc trước đó.',
    en: 'Offices are closed on Sundays and holidays, so a report can hardly arrive in time. The working day before is the better choice.',
  },
  examples: () => [
    { bad: fragmentSample('Gửi báo cáo chậm nhất ngày «11/01/2026».') },
    { bad: fragmentSample('Hoàn thành chậm nhất ngày «30/4/2026», nộp đến hết ngày «02/9/2026».') },
    {
      bad: fragmentSample('Báo cáo chậm nhất «ngày 17 tháng 02 năm 2026».'),
      note: 'Mùng Một tết Bính Ngọ.',
    },
    { good: fragmentSample('Gửi báo cáo chậm nhất ngày 12/01/2026.') },
    {
      good: fragmentSample('Gửi báo cáo trước ngày 11/01/2026.'),
      note: 'Trước Chủ nhật là một ngày làm việc.',
    },
    { good: fragmentSample('Tổ chức Ngày hội vào Chủ nhật, ngày 11/01/2026.') },
  ],
  reads: { paragraphs: true },
  check(document, report) {
    for (const day of daysOf(document)) {
      if (!day.deadline || day.cited || !isKnown(day) || !bodyLine(document, day)) continue;
      // `trước ngày` leaves the day itself out.
      if (/^(?:xong\s+)?trước/iu.test(day.lead?.text ?? '')) continue;
      const name = dayOff(day.value);
      if (!name) continue;
      report({
        span: day.span,
        message: {
          vi: `Thời hạn ${dayText(day.value)} là ${name.vi}: nên chọn ngày làm việc trước đó (Bộ luật Lao động 2019, Điều 112)`,
          en: `The time limit ${dayText(day.value)} is ${name.en}: better the working day before (Labour Code 2019, Article 112)`,
        },
      });
    }
  },
});

function dayOff(date: PlainDate): Localized | undefined {
  const holiday = holidays.find(
    (row) => falls(row, date) || (row.eve === true && eveOf(row, date)),
  );
  if (holiday) return { vi: holiday.name, en: holiday.english };
  return weekday(date) === 0 ? { vi: 'Chủ nhật', en: 'a Sunday' } : undefined;
}

function falls({ calendar, month, day }: Holiday, date: PlainDate): boolean {
  if (calendar === 'solar') return date.month === month && date.day === day;
  const lunar = lunarDate(date);
  return !lunar.leap && lunar.month === month && lunar.day === day;
}

function eveOf(holiday: Holiday, date: PlainDate): boolean {
  const next = addDays(date, 1);
  return next !== undefined && falls(holiday, next);
}
