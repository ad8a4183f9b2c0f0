import type { Document } from '../../document/document.ts';
import type { SectionRequirement } from '../../norms/documentTypes.ts';
import { compareDates } from '../../document/dates/plainDate.ts';
import { span, type Span } from '../../source/span.ts';
import { documentType } from '../../norms/documentTypes.ts';
import { lower } from '../../source/words.ts';
import { leadOf } from '../../document/legalBases.ts';
import { rule, type Fix } from '../rule.ts';
import { decisionSample, frontMatterPlanSample, letterSample, planSample } from '../samples.ts';
import { insertSection } from './insertSection.ts';
import {
  findSection,
  isTold,
  mainSections,
  requirementsOf,
  leadFacts,
  toldIn,
  toldParts,
} from './sectionRoles.ts';

const purpose =
  '**I. MỤC ĐÍCH, YÊU CẦU**\n\nPhát triển văn hóa đọc trong cộng đồng; tổ chức thiết thực, an toàn, tiết kiệm.\n\n';
const purposeLine =
  'Cụ thể hóa, triển khai kịp thời, hiệu quả các nhiệm vụ được giao; xác định rõ nội dung công việc, thời hạn, trách nhiệm của từng cơ quan, đơn vị.';
const implementation =
  '**III. TỔ CHỨC THỰC HIỆN**\n\nPhòng Văn hóa - Xã hội chủ trì thực hiện, báo cáo kết quả trước ngày 30/4/2026./.';
const implementationLine =
  'Các cơ quan, đơn vị theo chức năng, nhiệm vụ được giao chủ động triển khai thực hiện Kế hoạch này, báo cáo kết quả theo quy định./.';
const withoutPurpose = planSample()
  .replace(purpose, '')
  .replace('II. NỘI DUNG', 'I. NỘI DUNG')
  .replace('III. TỔ CHỨC', 'II. TỔ CHỨC');

const submission = (body: string): string =>
  letterSample({
    number: 'Số: 45/TTr-SNV',
    title: '**TỜ TRÌNH**\n\n**Về việc phê duyệt Đề án vị trí việc làm**',
    addressee: 'Kính gửi: Ủy ban nhân dân tỉnh Phú Thọ.',
    body,
  });

export default rule({
  id: 'required-section',
  severity: 'error',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.6',
  title: {
    vi: 'Thiếu phần bắt buộc của loại văn bản',
    en: 'A section that the type must have is missing',
  },
  why: {
    vi: 'Mỗi loại văn bản có bố cục riêng: kế hoạch phải có căn cứ, mục đích và yêu cầu, nội dung, tổ chức thực hiện. Thiếu một phần, người nhận không biết vì sao phải làm, làm gì hoặc ai làm.',
    en: 'Each type has a layout of its own: a plan must have legal bases, purpose, content and implementation. Without one of them the reader does not know why, what, or who.',
  },
  examples: () => [
    {
      bad: withoutPurpose.replace('**KẾ HOẠCH**', '**«KẾ HOẠCH»**'),
      fixed: planSample().replace(
        'Phát triển văn hóa đọc trong cộng đồng; tổ chức thiết thực, an toàn, tiết kiệm.',
        purposeLine,
      ),
    },
    {
      bad: planSample()
        .replace(`\n\n${implementation}`, './.')
        .replace('năm 2026../.', 'năm 2026./.')
        .replace('**KẾ HOẠCH**', '**«KẾ HOẠCH»**'),
      fixed: planSample().replace(
        implementation,
        `**III. TỔ CHỨC THỰC HIỆN**\n\n${implementationLine}`,
      ),
    },
    {
      bad: planSample({ bases: '' }).replace('**KẾ HOẠCH**', '**«KẾ HOẠCH»**'),
      note: 'Kế hoạch không có căn cứ nào.',
    },
    {
      bad: frontMatterPlanSample()
        .replace(`\n\n${implementation}`, './.')
        .replace('năm 2026../.', 'năm 2026./.')
        .replace('loại: Kế hoạch', 'loại: «Kế hoạch»'),
    },
    {
      bad: decisionSample({
        title:
          '**«QUYẾT ĐỊNH»**\n\n**Về việc thành lập Tổ công tác chuyển đổi số**\n\n**CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ**',
        recipients: '**Nơi nhận:**\n\n- Như Điều 2;\n- Sở Nội vụ;\n- Lưu: VT, NC.',
        body: '**QUYẾT ĐỊNH:**\n\n**Điều 1.** Thành lập Tổ công tác chuyển đổi số tỉnh Phú Thọ.\n\n**Điều 2.** Quyết định này có hiệu lực kể từ ngày ký./.',
      }),
      note: 'Quyết định không nói ai chịu trách nhiệm thi hành.',
    },
    {
      bad: submission('Sở Nội vụ đã rà soát vị trí việc làm của các phòng, đơn vị./.').replace(
        'TỜ TRÌNH',
        '«TỜ TRÌNH»',
      ),
      note: 'Tờ trình không nói trình để làm gì.',
    },
    {
      good: submission(
        'Sở Nội vụ kính trình Ủy ban nhân dân tỉnh xem xét, phê duyệt Đề án vị trí việc làm của Sở./.',
      ),
    },
    { good: planSample() },
    { good: frontMatterPlanSample() },
    { good: letterSample() },
    { good: decisionSample() },
    {
      good: planSample().replace('III. TỔ CHỨC THỰC HIỆN', 'III. PHÂN CÔNG TRÁCH NHIỆM'),
      note: 'Tên gọi khác của phần tổ chức thực hiện.',
    },
    {
      good: withoutPurpose.replace(
        '**1. Thời gian',
        '- Mục đích: phát triển văn hóa đọc.\n\n**1. Thời gian',
      ),
      note: 'Mục đích nêu ngay trong nội dung.',
    },
    {
      good: planSample().replace('II. NỘI DUNG', 'II. CHỈ TIÊU VÀ MỘT SỐ HOẠT ĐỘNG TRỌNG TÂM'),
      note: 'Nội dung của kế hoạch không có tên cố định.',
    },
    {
      good: planSample({ bases: '' }).replace(
        'Ủy ban nhân dân xã Hòa Bình ban hành',
        'Thực hiện Kế hoạch số 12/KH-UBND ngày 10 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh Phú Thọ về phát triển văn hóa đọc, Ủy ban nhân dân xã Hòa Bình ban hành',
      ),
      note: 'Câu mở đầu nêu căn cứ.',
    },
  ],
  reads: { sections: true, told: toldIn, facts: leadFacts, parts: toldParts },
  check(document, report) {
    const { type } = document;
    if (!type || document.sections.length + document.body.length === 0) return;
    const required = requirementsOf(document, 'required');
    if (lacksLegalBases(document)) {
      report({
        span: place(document),
        message: {
          vi: `Thiếu căn cứ ban hành: ${documentType(type.id).name} cần nêu các căn cứ ngay dưới trích yếu (NĐ 30/2020/NĐ-CP, PL I, II.6.a)`,
          en: 'No legal bases: they are expected right under the subject (ND 30/2020/NĐ-CP, Annex I, II.6.a)',
        },
        fixes: basesFix(document),
      });
    }
    const hasFoot = (document.signature ?? document.recipients) !== undefined;
    for (const requirement of required) {
      if (isTold(document, requirement)) continue;
      // without a foot the text is still being written, and what lines tell may come yet
      if (requirement.form === 'line' && !hasFoot) continue;
      report({
        ...(isSchool(document) ? { severity: 'info' as const } : {}),
        span: place(document),
        message: {
          vi: `Thiếu phần “${requirement.title}”: ${documentType(type.id).name} cần có phần này (NĐ 30/2020/NĐ-CP, PL I, II.6)`,
          en: `The section “${requirement.title}” is missing: this type of document must have it (ND 30/2020/NĐ-CP, Annex I, II.6)`,
        },
        fixes: insertSection(document, indexFor(document, requirement, required), requirement),
      });
    }
  },
});

