import { citedType } from '../../norms/citedTypes.ts';
import { isQuoted } from '../quotations.ts';
import { rule } from '../rule.ts';
import { fragmentSample } from '../samples.ts';
import { citationsOf, isNumbered, quoted } from './mentions.ts';
import { pattern } from '../../source/letters.ts';

export default rule({
  id: 'citation-capital',
  severity: 'warning',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL II, V.6',
  title: {
    vi: 'Tên loại của một văn bản cụ thể không viết hoa',
    en: "A particular document's type lacks its capital",
  },
  why: {
    vi: 'Khi nói đến một văn bản cụ thể, chữ cái đầu của tên loại viết hoa: Công văn số 827/UBND-VX. Viết thường là nói về loại văn bản chung.',
    en: 'When one particular document is meant, its type takes a capital: Công văn số 827/UBND-VX. In lower case the word means the kind of document in general.',
  },
  examples: () => [
    {
      bad: fragmentSample('Thực hiện «công văn» số 827/UBND-VX ngày 08/9/2021.'),
      fixed: fragmentSample('Thực hiện Công văn số 827/UBND-VX ngày 08/9/2021.'),
    },
    {
      bad: fragmentSample(
        'Theo «quyết định» số 15/QĐ-UBND ngày 08/9/2021 của Ủy ban nhân dân tỉnh.',
      ),
      fixed: fragmentSample(
        'Theo Quyết định số 15/QĐ-UBND ngày 08/9/2021 của Ủy ban nhân dân tỉnh.',
      ),
    },
    { bad: fragmentSample('Nội dung tại «tờ trình» số 45/TTr-SNV và «kế hoạch» số 12/KH-UBND.') },
    { good: fragmentSample('Thực hiện Công văn số 827/UBND-VX ngày 08/9/2021.') },
    { good: fragmentSample('Sở Nội vụ ban hành công văn hướng dẫn và kế hoạch chi tiết.') },
    { good: fragmentSample('Theo các Nghị định số 30/2020/NĐ-CP và số 09/2019/NĐ-CP.') },
    {
      good: fragmentSample('Sửa “công văn số 12/SNV-VP” thành “Công văn số 12/SNV-VP”.'),
      note: 'Lời trích giữ nguyên.',
    },
  ],
  reads: { paragraphs: true },
  check(document, report) {
    for (const citation of citationsOf(document)) {
      const { type } = citation;
      if (!type || citation.continued || !isNumbered(citation)) continue;
      if (!pattern.u`^\p{Ll}`.test(type.text) || isQuoted(document, type.span)) continue;
      const expected = type.text.charAt(0).toUpperCase() + type.text.slice(1);
      const first = { start: type.span.start, end: type.span.start + 1 };
      report({
        span: type.span,
        message: {
          vi: `Tên loại “${quoted(type.text)}” của một văn bản cụ thể phải viết hoa: cần “${expected}” (NĐ 30/2020/NĐ-CP, PL II, V.6)`,
          en: `The type “${quoted(type.text)}” (${citedType(type.id).english}) of a particular document needs a capital: expected “${expected}” (ND 30/2020/NĐ-CP, Annex II, V.6)`,
        },
        fixes: [
          {
            title: { vi: `Viết hoa: ${expected}`, en: `Capitalise: ${expected}` },
            safe: true,
            edits: [
              // The letter's own marks may follow it in decomposed text: only the whole word is safe there.
              document.source.text.slice(type.span.start, type.span.end) === type.text
                ? { span: first, newText: expected.charAt(0) }
                : { span: type.span, newText: expected },
            ],
          },
        ],
      });
    }
  },
});
