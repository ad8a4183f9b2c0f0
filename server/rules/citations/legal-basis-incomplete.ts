import type { Citation } from '../../document/citations/citation.ts';
import type { LegalBasis } from '../../document/document.ts';
import { documentTypes } from '../../norms/documentTypes.ts';
import { citedFacts } from './cited.ts';
import { rule, type Localized } from '../rule.ts';
import { frontMatterPlanSample, planSample } from '../samples.ts';
import { completions, isLaw, isNumbered, mainCitation, quoted } from './mentions.ts';

const plan =
  'Căn cứ Kế hoạch số 12/KH-UBND ngày 10 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh Phú Thọ về phát triển văn hóa đọc năm 2026.';
const whole =
  'Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư';
const bases = (line: string): string => planSample({ bases: `${line};\n\n${plan}` });

export default rule({
  id: 'legal-basis-incomplete',
  severity: 'warning',
  fix: 'choice',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.6.a',
  title: { vi: 'Căn cứ ghi chưa đủ thành phần', en: 'A legal basis is incomplete' },
  why: {
    vi: 'Căn cứ ban hành ghi đủ tên loại, số, ký hiệu, ngày tháng năm, cơ quan ban hành và trích yếu nội dung; riêng luật, pháp lệnh chỉ cần tên loại và tên gọi.',
    en: 'A legal basis gives type, number and symbol, date, issuer and subject; laws and ordinances only their type and name.',
  },
  examples: () => [
    { bad: bases('Căn cứ «Nghị định số 30/2020/NĐ-CP của Chính phủ về công tác văn thư»') },
    { bad: bases('Căn cứ «Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ»') },
    {
      bad: planSample({
        bases: `Căn cứ «Nghị định số 30/2020/NĐ-CP»;\n\n${plan}`,
        body: `Ủy ban nhân dân xã ban hành Kế hoạch thực hiện ${whole}./.`,
      }),
      fixed: planSample({
        bases: `Căn cứ ${whole};\n\n${plan}`,
        body: `Ủy ban nhân dân xã ban hành Kế hoạch thực hiện ${whole}./.`,
      }),
    },
    {
      bad: frontMatterPlanSample({
        'căn cứ': '«Nghị định số 30/2020/NĐ-CP của Chính phủ về công tác văn thư»',
      }),
    },
    { good: planSample() },
    { good: bases('Căn cứ Luật Tổ chức chính quyền địa phương') },
    {
      good: bases(
        'Căn cứ Hợp đồng số 35/2026/HĐ-TV ngày 14 tháng 5 năm 2026 giữa Ủy ban nhân dân xã Hòa Bình và Công ty cổ phần Tư vấn Sông Thu về việc tư vấn khảo sát',
      ),
      note: 'Hợp đồng có các bên ký, không có cơ quan ban hành.',
    },
    {
      good: bases(
        'Căn cứ Biên bản số 07/BB-UBND ngày 14 tháng 5 năm 2026 giữa Ủy ban nhân dân xã Hòa Bình và Công ty cổ phần Tư vấn Sông Thu về việc nghiệm thu',
      ),
    },
    {
      good: bases(
        'Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 45/TTr-SNV ngày 15 tháng 4 năm 2026',
      ),
    },
    {
      good: bases(
        'Căn cứ Quyết định số …/QĐ-UBND ngày … tháng 02 năm 2026 của Ủy ban nhân dân tỉnh về việc giao chỉ tiêu',
      ),
    },
  ],
  reads: { facts: citedFacts, parts: ['legalBases'], dossier: true },
  check(document, report, dossier) {
    for (const basis of document.legalBases) {
      const citation = mainCitation(basis);
      if (!citation || !/^(?:căn cứ|$)/iu.test(basis.lead.text)) continue;
      if (isLaw(citation) || !isNumbered(citation) || !follows(basis, citation)) continue;
      const missing = missingParts(basis, citation);
      if (missing.length === 0) continue;
      const span = { start: citation.span.start, end: citation.span.end };
      report({
        span,
        message: {
          vi: `Căn cứ “${quoted(citation.text)}” thiếu ${missing.map(({ vi }) => vi).join(', ')}: cần ghi đủ tên loại, số, ngày, cơ quan ban hành, trích yếu (NĐ 30/2020/NĐ-CP, PL I, II.6.a)`,
          en: `The legal basis “${quoted(citation.text)}” lacks its ${missing.map(({ en }) => en).join(', ')}: expected type, number, date, issuer and subject (ND 30/2020/NĐ-CP, Annex I, II.6.a)`,
        },
        fixes: basis.citations.length > 1 ? [] : completions(dossier, citation),
      });
    }
  },
});

/** Whether the citation comes right after the lead, so that it is the basis itself. */
function follows(basis: LegalBasis, citation: Citation): boolean {
  const before = basis.lead.text === '' ? basis.content.span.start : basis.lead.span.end;
  const gap = (citation.pinpoint?.span.start ?? citation.span.start) - before;
  return gap >= 0 && gap < 12;
}

/** Signed by their sides, so that no one agency issues them; minutes are an agency's unless they name sides. */
const agreed: ReadonlySet<string> = new Set(
  documentTypes
    .filter(({ id, signature }) => signature === 'several' && id !== 'bien-ban')
    .map(({ id }) => id),
);

const between = /^\s*,?\s*(?:(?:được\s+)?(?:ký|ký kết|lập)\s+)?giữa\s/iu;

/** Whether it is a contract or the like, or names its sides: `giữa … và …`. */
function hasParties(basis: LegalBasis, citation: Citation): boolean {
  if (citation.type && agreed.has(citation.type.id)) return true;
  const at = basis.text.indexOf(citation.text);
  return at >= 0 && between.test(basis.text.slice(at + citation.text.length));
}

function missingParts(basis: LegalBasis, citation: Citation): readonly Localized[] {
  const rest = basis.content.span.end - citation.span.end;
  // What a list names once, after its last member, belongs to all of them.
  const has = (part: (other: Citation) => unknown): boolean =>
    basis.citations.some((other) => part(other) !== undefined);
  const missing: Localized[] = [];
  const listed = basis.citations.some(({ continued }) => continued);
  if (!(listed ? has(({ date }) => date) : citation.date))
    missing.push({ vi: 'ngày ban hành', en: 'date' });
  if (!has(({ issuer }) => issuer) && !hasParties(basis, citation))
    missing.push({ vi: 'cơ quan ban hành', en: 'issuer' });
  if (!citation.subject && !has(({ subject }) => subject) && rest < 10)
    missing.push({ vi: 'trích yếu', en: 'subject' });
  return missing;
}
