import { weekday } from '../../document/dates/plainDate.ts';
import { isQuoted } from '../quotations.ts';
import { rule } from '../rule.ts';
import { fragmentSample } from '../samples.ts';
import { dayText, daysOf, isKnown } from './days.ts';
import { pattern } from '../../source/letters.ts';

const names = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];
const englishNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export default rule({
  id: 'date-weekday',
  severity: 'error',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL II, V.8.c',
  title: { vi: 'Thứ trong tuần không khớp với ngày', en: 'The weekday is not that of the date' },
  why: {
    vi: 'Người dự họp tin vào cả thứ lẫn ngày. Hai thông tin không khớp thì có người đến sai hôm.',
    en: 'People who attend trust both the weekday and the date. If they disagree, some come on the wrong day.',
  },
  examples: () => [
    {
      bad: fragmentSample('Hội nghị khai mạc lúc 7 giờ 30, «thứ Sáu», ngày 02/10/2021.'),
      fixed: fragmentSample('Hội nghị khai mạc lúc 7 giờ 30, thứ Bảy, ngày 02/10/2021.'),
    },
    {
      bad: fragmentSample('Họp ngày 04/10/2021 («Chủ nhật»).'),
      fixed: fragmentSample('Họp ngày 04/10/2021 (thứ Hai).'),
    },
    {
      bad: fragmentSample('Họp vào «thứ 5» ngày 08 tháng 10 năm 2021.'),
      fixed: fragmentSample('Họp vào thứ 6 ngày 08 tháng 10 năm 2021.'),
    },
    { good: fragmentSample('Khai mạc lúc 7 giờ 30, thứ Bảy, ngày 02/10/2021.') },
    { good: fragmentSample('Họp Chủ nhật, ngày 03/10/2021.') },
    {
      good: fragmentSample('Kỳ họp thứ năm ngày 07/10/2021 và lần thứ Hai.'),
      note: 'Ngày 07/10/2021 là thứ Năm.',
    },
    {
      good: fragmentSample('Sửa “thứ Hai, ngày 05/3/2020” thành “thứ Năm, ngày 05/3/2020”.'),
      note: 'Lời trích giữ nguyên.',
    },
  ],
  reads: { paragraphs: true },
  check(document, report) {
    for (const day of daysOf(document)) {
      if (!day.weekday || !isKnown(day)) continue;
      const right = weekday(day.value);
      if (right === day.weekday.value || isQuoted(document, day.weekday.span)) continue;
      const expected = written(day.weekday.text, right);
      report({
        span: day.weekday.span,
        message: {
          vi: `“${day.weekday.text}” không khớp ngày ${dayText(day.value)}: ngày ấy là ${names[right] ?? ''} (NĐ 30/2020/NĐ-CP, PL II, V.8.c)`,
          en: `“${day.weekday.text}” does not fit ${dayText(day.value)}: that day is a ${englishNames[right] ?? ''} (ND 30/2020/NĐ-CP, Annex II, V.8.c)`,
        },
        fixes: [
          {
            title: { vi: `Sửa thành “${expected}”`, en: `Change to “${expected}”` },
            safe: true,
            edits: [{ span: day.weekday.span, newText: expected }],
          },
        ],
      });
    }
  },
});

/** The weekday's name, in figures and with a capital where the text has them. */
function written(typed: string, day: number): string {
  const name = pattern.u`\p{Nd}$`.test(typed) && day > 0 ? `thứ ${day + 1}` : (names[day] ?? '');
  return /^T/u.test(typed) ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}
