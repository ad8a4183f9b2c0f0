import type { Document } from '../../document/document.ts';
import type { SectionRequirement } from '../../norms/documentTypes.ts';
import { documentType } from '../../norms/documentTypes.ts';
import { rule } from '../rule.ts';
import { decisionSample, frontMatterPlanSample, letterSample, planSample } from '../samples.ts';
import { insertSection } from './insertSection.ts';
import {
  isTold,
  leads,
  mainSections,
  requirementsOf,
  leadFacts,
  toldIn,
  toldParts,
} from './sectionRoles.ts';

const funding = '**2. Kinh phí**\n\nKinh phí thực hiện từ nguồn ngân sách xã năm 2026.\n\n';
const fundingSection =
  '**III. KINH PHÍ THỰC HIỆN**\n\nKinh phí thực hiện Kế hoạch được bố trí từ nguồn ngân sách nhà nước theo phân cấp hiện hành.\n\n**IV. TỔ CHỨC THỰC HIỆN**';

export default rule({
  id: 'recommended-section',
  severity: 'info',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.6',
  title: {
    vi: 'Thiếu phần nên có của loại văn bản',
    en: 'A section that the type should have is missing',
  },
  why: {
    vi: 'Người thực hiện kế hoạch cần biết làm khi nào, ở đâu, tiền từ nguồn nào và báo cáo cho ai. Nghị định không bắt buộc các mục này, nhưng thiếu chúng thì kế hoạch thường bị hỏi lại.',
    en: 'Those who carry a plan out need to know when, where, with what money, and to whom they report. The decree does not demand it, yet a plan without it is usually sent back with questions.',
  },
  examples: () => [
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
    {
      bad: decisionSample()
        .replace('**QUYẾT ĐỊNH**', '**«QUYẾT ĐỊNH»**')
        .replace(
          'Quyết định này có hiệu lực kể từ ngày ký.',
          'Tổ công tác do Giám đốc Sở Nội vụ làm Tổ trưởng.',
        ),
      note: 'Quyết định không nói khi nào có hiệu lực.',
    },
    { good: decisionSample() },
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
  reads: { sections: true, told: toldIn, facts: leadFacts, parts: toldParts },
  check(document, report) {
    // a plan that is still only a head has other gaps to fill first
    const { type } = document;
    if (!type || !isWritten(document)) return;
    for (const requirement of requirementsOf(document, 'recommended')) {
      if (isTold(document, requirement)) continue;
      report({
        span: type.span,
        message: {
          vi: `Chưa có phần “${requirement.title}”: ${documentType(type.id).name} nên nói rõ (NĐ 30/2020/NĐ-CP, PL I, II.6)`,
          en: `Nothing on “${requirement.title}”: a ${documentType(type.id).english.toLowerCase()} should tell it (ND 30/2020/NĐ-CP, Annex I, II.6)`,
        },
        fixes: insertSection(document, indexFor(document, requirement), requirement),
      });
    }
  },
});

/** Whether there is a body to judge: sections where the type has them, else a foot below some text. */
function isWritten(document: Document): boolean {
  const { type, sections, body, signature, recipients } = document;
  if (type && documentType(type.id).body === 'sections') return sections.length > 0;
  return body.length > 0 && (signature ?? recipients) !== undefined;
}

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