function place(document: Document): Span {
  return document.type?.span ?? document.span;
}

/** A school's plan often goes from its situation straight to its tasks, and nobody sends it back. */
function isSchool(document: Document): boolean {
  return /^trường\s/u.test(lower(document.issuer?.text ?? ''));
}

/** Right after the required sections that come before it; the first of them before the others, the last at the end. */
function indexFor(
  document: Document,
  requirement: SectionRequirement,
  required: readonly SectionRequirement[],
): number {
  const main = mainSections(document);
  const order = required.indexOf(requirement);
  const indexes = (some: readonly SectionRequirement[]): readonly number[] =>
    some.flatMap((each) => {
      const found = findSection(document, each);
      const index = main.findIndex(
        (section) => section === found || (found && section.children.includes(found)),
      );
      return index < 0 ? [] : [index];
    });
  if (order === required.length - 1) return main.length;
  const earlier = indexes(required.slice(0, order));
  if (earlier.length > 0) return Math.max(...earlier) + 1;
  return Math.min(main.length, ...indexes(required.slice(order + 1)));
}

/** Grounds may also stand in the sentence that opens the body. */
function lacksLegalBases(document: Document): boolean {
  if (document.legalBases.length > 0 || !document.type) return false;
  if (documentType(document.type.id).legalBases !== 'required') return false;
  const opening = document.body.slice(0, 4).some((line) => leadOf(line.text) !== undefined);
  return !opening && document.body.length > 0;
}

/** The law that founds committees and councils is a ground of theirs; what another body's ground is, the drafter knows. */
function basesFix(document: Document): readonly Fix[] {
  const first = document.body[0];
  if (!first) return [];
  const at = first.paragraph.outer.start;
  const known = /ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân/u.test(
    lower(document.issuer?.text ?? '').replace(/\s+/gu, ' '),
  );
  const { year = 9999, month = 12, day = 31 } = document.placeAndDate?.date ?? {};
  // an older plan stood on the law before it
  const inForce = compareDates({ year, month, day }, { year: 2025, month: 6, day: 16 }) >= 0;
  const basis =
    known && inForce
      ? 'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025.'
      : 'Căn cứ ….';
  return [
    {
      title: { vi: 'Thêm dòng căn cứ', en: 'Add a line of legal bases' },
      safe: known && inForce,
      edits: [{ span: span(at, at), newText: `${basis}\n\n` }],
    },
  ];
}
