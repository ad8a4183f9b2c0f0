import type { Document } from '../../document/document.ts';
import type { SectionRequirement } from '../../norms/documentTypes.ts';
import { rule } from '../rule.ts';
import { frontMatterPlanSample, letterSample, planSample } from '../samples.ts';
import { insertSection } from './insertSection.ts';
import { isTold, leads, mainSections, requirementsOf } from './sectionRoles.ts';

const funding = '**2. Kinh phí**\n\nKinh phí thực hiện từ nguồn ngân sách xã năm 2026.\n\n';
const fundingSection =
  '**III. KINH PHÍ THỰC HIỆN**\n\nKinh phí thực hiện Kế hoạch được bố trí từ nguồn ngân sách nhà nước theo phân cấp hiện hành.\n\n**IV. TỔ CHỨC THỰC HIỆN**';

export default rule({
  id: 'recommended-section',
  severity: 'info',
  fix: 'yes',
  types: ['ke-hoach'],
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.6',
  title: {
    vi: 'Kế hoạch chưa nói thời gian, địa điểm, kinh phí hoặc báo cáo',
    en: 'The plan does not tell time, place, funding or reporting',
  },
  why: {
    vi: 'Người thực hiện kế hoạch cần biết làm khi nào, ở đâu, tiền từ nguồn nào và báo cáo cho ai. Nghị định không bắt buộc các mục này, nhưng thiếu chúng thì kế hoạch thường bị hỏi lại.',
    en: 'Those who carry a plan out need to know when, where, with what money, and to whom they report. The decree does not demand it, yet a plan without it is usually sent back with questions.',
  },
  examples: [
    {
      bad: planSample().replace(funding, '').replace('**KẾ HOẠCH**', '**«KẾ HOẠCH»**'),
      fixed: planSample()
        .replace(funding, '')
        .replace('**III. TỔ CHỨC THỰC HIỆN**', fundingSection),
    },
    {
      bad: planSample()
        .replace(', báo cáo kết quả trước ngày 30/4/2026', '')
        .replace('**KẾ HOẠCH**', '**«KẾ HOẠCH»**'),
    },
    {
      bad: frontMatterPlanSample()
        .replace(funding, '')
        .replace('loại: Kế hoạch', 'loại: «Kế hoạch»'),
    },
    { good: planSample() },
    { good: frontMatterPlanSample() },
    { good: letterSample() },
    {
      good: planSample().replace(
        'Kinh phí thực hiện từ nguồn ngân sách xã năm 2026.',
        'Từ nguồn xã hội hóa.',
      ),
    },
  ],
  check(document, report) {
    // a plan that is still only a head has other gaps to fill first
    if (document.sections.length === 0) return;
    for (const requirement of requirementsOf(document, 'recommended')) {
      if (isTold(document, requirement)) continue;
      report({
        span: document.type?.span ?? document.span,
        message: {
          vi: `Chưa có phần “${requirement.title}”: kế hoạch nên nói rõ (NĐ 30/2020/NĐ-CP, PL I, II.6)`,
          en: `Nothing on “${requirement.title}”: a plan should tell it (ND 30/2020/NĐ-CP, Annex I, II.6)`,
        },
        fixes: insertSection(document, indexFor(document, requirement), requirement),
      });
    }
  },
});

/** Before the first main section that a plan has later: what follows among the recommended ones, or implementation. */
function indexFor(document: Document, requirement: SectionRequirement): number {
  const order = requirementsOf(document, 'recommended');
  const later = [
    ...order.slice(order.indexOf(requirement) + 1),
    ...requirementsOf(document, 'required').filter(({ id }) => id === 'implementation'),
  ];
  const main = mainSections(document);
  const index = main.findIndex((section) => later.some((each) => leads(section, each)));
  return index < 0 ? main.length : index;
}
