import { compareDates, type PlainDate } from '../../document/dates/plainDate.ts';
import type { PartialDate } from '../../document/document.ts';
import { rule } from '../rule.ts';
import { planSample } from '../samples.ts';
import { citationsOf, quoted } from './mentions.ts';

const cited = (text: string): string =>
  planSample({ bases: '', body: `Ủy ban nhân dân xã ban hành Kế hoạch theo ${text}./.` });

export default rule({
  id: 'citation-future',
  severity: 'error',
  fix: 'none',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.6',
  title: {
    vi: 'Văn bản viện dẫn có ngày sau ngày ban hành văn bản này',
    en: 'A cited document is dated after this one',
  },
  why: {
    vi: 'Không thể căn cứ vào văn bản chưa có. Ngày sau ngày ban hành nghĩa là một trong hai ngày đã gõ nhầm, hoặc văn bản này được ghi lùi ngày.',
    en: 'Nothing can rest on a document that does not exist yet. A later date means that one of the two was mistyped, or that this document is back-dated.',
  },
  examples: () => [
    { bad: cited('Quyết định số 15/QĐ-UBND «ngày 06/3/2026» của Ủy ban nhân dân tỉnh') },
    { bad: cited('Nghị định số 30/2027/NĐ-CP «ngày 05 tháng 01 năm 2027» của Chính phủ') },
    { bad: cited('Luật Đất đai «ngày 18 tháng 01 năm 2034»') },
    { good: cited('Quyết định số 15/QĐ-UBND ngày 05/3/2026 của Ủy ban nhân dân tỉnh') },
    { good: cited('Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ') },
    {
      good: planSample({
        place: '*Hòa Bình, ngày     tháng     năm 2026*',
        bases: '',
        body: 'Theo Quyết định số 15/QĐ-UBND ngày 06/3/2026 của Ủy ban nhân dân tỉnh./.',
      }),
    },
  ],
  reads: { paragraphs: true, parts: ['placeAndDate'] },
  check(document, report) {
    const latest = latestDay(document.placeAndDate?.date);
    if (!latest) return;
    for (const { date, text } of citationsOf(document)) {
      if (!date?.value || compareDates(date.value, latest) <= 0) continue;
      report({
        span: date.span,
        message: {
          vi: `Văn bản viện dẫn “${quoted(text)}” có ngày sau ngày ban hành văn bản này: cần kiểm tra lại một trong hai ngày (NĐ 30/2020/NĐ-CP, PL I, II.6)`,
          en: `The cited document “${quoted(text)}” is dated after this one: check one of the two dates (ND 30/2020/NĐ-CP, Annex I, II.6)`,
        },
        related: document.placeAndDate
          ? [
              {
                span: document.placeAndDate.dateSpan,
                message: { vi: 'Ngày ban hành văn bản này', en: "This document's own date" },
              },
            ]
          : [],
      });
    }
  },
});

/** The last day that a date with blanks can still be; undefined without a year. */
function latestDay(date: PartialDate | undefined): PlainDate | undefined {
  if (date?.year === undefined) return undefined;
  return { year: date.year, month: date.month ?? 12, day: (date.month && date.day) ?? 31 };
}
