import { isCapitals } from '../../document/letterCase.ts';
import { rule } from '../rule.ts';
import { frontMatterPlanSample, letterSample, planSample } from '../samples.ts';
import { siblingGroups } from './sectionWalk.ts';

export default rule({
  id: 'section-title-case',
  severity: 'info',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, V.6.b',
  title: {
    vi: 'Tiêu đề phần không in hoa như các phần khác',
    en: 'A title not in capitals as its siblings are',
  },
  why: {
    vi: 'Tiêu đề của các phần đánh số La Mã trình bày bằng chữ in hoa. Một tiêu đề chữ thường giữa các tiêu đề in hoa trông như mục con.',
    en: 'Titles numbered in Roman figures are set in capitals. One in lower case among them looks like a subordinate one.',
  },
  examples: () => [
    { bad: planSample().replace('II. NỘI DUNG', 'II. «Nội dung»'), fixed: planSample() },
    {
      bad: planSample().replace('III. TỔ CHỨC THỰC HIỆN', 'III. «Tổ chức thực hiện»'),
      fixed: planSample(),
    },
    {
      bad: frontMatterPlanSample().replace('I. MỤC ĐÍCH, YÊU CẦU', 'I. «Mục đích, yêu cầu»'),
      fixed: frontMatterPlanSample(),
    },
    { good: planSample() },
    { good: frontMatterPlanSample() },
    { good: letterSample() },
    {
      good: planSample()
        .replace('MỤC ĐÍCH, YÊU CẦU', 'Mục đích, yêu cầu')
        .replace('NỘI DUNG', 'Nội dung')
        .replace('TỔ CHỨC THỰC HIỆN', 'Tổ chức thực hiện'),
      note: 'Cả văn bản cùng một kiểu.',
    },
  ],
  reads: { sections: true },
  check(document, report) {
    for (const group of siblingGroups(document.sections)) {
      const titled = group.filter(
        (section) =>
          section.numbering.kind === 'roman' && !section.runIn && section.title.text !== '',
      );
      const capitals = titled.filter((section) => isCapitals(section.title.text));
      if (capitals.length * 2 <= titled.length) continue;
      for (const { title } of titled.filter((section) => !capitals.includes(section))) {
        const typed = document.source.text.slice(title.span.start, title.span.end);
        report({
          span: title.span,
          message: {
            vi: `Tiêu đề “${title.text}” cần in hoa như các phần khác (NĐ 30/2020/NĐ-CP, PL I, V.6.b)`,
            en: `The title “${title.text}” is expected in capitals as its siblings are (ND 30/2020/NĐ-CP, Annex I, V.6.b)`,
          },
          fixes: [
            {
              title: { vi: 'Viết in hoa tiêu đề', en: 'Write the title in capitals' },
              safe: true,
              edits: [{ span: title.span, newText: typed.toUpperCase() }],
            },
          ],
        });
      }
    }
  },
});
