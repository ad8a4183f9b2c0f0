import type { DayMention } from '../../document/dates/dateMention.ts';
import { formatDate } from '../../document/dates/formatDate.ts';
import type { Document } from '../../document/document.ts';
import { bodyLine, daysOf, isKnown, type KnownDay } from '../dates/days.ts';
import { isQuoted } from '../quotations.ts';
import { rule } from '../rule.ts';
import { decisionSample } from '../samples.ts';
import { datedFacts } from '../dates/dated.ts';

const bases = (first: string, second: string): string =>
  decisionSample({
    bases: `*Căn cứ Luật Tổ chức chính quyền địa phương ngày ${first};*\n\n*Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 45/TTr-SNV ngày ${second}.*`,
  });

export default rule({
  id: 'citation-date-form',
  severity: 'info',
  fix: 'yes',
  types: ['quyet-dinh', 'nghi-quyet'],
  norm: 'NĐ 30/2020/NĐ-CP, PL III, Mẫu 1.1, 1.2',
  title: {
    vi: 'Ngày của văn bản viện dẫn lúc ghi bằng chữ, lúc ghi bằng gạch chéo',
    en: 'Dates of cited documents are now in words, now with slashes',
  },
  why: {
    vi: 'Mẫu quyết định, nghị quyết ghi ngày của văn bản viện dẫn là “ngày … tháng … năm …”. Văn bản đã ghi như vậy ở một chỗ thì mọi chỗ nên ghi như vậy; người duyệt thường sửa lại các ngày ghi bằng gạch chéo.',
    en: 'The forms of decisions and resolutions give the date of a cited document as “ngày … tháng … năm …”. Where one citation does so, all should; reviewers rewrite the dates with slashes.',
  },
  examples: () => [
    {
      bad: bases('«16/6/2025»', '15 tháng 4 năm 2026'),
      fixed: bases('16 tháng 6 năm 2025', '15 tháng 4 năm 2026'),
    },
    {
      bad: bases('16 tháng 6 năm 2025', '«05/4/2026»'),
      fixed: bases('16 tháng 6 năm 2025', '05 tháng 4 năm 2026'),
    },
    {
      bad: decisionSample({
        body: '**QUYẾT ĐỊNH:**\n\n**Điều 1.** Thành lập Tổ công tác chuyển đổi số tỉnh Phú Thọ.\n\n**Điều 2.** Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 12/QĐ-UBND ngày «13/8/2019» của Chủ tịch Ủy ban nhân dân tỉnh.\n\n**Điều 3.** Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nội vụ chịu trách nhiệm thi hành Quyết định này./.',
      }),
    },
    { good: bases('16 tháng 6 năm 2025', '15 tháng 4 năm 2026') },
    { good: bases('16/6/2025', '15/4/2026'), note: 'Thống nhất trong cả văn bản.' },
    {
      good: decisionSample({
        body: '**QUYẾT ĐỊNH:**\n\n**Điều 1.** Tổ chức Hội nghị từ 21/4/2026 đến 23/4/2026.\n\n**Điều 2.** Quyết định này có hiệu lực kể từ ngày ký.\n\n**Điều 3.** Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nội vụ chịu trách nhiệm thi hành Quyết định này./.',
      }),
      note: 'Không phải ngày của văn bản viện dẫn.',
    },
  ],
  reads: { facts: datedFacts },
  check(document, report) {
    const cited = daysOf(document).filter(
      (day) => day.cited && bodyLine(document, day) !== undefined,
    );
    if (!cited.some(({ form }) => form === 'words')) return;
    for (const day of cited) {
      if (day.form !== 'figures' || day.separator !== '/' || !isKnown(day)) continue;
      if (!isAfterDayWord(document, day) || isQuoted(document, day.span)) continue;
      const span = { start: day.day.span.start, end: (day.year ?? day.month).span.end };
      const expected = formatDate(day.value, 'words').replace('ngày ', '');
      report({
        span,
        message: {
          vi: `Ngày của văn bản viện dẫn “${figures(day)}” khác cách ghi ở chỗ khác: cần “${expected}” (NĐ 30/2020/NĐ-CP, PL III, Mẫu 1.1, 1.2)`,
          en: `“${figures(day)}”, the date of a cited document, is written in words elsewhere: expected “${expected}” (ND 30/2020/NĐ-CP, Annex III, forms 1.1, 1.2)`,
        },
        fixes: [
          {
            title: { vi: `Sửa thành “${expected}”`, en: `Change to “${expected}”` },
            safe: true,
            edits: [{ span, newText: expected }],
          },
        ],
      });
    }
  },
});

function figures({ day, month, value }: KnownDay): string {
  return `${day.text}/${month.text}/${value.year}`;
}

/** Whether the word that the long form needs stands before the figures already. */
function isAfterDayWord({ source }: Document, { day }: DayMention): boolean {
  return source.text
    .slice(Math.max(0, day.span.start - 8), day.span.start)
    .normalize('NFC')
    .endsWith('ngày ');
}
