import type { Citation, CitedNumber } from '../../document/citations/citation.ts';
import type { Document } from '../../document/document.ts';
import { citedType } from '../../norms/citedTypes.ts';
import { pattern } from '../../source/letters.ts';
import type { Edit, Span } from '../../source/span.ts';
import { isQuoted } from '../quotations.ts';
import { rule } from '../rule.ts';
import { fragmentSample } from '../samples.ts';
import { citationsOf, isNumbered, paragraphAt, quoted } from './mentions.ts';

export default rule({
  id: 'citation-number-format',
  severity: 'warning',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.3',
  title: {
    vi: 'Số, ký hiệu văn bản viện dẫn viết sai thể thức',
    en: "A cited document's number is not in the norm's form",
  },
  why: {
    vi: 'Sau tên loại là từ “số”, rồi số và ký hiệu viết liền: gạch chéo giữa số và ký hiệu, gạch nối giữa các nhóm chữ, không có khoảng trắng. Viết khác đi thì tìm kiếm và tra cứu tự động bỏ sót văn bản.',
    en: 'After the type comes “số”, then number and symbol without spaces: a slash between the two, hyphens between groups of letters. Written otherwise, searches miss the document.',
  },
  examples: () => [
    {
      bad: fragmentSample(
        'Thực hiện Công văn «2210 / SGDĐT – GDTX» ngày 25/8/2026 của Sở Giáo dục và Đào tạo.',
      ),
      fixed: fragmentSample(
        'Thực hiện Công văn số 2210/SGDĐT-GDTX ngày 25/8/2026 của Sở Giáo dục và Đào tạo.',
      ),
    },
    {
      bad: fragmentSample('Theo Công văn số «3764 / BGDĐT – GDTX» ngày 31/8/2021.'),
      fixed: fragmentSample('Theo Công văn số 3764/BGDĐT-GDTX ngày 31/8/2021.'),
    },
    {
      bad: fragmentSample('Theo Nghị định «số30/2020/NĐ-CP» của Chính phủ.'),
      fixed: fragmentSample('Theo Nghị định số 30/2020/NĐ-CP của Chính phủ.'),
    },
    {
      bad: fragmentSample('Theo Công văn «827/UBND-VX» ngày 08/9/2021.'),
      fixed: fragmentSample('Theo Công văn số 827/UBND-VX ngày 08/9/2021.'),
    },
    {
      bad: fragmentSample('Theo «CV 827/UBND-VX» ngày 08/9/2021.'),
      fixed: fragmentSample('Theo Công văn số 827/UBND-VX ngày 08/9/2021.'),
    },
    {
      bad: fragmentSample('Theo Quyết định số «15/qđ-ubnd» ngày 08/9/2021.'),
      fixed: fragmentSample('Theo Quyết định số 15/QĐ-UBND ngày 08/9/2021.'),
    },
    {
      bad: fragmentSample('Theo Nghị quyết số «57/NQ/TW» ngày 22/12/2024 của Bộ Chính trị.'),
      fixed: fragmentSample('Theo Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.'),
    },
    {
      bad: fragmentSample('Theo Công văn số «3764/BGDĐT-GDTrH TX» ngày 31/8/2021.'),
      note: 'Khoảng trắng giữa ký hiệu: máy không biết chữ nào đúng, nên người soạn chọn.',
    },
    { good: fragmentSample('Theo Công văn số 3764/BGDĐT-GDTX ngày 31/8/2021.') },
    { good: fragmentSample('Theo các Nghị định số 30/2020/NĐ-CP, 09/2019/NĐ-CP của Chính phủ.') },
    {
      good: fragmentSample('Theo Hướng dẫn số 36-HD/VPTW ngày 03/4/2018 và Tờ trình số …/TTr-SNV.'),
    },
    {
      good: fragmentSample('Sửa “CV số 12/SNV-VP” thành “Công văn số 12/SNV-VP”.'),
      note: 'Lời trích giữ nguyên.',
    },
  ],
  reads: { paragraphs: true },
  check(document, report) {
    for (const citation of citationsOf(document)) {
      if (!isNumbered(citation)) continue;
      const { number } = citation;
      const stray = hasStrayTail(number);
      const misshapen = number.text !== number.normal;
      const word = wordProblem(document.source.text, citation, number);
      const name = shortenedType(document, citation);
      if (!misshapen && !word && !name) continue;
      if (isQuoted(document, number.span)) continue;
      const expected = [name?.newText, word || name ? 'số' : undefined, number.normal]
        .filter((part) => part !== undefined)
        .join(' ');
      const start = name?.span.start ?? word?.span.start ?? number.span.start;
      const span: Span = { start, end: number.span.end };
      const edits: readonly Edit[] = [
        ...(name ? [name] : []),
        ...numberEdits(number, word, misshapen),
      ];
      const problem = stray
        ? { vi: 'có khoảng trắng giữa ký hiệu', en: 'has a space inside its symbol' }
        : undefined;
      report({
        span,
        message: {
          vi: `Số, ký hiệu “${quoted(typed(document.source.text, span))}” ${problem?.vi ?? 'viết sai thể thức'}: cần “${expected}” (NĐ 30/2020/NĐ-CP, PL I, II.3)`,
          en: `The number “${quoted(typed(document.source.text, span))}” ${problem?.en ?? "is not in the norm's form"}: expected “${expected}” (ND 30/2020/NĐ-CP, Annex I, II.3)`,
        },
        fixes: [
          {
            title: { vi: `Sửa thành “${expected}”`, en: `Change to “${expected}”` },
            safe: !stray,
            edits,
          },
        ],
      });
    }
  },
});

/** One edit where the word and the number touch: two at one place could not both be applied. */
function numberEdits(
  number: CitedNumber,
  word: Edit | undefined,
  misshapen: boolean,
): readonly Edit[] {
  const mended = { span: number.span, newText: number.normal };
  if (!word) return misshapen ? [mended] : [];
  if (!misshapen) return [word];
  const whole: Span = { start: word.span.start, end: number.span.end };
  return [{ span: whole, newText: word.newText + number.normal }];
}

/** The edit that writes the type in full where a sentence has `CV`, `NĐ`; tables may be brief. */
function shortenedType(document: Document, { type, continued }: Citation): Edit | undefined {
  if (!type || continued) return undefined;
  const { name, shortNames } = citedType(type.id);
  if (!shortNames?.includes(type.text.replace(/[ÐƉ]/gu, 'Đ'))) return undefined;
  const kind = paragraphAt(document, type.span)?.kind;
  return kind === 'paragraph' || kind === 'listItem'
    ? { span: type.span, newText: name }
    : undefined;
}

function hasStrayTail(number: CitedNumber): boolean {
  return (
    pattern.u`\s\p{Lu}{2,6}$`.test(number.text) &&
    !pattern.u`[-–/]\s+\p{Lu}{2,6}$`.test(number.text)
  );
}

function typed(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** The edit that puts `số ` before the number, where it is missing or sticks to the figures. */
function wordProblem(text: string, citation: Citation, number: CitedNumber): Edit | undefined {
  const { numberWord, type } = citation;
  if (numberWord) {
    const gap = text.slice(numberWord.span.end, number.span.start);
    return gap === '' && !numberWord.text.endsWith(':')
      ? {
          span: { start: numberWord.span.start, end: number.span.start },
          newText: `${numberWord.text} `,
        }
      : undefined;
  }
  if (!type || citation.continued) return undefined;
  return { span: { start: number.span.start, end: number.span.start }, newText: 'số ' };
}
