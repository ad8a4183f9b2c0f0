import { pattern } from '../../source/letters.ts';
import { perText } from '../../source/memory.ts';
import type { Document, NumberingKind, Section } from '../../document/document.ts';
import { parseRoman } from '../../document/romanNumerals.ts';
import { documentType } from '../../norms/documentTypes.ts';
import type { Line } from '../../source/source.ts';
import { asWord } from '../../source/words.ts';
import { rule, type Fix } from '../rule.ts';
import { decisionSample, frontMatterPlanSample, planSample } from '../samples.ts';
import { allSections } from './sectionWalk.ts';

const reported = 'báo cáo kết quả trước ngày 30/4/2026./.';
const referring = (text: string, reference: string): string =>
  text.replace(reported, `báo cáo kết quả theo ${reference}./.`);

export default rule({
  id: 'cross-reference',
  severity: 'warning',
  fix: 'choice',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.6.b',
  title: {
    vi: 'Dẫn chiếu đến phần không có trong văn bản',
    en: 'A reference to a part that is not there',
  },
  why: {
    vi: 'Dẫn chiếu trong cùng văn bản thường sai sau khi thêm hoặc bớt mục. Người đọc lần theo mà không thấy gì.',
    en: 'References inside a document often go wrong after parts were added or dropped. The reader follows them to nothing.',
  },
  examples: () => [
    {
      bad: referring(planSample(), '«Mục V» Kế hoạch này'),
      fixed: referring(planSample(), 'Mục III Kế hoạch này'),
    },
    { bad: referring(planSample(), '«mục 3 phần II» Kế hoạch này') },
    {
      bad: decisionSample().replace('thi hành Quyết định này', 'thi hành «Điều 7» Quyết định này'),
      fixed: decisionSample().replace('thi hành Quyết định này', 'thi hành Điều 3 Quyết định này'),
    },
    { bad: referring(frontMatterPlanSample(), '«mục 4 Phần II» nêu trên') },
    { bad: referring(planSample(), '«mục 3 phần II»'), note: 'Không ghi tên văn bản nào khác.' },
    { bad: referring(planSample(), '«điểm a khoản 2 Điều 7» Kế hoạch này') },
    { good: referring(planSample(), 'Mục II Kế hoạch này') },
    { good: referring(planSample(), 'mục 2 phần II') },
    { good: referring(planSample(), 'mục 3 phần IV Nghị quyết số 15/NQ-HĐND') },
    {
      good: referring(planSample(), 'khoản 5 nêu trên'),
      note: 'Có thể là khoản của văn bản khác.',
    },
    { good: referring(planSample(), 'Điều 5 nêu trên'), note: 'Kế hoạch này không chia điều.' },
    { good: referring(planSample(), 'mục 2 phần II Kế hoạch này') },
    { good: referring(planSample(), 'Điều 7 Quyết định số 12/QĐ-UBND') },
    { good: decisionSample() },
    {
      good: referring(frontMatterPlanSample(), 'Điều 5 Quy chế này'),
      note: 'Quy chế là văn bản khác.',
    },
  ],
  reads: {
    sections: true,
    facts: ({ lines }) =>
      lines.flatMap((line) => {
        const { named, bare } = referencesIn(line);
        return [named, bare].map((found) => found.map((match) => [...match]));
      }),
    parts: ['type'],
  },
  check(document, report) {
    const lines = document.body.filter(holdsReference);
    if (!document.type || lines.length === 0) return;
    const sections = allSections(document.sections);
    if (sections.length === 0) return;
    for (const line of lines) {
      const { named, bare } = referencesIn(line);
      for (const match of [...named, ...bare]) {
        const target = targetOf(match, document);
        if (!target || sections.some((section) => target.fits(section))) continue;
        // “Điều 5 nêu trên” in a document without articles is a place of the law it spoke of before
        const isOwn = match.groups?.['type'] !== undefined;
        if (!isOwn && !sections.some(({ numbering }) => target.kinds.includes(numbering.kind)))
          continue;
        const text = match.groups?.['place'] ?? '';
        const start = match.index + match[0].length - text.length;
        report({
          // without “này” it may yet be another document's place
          ...(bare.includes(match) ? { severity: 'info' as const } : {}),
          span: line.spanOf(start, start + text.length),
          message: {
            vi: `Văn bản này không có “${text}”: cần dẫn đến phần có thật (NĐ 30/2020/NĐ-CP, PL I, II.6.b)`,
            en: `This document has no “${text}”: refer to a part that is there (ND 30/2020/NĐ-CP, Annex I, II.6.b)`,
          },
          fixes: choices(line, match, start + text.length, target.kinds, sections),
        });
      }
    }
  },
});

