import type { Citation } from '../../document/citations/citation.ts';
import type { KnownDocuments } from '../../norms/knownDocuments.ts';
import { span } from '../../source/span.ts';
import { citationsOf, isNumbered, quoted, type NumberedCitation } from '../citations/mentions.ts';
import { rule } from '../rule.ts';
import { fragmentSample, planSample } from '../samples.ts';
import { exampleRegister } from './exampleRegister.ts';
import { citedFacts } from '../citations/cited.ts';

export default rule({
  id: 'citation-unknown',
  severity: 'info',
  offByDefault: true,
  fix: 'none',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.6',
  title: {
    vi: 'Văn bản viện dẫn không có trong sổ đăng ký',
    en: 'A cited document is in no register',
  },
  why: {
    vi: 'Cơ quan có sổ đăng ký đầy đủ thì biết ngay văn bản viện dẫn nào chưa có trong sổ, để tra lại số. Không sổ nào có mọi văn bản, nên quy tắc này tắt cho đến khi cấu hình bật.',
    en: 'An office with a full register sees at once which citation to look up again. No register holds everything, so this rule is off until the settings turn it on.',
  },
  exampleRegister,
  examples: () => [
    { bad: fragmentSample('Thực hiện «Nghị định số 31/2020/NĐ-CP» ngày 05/3/2020 của Chính phủ.') },
    {
      bad: fragmentSample(
        'Theo «Kế hoạch số 13/KH-UBND» ngày 10/02/2026 của UBND tỉnh Phú Thọ. Kế hoạch số 13/KH-UBND còn giao các xã báo cáo.',
      ),
      note: 'Mỗi văn bản chỉ báo một lần.',
    },
    {
      bad: planSample({
        bases: 'Căn cứ «Thông tư số 02/2011/TT-BNV» ngày 19/01/2011 của Bộ Nội vụ.',
      }),
    },
    { good: fragmentSample('Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ.') },
    { good: fragmentSample('Theo Luật Tổ chức chính quyền địa phương và Luật Đất đai.') },
    {
      good: fragmentSample('Ban hành kèm theo Quyết định số      /QĐ-UBND của Ủy ban nhân dân xã.'),
    },
  ],
  reads: { facts: citedFacts, parts: ['legalBases'] },
  check(document, report, { known }) {
    const told = new Set<string>();
    for (const citation of citationsOf(document)) {
      if (!isNumbered(citation) || told.has(citation.number.normal)) continue;
      told.add(citation.number.normal);
      if (isKnown(citation, known)) continue;
      const { number, type } = citation;
      report({
        span: span(
          type && !citation.continued ? type.span.start : number.span.start,
          number.span.end,
        ),
        message: {
          vi: `“${quoted(number.text)}” không có trong sổ đăng ký và thư mục làm việc: cần tra lại số, ký hiệu (NĐ 30/2020/NĐ-CP, PL I, II.6)`,
          en: `“${quoted(number.text)}” is neither in a register nor in the workspace: look the number up again (ND 30/2020/NĐ-CP, Annex I, II.6)`,
        },
      });
    }
  },
});

/** A number without its year comes again each year: a row of another year does not know it. */
function isKnown({ number, date }: NumberedCitation, known: KnownDocuments): boolean {
  const found = known.withNumber(number.normal);
  const year = number.year ? undefined : yearOf(date);
  return found.some(
    (row) => year === undefined || row.date === undefined || row.date.startsWith(year),
  );
}

function yearOf(date: Citation['date']): string | undefined {
  return date?.value && String(date.value.year);
}
