import type { Document, LegalBasis } from '../../document/document.ts';
import type { Span } from '../../source/span.ts';
import { rule } from '../rule.ts';
import { planSample } from '../samples.ts';
import { isInText, keyOf, mainCitation, paragraphAt, quoted } from './mentions.ts';

const decree =
  'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư';
const law = 'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025';
const plan =
  'Căn cứ Kế hoạch số 12/KH-UBND ngày 10 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh Phú Thọ về phát triển văn hóa đọc năm 2026';

export default rule({
  id: 'legal-basis-duplicate',
  severity: 'warning',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.6.a',
  title: { vi: 'Một văn bản làm căn cứ hai lần', en: 'The same document is a legal basis twice' },
  why: {
    vi: 'Mỗi văn bản chỉ ghi làm căn cứ một lần. Ghi hai lần thường do chép từ văn bản khác, và một dòng có thể đã sai ngày hoặc trích yếu.',
    en: 'A document is named as a basis once. A second time is mostly copied along, and one of the lines may carry a wrong date or subject.',
  },
  examples: () => [
    {
      bad: planSample({ bases: `${decree};\n\n«${decree};»\n\n${plan}.` }),
      fixed: planSample({ bases: `${decree};\n\n${plan}.` }),
    },
    {
      bad: planSample({ bases: `${law};\n\n${decree};\n\n«${law};»\n\n${plan}.` }),
      fixed: planSample({ bases: `${law};\n\n${decree};\n\n${plan}.` }),
    },
    {
      bad: planSample({
        bases: `${decree};\n\n«Căn cứ Nghị định số 30/2020/NĐ-CP của Chính phủ;»\n\n${plan}.`,
      }),
    },
    { good: planSample() },
    { good: planSample({ bases: `${law};\n\n${decree};\n\n${plan}.` }) },
    {
      good: planSample({
        bases: `${decree};\n\nCăn cứ Nghị định số 31/2021/NĐ-CP ngày 05 tháng 3 năm 2021 của Chính phủ sửa đổi, bổ sung Nghị định số 30/2020/NĐ-CP;\n\n${plan}.`,
      }),
    },
  ],
  reads: { edges: true },
  check(document, report) {
    const seen = new Map<string, LegalBasis>();
    for (const basis of document.legalBases) {
      const citation = mainCitation(basis);
      const key = citation && keyOf(citation);
      if (!citation || key === undefined) continue;
      const earlier = seen.get(key);
      if (!earlier) {
        seen.set(key, basis);
        continue;
      }
      report({
        span: basis.span,
        message: {
          vi: `Văn bản “${quoted(citation.number?.text ?? citation.text)}” đã là căn cứ ở trên: cần ghi một lần (NĐ 30/2020/NĐ-CP, PL I, II.6.a)`,
          en: `“${quoted(citation.number?.text ?? citation.text)}” is a legal basis above already: name it once (ND 30/2020/NĐ-CP, Annex I, II.6.a)`,
        },
        fixes: isInText(document, basis)
          ? [
              {
                title: { vi: 'Bỏ dòng căn cứ này', en: 'Remove this legal basis' },
                safe: true,
                edits: [{ span: removal(document, basis), newText: '' }],
              },
            ]
          : [],
        related: [
          { span: earlier.span, message: { vi: 'Căn cứ đã ghi ở đây', en: 'The same basis here' } },
        ],
      });
    }
  },
});

/** The basis with its Markdown marks and the blank before it. */
function removal(document: Document, basis: LegalBasis): Span {
  const paragraph = paragraphAt(document, basis.span);
  const alone =
    paragraph && paragraph.span.start >= basis.span.start && paragraph.span.end <= basis.span.end;
  const span = alone ? paragraph.outer : basis.span;
  const text = document.source.text;
  let start = span.start;
  while (start > 0 && /\s/u.test(text.charAt(start - 1))) start -= 1;
  return { start, end: span.end };
}