const place =
  '(?:điểm\\s+[a-zđ]\\s+)?(?:(?:khoản|mục)\\s+(?<inner>\\d{1,2})\\s+)?(?<word>Điều|Mục|mục|Phần|phần|khoản)\\s+(?<label>\\d{1,3}|[IVXL]{1,6})';
/** A place followed by words that say it is this document's. */
const references = new RegExp(
  `${asWord(`(?<place>${place})`)}(?=\\s+(?:của\\s+)?(?:(?<type>[\\p{Lu}][\\p{Ll}]{1,7}(?:\\s[\\p{Ll}]{1,7}){0,3})\\s+này|nêu trên|ở trên))`,
  'gu',
);
/** `theo mục 3 phần II.`: a place in a place, and nothing after it that could own it. */
const bareReferences = pattern.gu`(?<=(?<![\p{L}\p{M}\p{N}_])(?:theo|tại|ở)\s)(?<place>(?:khoản|mục)\s(?<inner>\d{1,2})\s(?<word>Điều|Mục|Phần|phần)\s(?<label>\d{1,3}|[IVXL]{1,6}))(?=\s*(?:[.,;)]|$))`;
const namesDocument =
  /(?:Hiến pháp|Luật|Pháp lệnh|Nghị|Thông tư|Quyết định|Chỉ thị|Quy chế|Quy định|Hướng dẫn|Chương trình|Kế hoạch|Phương án|Đề án|Dự án|Báo cáo|Tờ trình|Công|Thông báo|Phụ lục|Văn bản|Điều lệ|Hợp đồng)/u;

interface References {
  readonly named: readonly RegExpExecArray[];
  readonly bare: readonly RegExpExecArray[];
}

const noReferences: References = { named: [], bare: [] };

const referencesIn = perText(({ paragraph, text }: Line): References => {
  if (paragraph.kind === 'tableRow') return noReferences;
  const bare = namesDocument.test(text) ? [] : [...text.matchAll(bareReferences)];
  const named = [...text.matchAll(references)];
  return named.length + bare.length === 0 ? noReferences : { named, bare };
});

function holdsReference(line: Line): boolean {
  return referencesIn(line) !== noReferences;
}

interface Target {
  readonly kinds: readonly NumberingKind[];
  fits(section: Section): boolean;
}

function targetOf(match: RegExpMatchArray, document: Document): Target | undefined {
  const { type, word, label, inner } = match.groups ?? {};
  if (label === undefined || word === undefined || !document.type) return undefined;
  if (type !== undefined && type !== documentType(document.type.id).name) return undefined;
  if (type === undefined && word === 'khoản') return undefined;
  const value = /^\d+$/u.test(label) ? Number(label) : parseRoman(label);
  if (value === undefined) return undefined;
  const kinds: readonly NumberingKind[] =
    word === 'Điều'
      ? ['article']
      : word === 'khoản'
        ? ['arabic']
        : /^\d/u.test(label)
          ? ['namedSection', 'arabic']
          : ['roman', 'part', 'capital'];
  const holds = (section: Section): boolean =>
    inner === undefined ||
    section.children.some((child) => child.numbering.value === Number(inner));
  return {
    kinds,
    fits: (section) =>
      kinds.includes(section.numbering.kind) && section.numbering.value === value && holds(section),
  };
}

/** The last places of that kind, nearest first: what was meant is most often near the end of the series. */
function choices(
  line: Line,
  match: RegExpMatchArray,
  end: number,
  kinds: readonly NumberingKind[],
  sections: readonly Section[],
): readonly Fix[] {
  const label = match.groups?.['label'] ?? '';
  if (match.groups?.['inner'] !== undefined) return [];
  const from = end - label.length;
  return sections
    .filter((section) => kinds.includes(section.numbering.kind))
    .slice(-3)
    .reverse()
    .map((section) => ({
      title: {
        vi: `Dẫn đến “${section.numbering.label}. ${section.title.text.slice(0, 40)}”`,
        en: `Refer to “${section.numbering.label}. ${section.title.text.slice(0, 40)}”`,
      },
      safe: false,
      edits: [{ span: line.spanOf(from, from + label.length), newText: section.numbering.label }],
    }));
}
