import type { Numbering, Section } from '../../document/document.ts';
import { pointLetters } from '../../document/numbering.ts';
import { formatRoman } from '../../document/romanNumerals.ts';
import { span, type Edit } from '../../source/span.ts';
import { rule } from '../rule.ts';
import { decisionSample, frontMatterPlanSample, planSample } from '../samples.ts';
import { allSections, siblingGroups } from './sectionWalk.ts';

const points =
  'Giao các đơn vị:\n\na) Phòng Văn hóa;\n\nb) Văn phòng;\n\nc) Công an xã;\n\nd) Trạm Y tế;\n\nđ) Đoàn Thanh niên./.';

export default rule({
  id: 'section-numbering',
  severity: 'warning',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.6.đ',
  title: {
    vi: 'Số thứ tự bị nhảy, lặp hoặc lạc dãy',
    en: 'A number skipped, repeated or out of series',
  },
  why: {
    vi: 'Phần, điều, khoản, điểm đánh số liên tục; điểm theo bảng chữ cái tiếng Việt: a, b, c, d, đ, e. Số nhảy hoặc lặp làm viện dẫn về sau sai chỗ.',
    en: 'Parts, articles, clauses and points are numbered in series; points follow the Vietnamese alphabet: a, b, c, d, đ, e. A skipped or repeated number makes later references point wrong.',
  },
  examples: () => [
    {
      bad: planSample().replace('**III. TỔ CHỨC', '**«IV.» TỔ CHỨC'),
      fixed: planSample(),
    },
    { bad: planSample().replace('**2. Kinh phí', '**«1.» Kinh phí'), note: 'Số 1 lặp lại.' },
    {
      bad: planSample({ body: `I. NỘI DUNG\n\n${points.replace('đ)', '«e)»')}` }),
      fixed: planSample({ body: `I. NỘI DUNG\n\n${points}` }),
      note: 'Sau d là đ.',
    },
    {
      bad: decisionSample().replace('**Điều 3.**', '**«Điều 4.»**'),
      fixed: decisionSample(),
    },
    {
      bad: decisionSample()
        .replace('**Điều 2.**', '**Chương I**\n\n**QUY ĐỊNH CHUNG**\n\n**Điều 2.**')
        .replace('**Điều 3.**', '**Chương II**\n\n**THI HÀNH**\n\n**«Điều 4.»**'),
      note: 'Điều đánh số liên tục qua các chương.',
    },
    { good: planSample() },
    { good: decisionSample() },
    { good: frontMatterPlanSample() },
    { good: planSample({ body: `I. NỘI DUNG\n\n${points}` }) },
    {
      good: planSample({
        body: 'I. NỘI DUNG\n\n1. Trồng cây.\n\n2. Dọn vệ sinh.\n\nII. THỰC HIỆN\n\n1. Văn phòng.\n\n2. Công an xã./.',
      }),
      note: 'Mỗi phần đánh số lại từ 1.',
    },
    {
      good: planSample().replace(
        'Từ ngày 21/4/2026 đến ngày 23/4/2026, tại Nhà văn hóa xã.',
        '1. Khai mạc ngày 21/4/2026.\n\n2. Bế mạc ngày 23/4/2026.\n\n3. Địa điểm: Nhà văn hóa xã.',
      ),
      note: 'Danh sách đánh số dưới một đề mục in đậm.',
    },
  ],
  reads: { sections: true },
  check(document, report) {
    for (const series of allSeries(document.sections)) {
      const wrong = series.findIndex((_, index) => index > 0 && breaksAt(series, index));
      const section = series[wrong];
      const before = series[wrong - 1];
      if (!section || !before) continue;
      const expected = labelOf(section.numbering, before.numbering.value + 1);
      if (expected === undefined) continue;
      report({
        span: section.numbering.span,
        message: {
          vi: `Số thứ tự “${section.numbering.label}” không tiếp theo “${before.numbering.label}”: cần “${expected}” (NĐ 30/2020/NĐ-CP, PL I, II.6.đ)`,
          en: `The number “${section.numbering.label}” does not follow “${before.numbering.label}”: “${expected}” is expected (ND 30/2020/NĐ-CP, Annex I, II.6.đ)`,
        },
        related: [
          {
            span: before.numbering.span,
            message: { vi: 'Số đứng trước', en: 'The number before' },
          },
        ],
        fixes: [
          {
            title: { vi: 'Đánh lại số từ đây', en: 'Renumber from here' },
            safe: true,
            edits: renumber(series.slice(wrong), before.numbering.value + 1, document.source.text),
          },
        ],
      });
    }
  },
});

