import type { Part } from '../../document/document.ts';
import { fieldOfKey, frontMatterFields } from '../../document/frontMatterFields.ts';
import { fold } from '../../document/letterCase.ts';
import { saysNoStamp, stampOf, stamps, type StampKind } from '../../norms/stamps.ts';
import { rule, type Localized } from '../rule.ts';
import { frontMatterPlanSample, planSample } from '../samples.ts';

export default rule({
  id: 'front-matter-field',
  severity: 'warning',
  fix: 'choice',
  norm: 'docs/front-matter.md',
  title: {
    vi: 'Khóa lạ hoặc giá trị sai kiểu ở phần đầu',
    en: 'Unknown key or wrong kind of value in the front matter',
  },
  why: {
    vi: 'Khóa gõ sai không được đọc, nên thành phần thể thức tương ứng bị coi là thiếu. Danh sách khóa có trong hướng dẫn phần đầu YAML.',
    en: 'A mistyped key is not read, so that its component counts as missing. The guide to the front matter lists the keys.',
  },
  examples: () => [
    {
      bad: frontMatterPlanSample().replace('trích yếu:', '«trích yeeu»:'),
      fixed: frontMatterPlanSample(),
    },
    {
      bad: frontMatterPlanSample({ 'ghi chú riêng': 'A' }).replace(
        'ghi chú riêng',
        '«ghi chú riêng»',
      ),
    },
    { bad: frontMatterPlanSample({ số: '[15, 16]' }), note: 'Số chỉ có một giá trị.' },
    { bad: frontMatterPlanSample({ 'dự thảo': '«bản hai»' }) },
    { bad: frontMatterPlanSample({ 'nơi nhận': '«{gửi: Sở Nội vụ}»' }) },
    {
      bad: frontMatterPlanSample({ 'độ khẩn': '«thuong khan»' }),
      fixed: frontMatterPlanSample({ 'độ khẩn': 'THƯỢNG KHẨN' }),
    },
    { bad: frontMatterPlanSample({ 'độ mật': '«KHẨN»' }), note: 'Độ khẩn có khóa riêng.' },
    { good: frontMatterPlanSample() },
    { good: frontMatterPlanSample({ 'độ khẩn': 'Hỏa tốc', 'độ mật': 'Thường' }) },
    { good: frontMatterPlanSample({ 'nơi nhận': '[Sở Nội vụ, "Lưu: VT, VP"]' }) },
    { good: planSample() },
    {
      good: '---\ntags: [a, b]\nlayout: post\n---\n\nGhi chú.\n',
      note: 'Phần đầu của công cụ khác.',
    },
  ],
  reads: { edges: true },
  check(document, report) {
    for (const problem of document.frontMatter?.problems ?? []) {
      if (problem.kind === 'unknown-key') {
        const { suggestion } = problem;
        report({
          span: problem.span,
          message: {
            vi: suggestion
              ? `Khóa “${problem.detail}” không có: có phải “${suggestion}”?`
              : `Khóa “${problem.detail}” không có: cần một trong ${knownKeys}`,
            en: suggestion
              ? `Unknown key “${problem.detail}”: did you mean “${suggestion}”?`
              : `Unknown key “${problem.detail}”: one of ${knownKeys} is expected`,
          },
          fixes: suggestion
            ? [
                {
                  title: { vi: `Đổi thành “${suggestion}”`, en: `Change to “${suggestion}”` },
                  safe: false,
                  edits: [{ span: problem.span, newText: suggestion }],
                },
              ]
            : [],
        });
      } else if (problem.kind === 'wrong-kind') {
        report({ span: problem.span, message: wrongKind(problem.detail) });
      }
    }
    if (document.origin !== 'frontMatter') return;
    for (const { field, key, items } of document.frontMatter?.entries ?? []) {
      const [value] = items;
      if (value && (field === 'urgency' || field === 'secrecy')) reportMark(field, key, value);
    }

    function reportMark(kind: StampKind, key: string, { text, span }: Part): void {
      if (stampOf(text)?.kind === kind || saysNoStamp(text)) return;
      const known = stamps.filter((stamp) => stamp.kind === kind).map((stamp) => stamp.text);
      const meant = known.find((each) => fold(each) === fold(text));
      report({
        span,
        message: {
          vi: `Giá trị “${text}” của khóa “${key}” không có: cần một trong ${known.join(', ')}`,
          en: `Unknown value “${text}” of “${key}”: one of ${known.join(', ')} is expected`,
        },
        fixes: meant
          ? [
              {
                title: { vi: `Đổi thành “${meant}”`, en: `Change to “${meant}”` },
                safe: false,
                edits: [{ span, newText: meant }],
              },
            ]
          : [],
      });
    }
  },
});

function wrongKind(key: string): Localized {
  switch (fieldOfKey(key)?.kind) {
    case 'list':
      return {
        vi: `Giá trị của khóa “${key}” sai kiểu: cần một giá trị hoặc một danh sách các giá trị`,
        en: `Wrong kind of value for “${key}”: one value or a list of values is expected`,
      };
    case 'boolean':
      return {
        vi: `Giá trị của khóa “${key}” sai kiểu: cần “có” hoặc “không” (true hoặc false)`,
        en: `Wrong kind of value for “${key}”: true or false is expected`,
      };
    default:
      return {
        vi: `Giá trị của khóa “${key}” sai kiểu: cần một giá trị, không phải danh sách`,
        en: `Wrong kind of value for “${key}”: one value is expected, not a list`,
      };
  }
}

const knownKeys = frontMatterFields.map(({ keys }) => keys[0]).join(', ');
