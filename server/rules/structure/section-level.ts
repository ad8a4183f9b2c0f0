import type { Document, Section } from '../../document/document.ts';
import { span, type Edit } from '../../source/span.ts';
import { rule, type Finding, type Localized } from '../rule.ts';
import { frontMatterPlanSample, planSample } from '../samples.ts';
import { allSections, headingLine, siblingGroups } from './sectionWalk.ts';

const marked = (text: string): string =>
  text
    .replace('**I. MỤC ĐÍCH, YÊU CẦU**', '## I. MỤC ĐÍCH, YÊU CẦU')
    .replace('**II. NỘI DUNG**', '## II. NỘI DUNG')
    .replace('**1. Thời gian, địa điểm**', '### 1. Thời gian, địa điểm')
    .replace('**2. Kinh phí**', '### 2. Kinh phí')
    .replace('**III. TỔ CHỨC THỰC HIỆN**', '## III. TỔ CHỨC THỰC HIỆN');

export default rule({
  id: 'section-level',
  severity: 'info',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.6.c',
  title: {
    vi: 'Cấp đề mục Markdown không khớp với số thứ tự',
    en: 'Markdown heading depth disagrees with the numbering',
  },
  why: {
    vi: 'Số thứ tự cho biết cấp của đề mục: I. trên 1. trên a). Khi dấu # của Markdown nói khác, mục lục và điều hướng trong trình soạn thảo sai theo.',
    en: 'The number tells a heading’s level: I. above 1. above a). Where the # marks say otherwise, outline and navigation go wrong.',
  },
  examples: () => [
    {
      bad: marked(planSample())
        .replace('## III. TỔ', '#### «III. TỔ')
        .replace('THỰC HIỆN\n', 'THỰC HIỆN»\n'),
      fixed: marked(planSample()),
    },
    {
      bad: marked(planSample()).replace('## II. NỘI DUNG', '**«II. NỘI DUNG»**'),
      fixed: marked(planSample()),
    },
    {
      bad: planSample()
        .replace('**1. Thời gian, địa điểm**\n\nTừ ngày', '«1.» Từ ngày')
        .replace('**2. Kinh phí**', '**2. Kinh phí**\n\nĐược bảo đảm.\n\n**3. Khen thưởng**')
        .replace('**II. NỘI DUNG**\n\n', '**II. NỘI DUNG**\n\n**1. Chủ đề**\n\nSách và tôi.\n\n')
        .replace('«1.»', '«2.»')
        .replace('**2. Kinh phí', '**3. Kinh phí')
        .replace('**3. Khen', '**4. Khen'),
      note: 'Một mục thường giữa các đề mục in đậm.',
    },
    {
      bad: marked(frontMatterPlanSample()).replace('### 2. Kinh phí', '# «2. Kinh phí»'),
      fixed: marked(frontMatterPlanSample()),
    },
    { good: planSample(), note: 'Cả văn bản dùng dòng in đậm.' },
    { good: marked(planSample()) },
    {
      good: marked(planSample()).replaceAll('### ', '#### '),
      note: 'Bỏ qua một cấp, nhưng nhất quán.',
    },
    {
      good: marked(planSample()).replace(
        '### 1. Thời gian',
        '### Mục tiêu chung\n\nĐọc sách.\n\n### 1. Thời gian',
      ),
      note: 'Đề mục không đánh số.',
    },
    { good: marked(frontMatterPlanSample()) },
  ],
  reads: { sections: true },
  check(document, report) {
    const findings = [
      ...wrongDepths(document),
      ...boldAmongHeadings(document),
      ...plainAmongHeadings(document),
    ];
    findings.forEach(report);
  },
});

/** One report for all headings whose depth is not their level's, at the first of them. */
function wrongDepths(document: Document): readonly Finding[] {
  const headings = numberedHeadings(document);
  const depths = depthsByLevel(headings);
  const expected = (section: Section): number => depths.get(section.level) ?? section.depth;
  const wrong = headings.filter((section) => section.depth !== expected(section));
  const edits = (isOrderly(document, headings) ? wrong : []).flatMap((section): readonly Edit[] => {
    const { start } = headingLine(document, section)?.paragraph.outer ?? section.heading;
    const hashes = span(start, start + section.depth);
    return document.source.text.slice(hashes.start, hashes.end) === '#'.repeat(section.depth)
      ? [{ span: hashes, newText: '#'.repeat(expected(section)) }]
      : [];
  });
  return one(wrong, edits, {
    vi: (section) =>
      `Cấp đề mục Markdown không khớp với số “${section.numbering.label}”: cần ${expected(section)} dấu # (NĐ 30/2020/NĐ-CP, PL I, II.6.c)`,
    en: (section) =>
      `The heading’s depth disagrees with its number “${section.numbering.label}”: ${expected(section)} # marks are expected (ND 30/2020/NĐ-CP, Annex I, II.6.c)`,
  });
}

/**
 * Whether each level has one kind of number, and none stands below a heading without one: where kinds mix, another depth
 * may well be another level, and what has no number is of the level that its marks make of it.
 */
function isOrderly(document: Document, headings: readonly Section[]): boolean {
  const isUnnumbered = ({ form, numbering }: Section): boolean =>
    form === 'heading' && numbering.kind === 'none';
  const parents = allSections(document.sections).filter(isUnnumbered);
  if (parents.some(({ children }) => children.some((each) => headings.includes(each)))) {
    return false;
  }
  const kinds = new Map<number, string>();
  return headings.every(({ level, numbering }) => {
    const known = kinds.get(level) ?? numbering.kind;
    kinds.set(level, known);
    return known === numbering.kind;
  });
}