/** Articles count through the whole document, whatever chapter they stand in; all else within its parent. */
function allSeries(sections: readonly Section[]): readonly (readonly Section[])[] {
  const isArticle = ({ numbering }: Section): boolean => numbering.kind === 'article';
  return [
    ...seriesOf(allSections(sections).filter(isArticle)),
    ...siblingGroups(sections).flatMap((group) =>
      seriesOf(group.filter((section) => !isArticle(section))),
    ),
  ];
}

/** Runs of siblings that count together: the same kind, one after another, each run begun by its 1. */
function seriesOf(group: readonly Section[]): readonly (readonly Section[])[] {
  const runs: Section[][] = [];
  for (const section of group) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const goes =
      last !== undefined &&
      last.numbering.kind === section.numbering.kind &&
      prefixOf(last.numbering) === prefixOf(section.numbering) &&
      !restarts(last, section);
    if (run && goes) run.push(section);
    else runs.push([section]);
  }
  // a run that does not begin with its first number continues something that is not seen
  return runs.filter((run) => run.length > 1 && run[0]?.numbering.value === 1 && !isMixed(run));
}

/** A second 1 begins another list, unless two headings bear it side by side. */
function restarts(last: Section, section: Section): boolean {
  if (section.numbering.value !== 1) return false;
  return !(last.numbering.value === 1 && last.form !== 'plain' && section.form !== 'plain');
}

/** Plain items and headings that go on from one another at no place are a list and its headings, not one series. */
function isMixed(run: readonly Section[]): boolean {
  const seams = run.flatMap((section, index) => {
    const before = run[index - 1];
    if (!before || (before.form === 'plain') === (section.form === 'plain')) return [];
    return [section.numbering.value === before.numbering.value + 1];
  });
  return seams.length > 0 && !seams.includes(true);
}

function prefixOf({ kind, label }: Numbering): string {
  return kind === 'decimal' ? label.slice(0, label.lastIndexOf('.')) : '';
}

function breaksAt(series: readonly Section[], index: number): boolean {
  const section = series[index];
  const before = series[index - 1];
  if (!section || !before || section.numbering.kind === 'none') return false;
  return section.numbering.value !== before.numbering.value + 1;
}

function labelOf({ kind, label }: Numbering, value: number): string | undefined {
  switch (kind) {
    case 'letter':
      return pointLetters[value - 1];
    case 'capital':
      return value <= 26 ? String.fromCharCode(64 + value) : undefined;
    case 'decimal':
      return `${label.slice(0, label.lastIndexOf('.') + 1)}${value}`;
    case 'none':
      return undefined;
    default:
      return /^\d+$/u.test(label) ? String(value) : formatRoman(value);
  }
}

function renumber(series: readonly Section[], first: number, text: string): readonly Edit[] {
  return series.flatMap((section, index): readonly Edit[] => {
    const { numbering } = section;
    const label = labelOf(numbering, first + index);
    const at = text.slice(numbering.span.start, numbering.span.end).lastIndexOf(numbering.label);
    if (label === undefined || label === numbering.label || at < 0) return [];
    const start = numbering.span.start + at;
    return [{ span: span(start, start + numbering.label.length), newText: label }];
  });
}
