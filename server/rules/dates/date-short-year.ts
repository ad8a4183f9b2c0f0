import { isQuoted } from '../quotations.ts';
import { rule } from '../rule.ts';
import { fragmentSample } from '../samples.ts';
import { daysOf } from './days.ts';

export default rule({
  id: 'date-short-year',
  severity: 'warning',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.4',
  title: { vi: 'Năm chỉ ghi hai chữ số', en: 'A year of two figures' },
  why: {
    vi: 'Năm ghi đủ bốn chữ số, để hồ sơ đọc được đúng sau nhiều năm.',
    en: 'Years have four figures, so that the file can still be read right after many years.',
  },
  examples: () => [
    {
      bad: fragmentSample('Nhận hồ sơ ngày 21/9/«21».'),
      fixed: fragmentSample('Nhận hồ sơ ngày 21/9/2021.'),
    },
    {
      bad: fragmentSample('Gửi về Phòng trước ngày 15/10/«26».'),
      fixed: fragmentSample('Gửi về Phòng trước ngày 15/10/2026.'),
    },
    {
      bad: fragmentSample('Theo Công văn số 15/UBND-VX ngày 02/3/«20».'),
      fixed: fragmentSample('Theo Công văn số 15/UBND-VX ngày 02/3/2020.'),
    },
    {
      bad: fragmentSample('Gửi về Phòng trước ngày 15-12-«26».'),
      fixed: fragmentSample('Gửi về Phòng trước ngày 15-12-2026.'),
    },
    {
      bad: fragmentSample('Ông An, sinh ngày 02/9/«85».'),
      fixed: fragmentSample('Ông An, sinh ngày 02/9/1985.'),
      note: 'Thế kỷ nào thì người soạn chọn.',
    },
    {
      good: fragmentSample(
        'Điện thoại 02-10-26; mã hồ sơ 15-12-26; họp vào các ngày 05-10-15, ngày 05-10-15 hằng tháng.',
      ),
    },
    { good: fragmentSample('Nhận hồ sơ ngày 21/9/2021.') },
    { good: fragmentSample('Kỷ niệm ngày 20/11 và ngày 22/12.') },
    { good: fragmentSample('Tỷ lệ 50/30/20 của ba nhóm; trực 24/7.') },
    {
      good: fragmentSample('Sửa “ngày 05/3/20” thành “ngày 05/3/2020”.'),
      note: 'Lời trích giữ nguyên.',
    },
  ],
  reads: { paragraphs: true },
  check(document, report) {
    for (const { year, separator } of daysOf(document)) {
      if (!year || year.text.length !== 2 || isQuoted(document, year.span)) continue;
      const years = wholeYears(year.text);
      const expected = years.join('” / “');
      report({
        span: year.span,
        message: {
          vi: `Năm “${year.text}” ghi hai chữ số: cần đủ bốn chữ số “${expected}” (NĐ 30/2020/NĐ-CP, PL I, II.4)`,
          en: `The year “${year.text}” has two figures: expected all four, “${expected}” (ND 30/2020/NĐ-CP, Annex I, II.4)`,
        },
        fixes: years.map((whole) => ({
          title: { vi: `Ghi đủ năm ${whole}`, en: `Write ${whole}` },
          safe: years.length === 1 && separator === '/',
          edits: [{ span: year.span, newText: whole }],
        })),
      });
    }
  },
});

/** From this year of a century on the last century is as likely: a birth, an anniversary. */
const lateInCentury = 40;

/** The years that two figures may stand for, the likeliest first. */
function wholeYears(short: string): readonly string[] {
  return Number(short) < lateInCentury ? [`20${short}`] : [`19${short}`, `20${short}`];
}
