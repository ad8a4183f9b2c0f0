import type { FrontMatterProblem } from '../../document/frontMatter.ts';
import { rule, type Localized } from '../rule.ts';
import { frontMatterPlanSample, planSample } from '../samples.ts';

export default rule({
  id: 'front-matter-syntax',
  severity: 'error',
  fix: 'none',
  norm: 'YAML 1.2',
  scope: 'any',
  title: { vi: 'Phần đầu YAML sai cú pháp', en: 'The front matter does not parse' },
  why: {
    vi: 'Phần đầu giữa hai dòng --- viết theo cú pháp YAML: mỗi dòng “khóa: giá trị”. Sai cú pháp thì các thành phần thể thức khai ở đó không đọc được.',
    en: 'The part between the two --- lines is YAML: a “key: value” a line. Where it does not parse, what it declares cannot be read.',
  },
  examples: () => [
    { bad: frontMatterPlanSample({ 'trích yếu': '"Tổ chức Ngày hội' }) },
    { bad: frontMatterPlanSample({ 'nơi nhận': '[Sở Nội vụ' }) },
    {
      bad: frontMatterPlanSample().replace('số: 15/KH-UBND', 'loại: Quyết định'),
      note: 'Khóa lặp lại.',
    },
    { good: frontMatterPlanSample() },
    { good: frontMatterPlanSample({ 'trích yếu': '"Tổ chức: Ngày hội"' }) },
    { good: planSample() },
  ],
  reads: { edges: true },
  check(document, report) {
    for (const problem of document.frontMatter?.problems ?? []) {
      const message = messageOf(problem);
      if (message) report({ span: problem.span, message });
    }
  },
});

function messageOf({ kind, detail }: FrontMatterProblem): Localized | undefined {
  switch (kind) {
    case 'syntax':
      return {
        vi: `Phần đầu YAML sai cú pháp: ${plainWords(detail)}`,
        en: `The front matter does not parse: ${detail}`,
      };
    case 'too-deep':
      return {
        vi: 'Phần đầu YAML lồng nhau quá sâu từ chỗ này: cần các dòng “khóa: giá trị”',
        en: 'The front matter nests too deeply from here: “key: value” lines are expected',
      };
    case 'too-many-aliases':
      return {
        vi: 'Phần đầu YAML có quá nhiều tham chiếu (*): hãy ghi thẳng giá trị',
        en: 'The front matter has too many aliases (*): write the values themselves',
      };
    case 'not-a-map':
      return {
        vi: 'Phần đầu YAML cần các dòng “khóa: giá trị”',
        en: 'The front matter is expected to hold “key: value” lines',
      };
    default:
      return undefined;
  }
}

const translations: readonly (readonly [RegExp, string])[] = [
  [/closing ["']|Missing closing/u, 'thiếu dấu nháy đóng'],
  [/Map keys must be unique/u, 'khóa bị lặp lại'],
  [/flow|expected to end|Expected .*\]/iu, 'ngoặc mở mà không đóng'],
  [/compact mappings|Nested mappings/u, 'giá trị có dấu hai chấm: đặt giá trị trong dấu nháy kép'],
  [/indent/iu, 'thụt dòng không đúng'],
  [/[Tt]abs/u, 'không dùng phím Tab để thụt dòng'],
  [/implicit key|Implicit map key/iu, 'dòng thiếu dấu hai chấm sau khóa'],
];

function plainWords(detail: string): string {
  return translations.find(([pattern]) => pattern.test(detail))?.[1] ?? 'không đọc được dòng này';
}
