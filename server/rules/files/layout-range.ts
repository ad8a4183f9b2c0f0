import type { LayoutKeyPart } from '../../document/layoutKeys.ts';
import {
  isWithin,
  layoutRange,
  linesOfPoints,
  refusal,
  type LayoutRange,
} from '../../norms/layoutRanges.ts';
import { rule, type Fix, type Localized } from '../rule.ts';
import { frontMatterPlanSample, planSample } from '../samples.ts';

/** The body's size where the front matter does not say it. */
const usualSize = 14;

export default rule({
  id: 'layout-range',
  severity: 'error',
  fix: 'choice',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, mục I và mục II.6',
  title: {
    vi: 'Cách trình bày trang ngoài khuôn khổ Phụ lục I',
    en: 'A layout out of the decree’s ranges',
  },
  why: {
    vi: 'Cỡ chữ, thụt dòng, giãn dòng và lề chỉ được chọn trong khuôn khổ của Phụ lục I; giá trị khác không được dùng khi dàn trang.',
    en: 'Font size, indent, line spacing and margins may be chosen within the decree’s ranges alone; other values are not used for the pages.',
  },
  examples: () => [
    {
      bad: frontMatterPlanSample({ 'cỡ chữ': '«12»' }),
      fixed: frontMatterPlanSample({ 'cỡ chữ': '13' }),
    },
    {
      bad: frontMatterPlanSample({ 'lề trái': '«2 cm»' }),
      fixed: frontMatterPlanSample({ 'lề trái': '30' }),
    },
    { bad: frontMatterPlanSample({ 'giãn dòng': '«30pt»' }), note: 'Hơn 1,5 dòng.' },
    { bad: frontMatterPlanSample({ 'thụt dòng': '«rộng»' }) },
    {
      good: frontMatterPlanSample({
        'cỡ chữ': '13',
        'thụt dòng': '1,27 cm',
        'giãn dòng': '18pt',
        'lề trên': '2 cm',
        'lề trái': '35',
      }),
    },
    { good: frontMatterPlanSample({ 'giãn dòng': 'đơn' }) },
    { good: planSample() },
  ],
  reads: { edges: true },
  check(document, report) {
    const chosen = document.layoutKeys.find(({ key }) => key === 'size')?.value;
    const size = chosen === 13 ? 13 : usualSize;
    for (const part of document.layoutKeys) {
      const range = layoutRange(part.key);
      const value = inRangeUnit(part, size);
      if (value !== undefined && isWithin(range, value)) continue;
      report({
        span: part.span,
        message: value === undefined ? unreadable(range, part.text) : refusal(range, value),
        fixes: nearest(range, value).map((each) => fixTo(part, each)),
      });
    }
  },
});

/** The value in the unit of its range, to a hundredth where it was points. */
function inRangeUnit({ value, inPoints }: LayoutKeyPart, size: number): number | undefined {
  if (value === undefined || !inPoints) return value;
  return Math.round(100 * linesOfPoints(value, size)) / 100;
}

function unreadable({ vi, en, unit, norm }: LayoutRange, text: string): Localized {
  return {
    vi: `Không đọc được ${vi} “${text}”: cần một số theo ${unit === 'lines' ? 'dòng' : unit} (${norm}).`,
    en: `The ${en} “${text}” cannot be read: a number in ${unit} is expected (${norm}).`,
  };
}

/** The allowed values to choose from: all single ones, or the end of the range that is nearer. */
function nearest({ values, min, max }: LayoutRange, value: number | undefined): readonly number[] {
  if (values) return [...values].sort((a, b) => distance(a, value) - distance(b, value));
  if (min === undefined || max === undefined || value === undefined) return [];
  return [value < min ? min : max];
}

function distance(from: number, to: number | undefined): number {
  return to === undefined ? 0 : Math.abs(from - to);
}

function fixTo({ span }: LayoutKeyPart, value: number): Fix {
  const text = String(value);
  return {
    title: { vi: `Đổi thành ${text.replace('.', ',')}`, en: `Change to ${text}` },
    safe: false,
    edits: [{ span, newText: text }],
  };
}
