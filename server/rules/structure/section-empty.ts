import type { Document, Section } from '../../document/document.ts';
import { isCapitals } from '../../document/letterCase.ts';
import { rule, type Finding } from '../rule.ts';
import { frontMatterPlanSample, planSample } from '../samples.ts';
import { isHeadingLike, lineIndexAt, siblingGroups } from './sectionWalk.ts';

const purposeText =
  'Phát triển văn hóa đọc trong cộng đồng; tổ chức thiết thực, an toàn, tiết kiệm.\n\n';
const fundingText = 'Kinh phí thực hiện từ nguồn ngân sách xã năm 2026.\n\n';

export default rule({
  id: 'section-empty',
  severity: 'warning',
  fix: 'none',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.6.c',
  title: { vi: 'Đề mục không có nội dung', en: 'A heading with nothing under it' },
  why: {
    vi: 'Một đề mục đứng trơ trọi thường là phần đang viết dở hoặc nội dung bị mất khi chép. Hãy viết tiếp hoặc bỏ đề mục.',
    en: 'A bare heading is usually a part left unfinished, or text lost while copying. Write it or drop the heading.',
  },
  examples: () => [
    {
      bad: planSample().replace(
        `**I. MỤC ĐÍCH, YÊU CẦU**\n\n${purposeText}`,
        '**«I. MỤC ĐÍCH, YÊU CẦU»**\n\n',
      ),
    },
    { bad: planSample().replace(`**2. Kinh phí**\n\n${fundingText}`, '**«2. Kinh phí»**\n\n') },
    {
      bad: frontMatterPlanSample()
        .replace('**I. MỤC ĐÍCH, YÊU CẦU**', '## «I. MỤC ĐÍCH, YÊU CẦU»')
        .replace(purposeText, ''),
    },
    { good: planSample() },
    { good: frontMatterPlanSample() },
    {
      good: planSample()
        .replace('**1. Thời gian, địa điểm**', '**1. Thời gian: từ ngày 21/4/2026**')
        .replace('Từ ngày 21/4/2026 đến ngày 23/4/2026, tại Nhà văn hóa xã.\n\n', ''),
      note: 'Đề mục đã nói đủ ý.',
    },
    {
      good: planSample().replace(
        purposeText,
        '| Việc | Đơn vị |\n| --- | --- |\n| Trang trí | VHXH |\n\n',
      ),
      note: 'Nội dung là một bảng.',
    },
    {
      good: planSample().replace(purposeText, '<table><tr><td>Trang trí</td></tr></table>\n\n'),
    },
  ],
  reads: { sections: true },
  check(document, report) {
    for (const group of siblingGroups(document.sections)) {
      const empty = group.filter((section) => isBare(document, section));
      // headings that all stand bare below another are a list in a heading's dress
      const isList =
        empty.length === group.length && group.length > 1 && (group[0]?.level ?? 1) > 1;
      if (!isList) empty.forEach((section) => report(finding(section)));
    }
  },
});

function finding(section: Section): Finding {
  return {
    span: section.heading,
    message: {
      vi: `Đề mục “${section.title.text}” không có nội dung: cần viết tiếp hoặc bỏ đề mục (NĐ 30/2020/NĐ-CP, PL I, II.6.c)`,
      en: `Nothing stands under “${section.title.text}”: write it or drop the heading (ND 30/2020/NĐ-CP, Annex I, II.6.c)`,
    },
  };
}

/** Whether nothing stands under the heading, and the heading itself says nothing that could stand alone. */
function isBare(document: Document, section: Section): boolean {
  if (!isHeadingLike(section) || section.children.length > 0 || section.runIn) return false;
  if (section.ownLines.length > 0 || hasOther(document, section)) return false;
  const text = document.lines[lineIndexAt(document, section.heading.end) - 1]?.text ?? '';
  const isSentence = /:\s*\S|[.;!?]\s*$/u.test(text.slice(section.numbering.label.length + 1));
  return !isSentence || isCapitals(section.title.text);
}

/** Whether something that is no line of text stands under the heading: a picture, a table in HTML. */
function hasOther(document: Document, section: Section): boolean {
  const next = document.lines[lineIndexAt(document, section.heading.end)];
  const between = document.source.text.slice(
    section.heading.end,
    next?.span.start ?? document.span.end,
  );
  return /<(?!!--)|!\[|```/u.test(between);
}
