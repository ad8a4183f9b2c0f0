import { agencyNamed } from '../../document/citations/issuerName.ts';
import type { Document } from '../../document/document.ts';
import { compareDates } from '../../document/dates/plainDate.ts';
import { rule } from '../rule.ts';
import { planSample } from '../samples.ts';
import { citationsOf, isNumbered, ownDate, quoted, type NumberedCitation } from './mentions.ts';

const cited = (text: string): string =>
  planSample({ bases: '', body: `Ủy ban nhân dân xã ban hành Kế hoạch ${text}./.` });

export default rule({
  id: 'citation-self',
  severity: 'info',
  fix: 'none',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.6.b',
  title: { vi: 'Văn bản viện dẫn chính số của mình', en: 'The document cites its own number' },
  why: {
    vi: 'Văn bản tự gọi mình là “Kế hoạch này”, “Quyết định này”. Thấy chính số của mình trong bài thường là sao chép từ văn bản khác mà quên sửa số.',
    en: 'A document calls itself “Kế hoạch này”. Its own number in the text is mostly a number copied along and not changed.',
  },
  examples: () => [
    { bad: cited('thực hiện «Kế hoạch số 15/KH-UBND» về phát triển văn hóa đọc') },
    { bad: cited('theo «Kế hoạch số 15/KH-UBND ngày 05/3/2026»') },
    { bad: cited('triển khai «Kế hoạch 15/KH-UBND» đến các thôn') },
    { good: cited('thực hiện Kế hoạch số 16/KH-UBND về phát triển văn hóa đọc') },
    { good: cited('theo Kế hoạch số 15/KH-UBND ngày 05/3/2025 của năm trước') },
    { good: cited('theo Kế hoạch số 15/KH-UBND của Ủy ban nhân dân tỉnh Phú Thọ') },
    {
      good: planSample({
        after:
          '**Phụ lục**\n\n*(Kèm theo Kế hoạch số 15/KH-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân xã Hòa Bình)*',
      }),
    },
  ],
  reads: { paragraphs: true, parts: ['number', 'placeAndDate'] },
  check(document, report) {
    const own = document.number;
    if (!own?.numeral || !own.symbol) return;
    for (const citation of citationsOf(document)) {
      if (!isNumbered(citation) || !isOwn(document, citation) || isAttachment(document, citation))
        continue;
      report({
        span: {
          start: citation.span.start,
          end: citation.date?.span.end ?? citation.number.span.end,
        },
        message: {
          vi: `Văn bản viện dẫn chính số của mình “${quoted(citation.number.text)}”: cần viết “này” hoặc sửa lại số (NĐ 30/2020/NĐ-CP, PL I, II.6.b)`,
          en: `The document cites its own number “${quoted(citation.number.text)}”: write “này”, or put the number right (ND 30/2020/NĐ-CP, Annex I, II.6.b)`,
        },
        related: [
          { span: own.span, message: { vi: 'Số của văn bản này', en: "This document's number" } },
        ],
      });
    }
  },
});

function isOwn(document: Document, citation: NumberedCitation): boolean {
  const { number, date, issuer } = citation;
  const own = document.number;
  const numeral = own?.numeral?.text.padStart(2, '0');
  if (number.normal !== `${numeral ?? ''}/${own?.symbol?.text ?? ''}`) return false;
  const issued = ownDate(document);
  if (date)
    return (
      date.value !== undefined && issued !== undefined && compareDates(date.value, issued) === 0
    );
  // Another committee has its own number 15: only the kind of body itself, or none, is this one.
  return issuer === undefined || agencyNamed(issuer.text)?.name.length === issuer.text.length;
}

/** `(Kèm theo Kế hoạch số …)` over an annex has to name the document. */
function isAttachment(document: Document, citation: NumberedCitation): boolean {
  const before = document.source.text.slice(
    Math.max(0, citation.span.start - 60),
    citation.span.start,
  );
  return /(?:kèm theo|đính kèm|ban hành theo)[^.;\n]*$/iu.test(before.normalize('NFC'));
}
