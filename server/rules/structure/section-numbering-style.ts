import type { Document, Numbering, Section } from '../../document/document.ts';
import { span, type Edit } from '../../source/span.ts';
import { rule } from '../rule.ts';
import { decisionSample, frontMatterPlanSample, planSample } from '../samples.ts';

/** What stands after the number, by the norm. */
const delimiters: Partial<Readonly<Record<Numbering['kind'], string>>> = {
  roman: '.',
  capital: '.',
  arabic: '.',
  letter: ')',
  article: '.',
};

export default rule({
  id: 'section-numbering-style',
  severity: 'warning',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.6.đ',
  title: { vi: 'Dấu sau số thứ tự không đúng kiểu', en: 'Wrong mark after a section’s number' },
  why: {
    vi: 'Sau số của phần, điều, khoản là dấu chấm (I. – Điều 1. – 1.), sau chữ của điểm là dấu đóng ngoặc đơn (a). Mỗi cấp chỉ dùng một kiểu.',
    en: 'A full stop follows the number of a part, article or clause (I. – Điều 1. – 1.), a closing bracket the letter of a point (a). One level has one style.',
  },
  examples: () => [
    { bad: planSample().replace('**II. NỘI DUNG', '**«II» NỘI DUNG'), fixed: planSample() },
    { bad: planSample().replace('**2. Kinh phí', '**«2)» Kinh phí'), fixed: planSample() },
    { bad: planSample().replace('**2. Kinh phí', '**«2/» Kinh phí'), fixed: planSample() },
    {
      bad: decisionSample().replace('**Điều 2.**', '**«Điều 2:»**'),
      fixed: decisionSample(),
    },
    {
      bad: frontMatterPlanSample().replace('**III. TỔ', '### «III/» TỔ').replace('HIỆN**', 'HIỆN'),
    },
    { good: planSample() },
    { good: decisionSample() },
    { good: frontMatterPlanSample() },
    {
      good: planSample().replace(
        'Phòng Văn hóa - Xã hội chủ trì',
        'a) Phòng Văn hóa - Xã hội chủ trì',
      ),
    },
  ],
  reads: { sections: true },
  check(document, report) {
    const visit = (sections: readonly Section[], parent: Section | undefined): void => {
      for (const section of sections) {
        const { numbering } = section;
        const expected = delimiters[numbering.kind];
        if (
          expected !== undefined &&
          numbering.delimiter !== expected &&
          isOwnStyle(section, parent)
        ) {
          report({
            span: numbering.span,
            message: {
              vi: `Sau số thứ tự “${numbering.label}” cần dấu “${expected}” (NĐ 30/2020/NĐ-CP, PL I, II.6.đ)`,
              en: `“${expected}” is expected after the number “${numbering.label}” (ND 30/2020/NĐ-CP, Annex I, II.6.đ)`,
            },
            fixes: fixOf(document, numbering, expected),
          });
        }
        visit(section.children, section);
      }
    };
    visit(document.sections, undefined);
  },
});

/** Under a clause or a point, `1)` counts a level that the norm has no mark for. */
function isOwnStyle(section: Section, parent: Section | undefined): boolean {
  return !(
    section.numbering.kind === 'arabic' && /^(?:letter|arabic)$/u.test(parent?.numbering.kind ?? '')
  );
}

function fixOf(
  document: Document,
  numbering: Numbering,
  expected: string,
): readonly { title: { vi: string; en: string }; safe: true; edits: readonly Edit[] }[] {
  const typed = document.source.text.slice(numbering.span.start, numbering.span.end);
  const label = typed.lastIndexOf(numbering.label);
  if (label < 0) return [];
  const end = numbering.span.start + label + numbering.label.length;
  return [
    {
      title: {
        vi: `Viết “${numbering.label}${expected}”`,
        en: `Write “${numbering.label}${expected}”`,
      },
      safe: true,
      edits: [{ span: span(end, numbering.span.end), newText: expected }],
    },
  ];
}
