import type { Document, Section } from '../../document/document.ts';
import type { SectionRequirement } from '../../norms/documentTypes.ts';
import { formatRoman } from '../../document/romanNumerals.ts';
import { span, type Edit } from '../../source/span.ts';
import { rule, type Fix } from '../rule.ts';
import { frontMatterPlanSample, letterSample, planSample } from '../samples.ts';
import { findSection, leads, mainSections, meets, requirementsOf } from './sectionRoles.ts';

const content =
  '**II. NỘI DUNG**\n\n**1. Thời gian, địa điểm**\n\nTừ ngày 21/4/2026 đến ngày 23/4/2026, tại Nhà văn hóa xã.\n\n**2. Kinh phí**\n\nKinh phí thực hiện từ nguồn ngân sách xã năm 2026.\n\n';
const purpose =
  '**I. MỤC ĐÍCH, YÊU CẦU**\n\nPhát triển văn hóa đọc trong cộng đồng; tổ chức thiết thực, an toàn, tiết kiệm.\n\n';
const swapped = (text: string): string =>
  text.replace(
    purpose + content,
    content.replace('II.', 'I.') +
      purpose.replace('**I. MỤC ĐÍCH, YÊU CẦU**', '**«II. MỤC ĐÍCH, YÊU CẦU»**'),
  );

export default rule({
  id: 'section-order',
  severity: 'warning',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.6.c',
  title: { vi: 'Các phần bắt buộc không đúng thứ tự', en: 'Required sections out of order' },
  why: {
    vi: 'Kế hoạch đi từ mục đích đến nội dung rồi tổ chức thực hiện. Đảo thứ tự làm người đọc gặp nhiệm vụ trước khi biết để làm gì.',
    en: 'A plan goes from its purpose to its content and then to implementation. In another order the reader meets the tasks before knowing what they are for.',
  },
  examples: () => [
    { bad: swapped(planSample()), fixed: planSample() },
    { bad: swapped(frontMatterPlanSample()), fixed: frontMatterPlanSample() },
    {
      bad: planSample()
        .replace('I. MỤC ĐÍCH, YÊU CẦU', 'I. TỔ CHỨC THỰC HIỆN')
        .replace('**III. TỔ CHỨC THỰC HIỆN**', '**«III. MỤC ĐÍCH, YÊU CẦU»**'),
    },
    { good: planSample() },
    { good: frontMatterPlanSample() },
    { good: letterSample() },
    {
      good: planSample()
        .replace('I. MỤC ĐÍCH, YÊU CẦU', 'I. PHẠM VI, ĐỐI TƯỢNG')
        .replace('II. NỘI DUNG', 'II. MỤC ĐÍCH, YÊU CẦU'),
      note: 'Phạm vi, đối tượng có thể nêu trước mục đích.',
    },
    {
      good: planSample().replace('**I. MỤC ĐÍCH, YÊU CẦU**', '**I. MỤC TIÊU, NHIỆM VỤ**'),
      note: 'Một phần có thể gồm cả mục tiêu và nội dung.',
    },
  ],
  reads: { sections: true },
  check(document, report) {
    const main = mainSections(document);
    const required = requirementsOf(document, 'required');
    const late = lateSection(main, required);
    if (!late) return;
    report({
      span: late.heading,
      message: {
        vi: `Phần “${late.title.text}” đứng sau phần phải theo nó: cần đưa lên trước (NĐ 30/2020/NĐ-CP, PL I, II.6.c)`,
        en: `The section “${late.title.text}” stands after one that must follow it: move it up (ND 30/2020/NĐ-CP, Annex I, II.6.c)`,
      },
      fixes: reordered(
        document,
        main,
        required.flatMap((requirement) => {
          const found = findSection(document, requirement);
          return found && main.includes(found) ? [found] : [];
        }),
      ),
    });
  },
});

/**
 * The first section that stands after all those that must follow it. A section that answers to several
 * requirements has no place of its own, and a plan may come back to its content.
 */
function lateSection(
  main: readonly Section[],
  required: readonly SectionRequirement[],
): Section | undefined {
  const places = required.map((requirement) =>
    main.flatMap((section, index) =>
      leads(section, requirement) && required.filter((each) => meets(section, each)).length === 1
        ? [index]
        : [],
    ),
  );
  for (const [order, own] of places.entries()) {
    const [first] = own;
    if (first === undefined) continue;
    const isLate = places
      .slice(order + 1)
      .some((later) => later.length > 0 && Math.max(...later) < first);
    if (isLate) return main[first];
  }
  return undefined;
}

/** The sections' own texts in the right order with their numbers renewed; none where the last one holds the end. */
function reordered(
  document: Document,
  main: readonly Section[],
  order: readonly Section[],
): readonly Fix[] {
  const places = [...new Set(order)].map((section) => main.indexOf(section)).sort((a, b) => a - b);
  const wanted = [...new Set(order)];
  const last = places.at(-1);
  if (last === undefined || last === main.length - 1) {
    // what closes the plan stands in its last section and must stay there
    if (main.at(-1) !== wanted.at(-1)) return [];
  }
  const edits: Edit[] = [];
  places.forEach((place, index) => {
    const here = main[place];
    const there = wanted[index];
    if (here && there && here !== there) {
      edits.push({ span: bodyOf(document, here), newText: renumbered(document, there, here) });
    }
  });
  const title = { vi: 'Xếp lại các phần theo thứ tự', en: 'Put the sections in order' };
  return edits.length > 0 ? [{ title, safe: true, edits }] : [];
}

/** The section with its Markdown marks, to the end of its last paragraph. */
function bodyOf(document: Document, section: Section): { start: number; end: number } {
  const lines = document.lines.filter(
    ({ span: place }) => section.span.start <= place.start && place.end <= section.span.end,
  );
  const first = lines[0]?.paragraph.outer.start ?? section.span.start;
  const last = lines.at(-1)?.paragraph.outer.end ?? section.span.end;
  return span(first, last);
}

function renumbered(document: Document, section: Section, place: Section): string {
  const { start, end } = bodyOf(document, section);
  const text = document.source.text.slice(start, end);
  const { numbering } = section;
  const at = numbering.span.start - start;
  if (numbering.kind !== 'roman' || !text.startsWith(numbering.label, at)) return text;
  return (
    text.slice(0, at) + formatRoman(place.numbering.value) + text.slice(at + numbering.label.length)
  );
}
