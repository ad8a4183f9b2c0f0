import type { Citation } from '../../document/citations/citation.ts';
import type { Document } from '../../document/document.ts';
import { wordKey } from '../../document/tokens.ts';
import { isQuoted } from '../quotations.ts';
import { rule } from '../rule.ts';
import { fragmentSample } from '../samples.ts';
import { type Cited, citedFacts, citedIn, nestedCitations } from './cited.ts';
import {
  isInBasis,
  isLaw,
  isNumbered,
  paragraphAt,
  quoted,
  type NumberedCitation,
} from './mentions.ts';

const first =
  'Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư.';

export default rule({
  id: 'citation-verbose',
  severity: 'hint',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.6.b',
  title: {
    vi: 'Viện dẫn lần sau lặp lại đầy đủ như lần đầu',
    en: 'A later mention repeats everything that the first one gave',
  },
  why: {
    vi: 'Lần đầu ghi đủ tên loại, số, ngày, cơ quan và trích yếu; từ lần thứ hai chỉ ghi tên loại và số, ký hiệu. Bài ngắn và dễ đọc hơn.',
    en: 'The first mention gives type, number, date, issuer and subject; from the second on, type and number are enough, and the text reads easier.',
  },
  examples: () => [
    {
      bad: fragmentSample(
        `${first}\n\nCác đơn vị thực hiện Nghị định số 30/2020/NĐ-CP« ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư»; báo cáo kết quả.`,
      ),
      fixed: fragmentSample(
        `${first}\n\nCác đơn vị thực hiện Nghị định số 30/2020/NĐ-CP; báo cáo kết quả.`,
      ),
    },
    {
      bad: fragmentSample(
        `${first}\n\nTheo Nghị định số 30/2020/NĐ-CP« ngày 05/3/2020 của Chính phủ về công tác văn thư».`,
      ),
      fixed: fragmentSample(`${first}\n\nTheo Nghị định số 30/2020/NĐ-CP.`),
    },
    {
      bad: fragmentSample(
        `${first} Phạm vi theo Nghị định số 30/2020/NĐ-CP« ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư».`,
      ),
    },
    { good: fragmentSample(`${first}\n\nTheo Nghị định số 30/2020/NĐ-CP.`) },
    { good: fragmentSample(`${first}\n\nTheo Nghị định số 30/2020/NĐ-CP của Chính phủ.`) },
    {
      good: fragmentSample(
        `${first}\n\nTheo Nghị định số 09/2019/NĐ-CP ngày 24/01/2019 của Chính phủ về chế độ báo cáo.`,
      ),
    },
  ],
  reads: { facts: citedFacts, parts: ['legalBases'] },
  check(document, report) {
    const complete = new Map<string, Cited>();
    for (const cited of citedIn(document)) {
      if (!isComplete(cited.citation)) continue;
      const { normal } = cited.citation.number;
      const first = complete.get(normal);
      if (!first) {
        complete.set(normal, cited);
        continue;
      }
      const [earlier, citation] = [first.placed, cited.placed];
      const { number } = cited.placed;
      if (!number || nestedCitations(document).has(cited)) continue;
      if (isQuoted(document, number.span)) continue;
      if (isInBasis(document, citation) || isTabled(document, citation)) continue;
      if (!sameWords(earlier.subject?.text, citation.subject?.text)) continue;
      const span = { start: number.span.end, end: citation.span.end };
      report({
        span,
        unnecessary: true,
        message: {
          vi: `Viện dẫn lần sau lặp lại đầy đủ “${quoted(citation.text)}”: chỉ cần tên loại và số, ký hiệu (NĐ 30/2020/NĐ-CP, PL I, II.6.b)`,
          en: `A later mention repeats all of “${quoted(citation.text)}”: type and number are enough (ND 30/2020/NĐ-CP, Annex I, II.6.b)`,
        },
        fixes: [
          {
            title: { vi: 'Bỏ phần đã ghi ở lần đầu', en: 'Remove what the first mention gave' },
            safe: true,
            edits: [{ span, newText: '' }],
          },
        ],
        related: [
          { span: earlier.span, message: { vi: 'Lần viện dẫn đầu', en: 'The first mention' } },
        ],
      });
    }
  },
});

function isComplete(citation: Citation): citation is NumberedCitation {
  return (
    isNumbered(citation) &&
    !isLaw(citation) &&
    citation.date?.value !== undefined &&
    citation.issuer !== undefined &&
    citation.subject !== undefined
  );
}

function sameWords(a: string | undefined, b: string | undefined): boolean {
  const words = (text: string | undefined): string =>
    wordKey(text ?? '')
      .replace(/^về việc\s|^về\s/u, '')
      .replace(/[\s“”"*,.]+/gu, ' ')
      .trim();
  return words(a) === words(b);
}

/** Whether it stands in a table, where each row has to be complete by itself. */
function isTabled(document: Document, { span }: Citation): boolean {
  const kind = paragraphAt(document, span)?.kind;
  return kind !== 'paragraph' && kind !== 'listItem';
}