/** A heading without a number says nothing that its depth could disagree with. */
function numberedHeadings(document: Document): readonly Section[] {
  return allSections(document.sections).filter(
    ({ form, numbering }) => form === 'heading' && numbering.kind !== 'none',
  );
}

/**
 * The depth that each level's headings should have: the one that most of them have, where deeper levels have
 * more marks, even if a depth is left out; else one mark more a level.
 */
function depthsByLevel(headings: readonly Section[]): ReadonlyMap<number, number> {
  const levels = [...new Set(headings.map(({ level }) => level))].sort((a, b) => a - b);
  const usual = levels.map((level) =>
    mostFrequent(headings.filter((each) => each.level === level)),
  );
  const isStepwise = usual.every(
    (depth, index) => depth !== undefined && depth > (usual[index - 1] ?? 0),
  );
  const base = bestBase(headings) ?? 1;
  return new Map(
    levels.map((level, index) => [
      level,
      (isStepwise ? usual[index] : undefined) ?? Math.min(6, base + level - 1),
    ]),
  );
}

/** The depth of more than half of the headings. */
function mostFrequent(headings: readonly Section[]): number | undefined {
  const depths = [...new Set(headings.map(({ depth }) => depth))];
  return depths.find(
    (depth) => headings.filter((each) => each.depth === depth).length * 2 > headings.length,
  );
}

/** The depth of the outermost level that leaves the fewest headings wrong. */
function bestBase(headings: readonly Section[]): number | undefined {
  const bases = [...new Set(headings.map(({ depth, level }) => depth - level + 1))].filter(
    (base) => base >= 1,
  );
  const outermost = Math.min(...headings.map(({ level }) => level));
  const fits = (base: number, some: readonly Section[]): number =>
    some.filter(({ depth, level }) => depth === Math.min(6, base + level - 1)).length;
  const outer = headings.filter(({ level }) => level === outermost);
  return bases.sort(
    (a, b) => fits(b, headings) - fits(a, headings) || fits(b, outer) - fits(a, outer),
  )[0];
}

/** A bold line that stands for a heading while its siblings are headings. */
function boldAmongHeadings(document: Document): readonly Finding[] {
  const headings = numberedHeadings(document);
  if (headings.length === 0) return [];
  const depths = depthsByLevel(headings);
  const bold = siblingGroups(document.sections)
    .filter((group) => group.some(({ form }) => form === 'heading'))
    .flatMap((group) =>
      group.filter(
        ({ form, runIn, numbering }) => form === 'bold' && !runIn && numbering.kind !== 'none',
      ),
    );
  const edits = (isOrderly(document, headings) ? bold : []).flatMap((section): readonly Edit[] => {
    const paragraph = headingLine(document, section)?.paragraph;
    const depth = depths.get(section.level);
    if (!paragraph || paragraph.lines.length > 1 || paragraph.kind !== 'paragraph') return [];
    const inner = /^\*\*([^*]+)\*\*$/u.exec(
      document.source.text.slice(paragraph.outer.start, paragraph.outer.end),
    )?.[1];
    if (inner === undefined || depth === undefined) return [];
    return [{ span: paragraph.outer, newText: `${'#'.repeat(depth)} ${inner}` }];
  });
  return one(bold, edits, {
    vi: (section) =>
      `Dòng in đậm “${section.numbering.label}” đứng thay đề mục: cần đề mục Markdown như các mục cùng cấp (NĐ 30/2020/NĐ-CP, PL I, II.6.c)`,
    en: (section) =>
      `A bold line “${section.numbering.label}” stands for a heading: a Markdown heading as its siblings is expected (ND 30/2020/NĐ-CP, Annex I, II.6.c)`,
  });
}

/** A plain numbered line between headings or bold lines of its level. */
function plainAmongHeadings(document: Document): readonly Finding[] {
  return siblingGroups(document.sections).flatMap((group) =>
    group.flatMap((section, index) => {
      const before = group[index - 1];
      const after = group[index + 1];
      if (section.form !== 'plain' || before?.form === 'plain' || after?.form === 'plain')
        return [];
      if (
        !before ||
        !after ||
        [before, section, after].some((each) => each.numbering.kind !== section.numbering.kind)
      )
        return [];
      if (group.filter((each) => each.form === 'plain').length > 1) return [];
      const { span: number } = section.numbering;
      const typed = document.source.text.slice(number.start, number.end);
      const message = {
        vi: `Mục “${section.numbering.label}” không là đề mục như các mục cùng cấp (NĐ 30/2020/NĐ-CP, PL I, II.6.c)`,
        en: `Item “${section.numbering.label}” is no heading as its siblings are (ND 30/2020/NĐ-CP, Annex I, II.6.c)`,
      };
      const title = { vi: 'In đậm số thứ tự', en: 'Set the number in bold' };
      // a number that Markdown reads as a list's cannot be set in bold by marks alone
      const isList = headingLine(document, section)?.paragraph.kind === 'listItem';
      const newText = `**${isList ? typed : typed.replaceAll('\\', '')}**`;
      return [
        {
          span: number,
          message,
          fixes: [{ title, safe: true, edits: [{ span: number, newText }] }],
        },
      ];
    }),
  );
}

function one(
  sections: readonly Section[],
  edits: readonly Edit[],
  message: { vi: (section: Section) => string; en: (section: Section) => string },
): readonly Finding[] {
  const [first, ...others] = sections;
  if (!first) return [];
  const title: Localized = { vi: 'Chỉnh cấp các đề mục', en: 'Mend the headings’ levels' };
  return [
    {
      span: first.heading,
      message: { vi: message.vi(first), en: message.en(first) },
      related: others.map((section) => ({
        span: section.heading,
        message: { vi: message.vi(section), en: message.en(section) },
      })),
      fixes: edits.length > 0 ? [{ title, safe: true, edits }] : [],
    },
  ];
}
