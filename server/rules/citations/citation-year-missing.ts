import { agenciesOfSymbol } from '../../norms/agencies.ts';
import { citedType } from '../../norms/citedTypes.ts';
import { isQuoted } from '../quotations.ts';
import { rule } from '../rule.ts';
import { fragmentSample, frontMatterPlanSample } from '../samples.ts';
import { citationsOf, isNumbered, quoted, type NumberedCitation } from './mentions.ts';

/** Before 1997 the number of a decree or circular had no year. */
const firstYear = 1997;

export default rule({
  id: 'citation-year-missing',
  severity: 'error',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.6.b; Luật Ban hành văn bản quy phạm pháp luật',
  title: {
    vi: 'Thiếu năm trong số, ký hiệu của văn bản quy phạm pháp luật',
    en: 'The number of a legal normative document lacks its year',
  },
  why: {
    vi: 'Nghị định, thông tư, luật mang năm ban hành ngay trong số: 07/2018/TT-BTC. Thiếu năm thì người đọc không tra được văn bản, vì năm nào cũng có số 07.',
    en: 'Decrees, circulars and laws carry the year of issue in their number: 07/2018/TT-BTC. Without it nobody can look the document up, since every year has a number 07.',
  },
  examples: () => [
    {
      bad: fragmentSample('Theo Thông tư số «07/TT-BTC» ngày 24/01/2018 của Bộ Tài chính.'),
      fixed: fragmentSample('Theo Thông tư số 07/2018/TT-BTC ngày 24/01/2018 của Bộ Tài chính.'),
    },
    {
      bad: fragmentSample(
        'Căn cứ Nghị định số «30/NĐ-CP» ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;',
      ),
      fixed: fragmentSample(
        'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;',
      ),
    },
    { bad: fragmentSample('Thực hiện Thông tư liên tịch số «12/TTLT-BTC-BNV» của liên bộ.') },
    {
      bad: frontMatterPlanSample({
        'căn cứ': 'Thông tư số «07/TT-BTC» ngày 24/01/2018 của Bộ Tài chính về kinh phí',
      }),
      fixed: frontMatterPlanSample({
        'căn cứ': 'Thông tư số 07/2018/TT-BTC ngày 24/01/2018 của Bộ Tài chính về kinh phí',
      }),
    },
    {
      good: fragmentSample(
        'Theo Quyết định số 1373/QĐ-TTg ngày 30 tháng 7 năm 2021 của Thủ tướng Chính phủ.',
      ),
    },
    { good: fragmentSample('Theo Thông tư số 07/2018/TT-BTC ngày 24/01/2018 của Bộ Tài chính.') },
    { good: fragmentSample('Theo Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ.') },
    {
      good: fragmentSample('Theo Thông tư số 07/TT-BXD ngày 24/01/1994 của Bộ Xây dựng.'),
      note: 'Trước năm 1997 số của thông tư không mang năm.',
    },
    {
      good: fragmentSample(
        'Sửa “Nghị định số 30/NĐ-CP ngày 05 tháng 3 năm 2020” thành “Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020”.',
      ),
      note: 'Lời trích giữ nguyên.',
    },
  ],
  reads: { paragraphs: true },
  check(document, report) {
    for (const citation of citationsOf(document)) {
      if (!isNumbered(citation) || !lacksYear(citation)) continue;
      const { number } = citation;
      if (isQuoted(document, number.span)) continue;
      const year = citation.date?.value?.year;
      if (year !== undefined && year < firstYear) continue;
      const numeral = number.numeral?.text ?? '';
      const expected = `${numeral}/${year ?? 'năm'}/${number.symbol?.text ?? ''}`;
      report({
        span: number.span,
        message: {
          vi: `Thiếu năm trong số “${quoted(number.text)}”: cần “${expected}”, vì số của văn bản quy phạm pháp luật mang năm ban hành (NĐ 30/2020/NĐ-CP, PL I, II.6.b)`,
          en: `The number “${quoted(number.text)}” lacks its year: expected “${year === undefined ? expected.replace('năm', 'year') : expected}”, since a legal normative document's number carries the year of issue (ND 30/2020/NĐ-CP, Annex I, II.6.b)`,
        },
        fixes:
          year === undefined || !number.symbol
            ? []
            : [
                {
                  title: { vi: `Thêm năm: ${expected}`, en: `Add the year: ${expected}` },
                  safe: true,
                  edits: [
                    {
                      span: { start: number.symbol.span.start, end: number.symbol.span.start },
                      newText: `${year}/`,
                    },
                  ],
                },
              ],
      });
    }
  },
});

function lacksYear({ number, type }: NumberedCitation): boolean {
  if (number.year || number.style === 'party' || number.style === 'consolidated') return false;
  if (number.style === 'assembly') return number.symbolType === undefined;
  const named = number.symbolType ?? type?.id;
  if (named === undefined || citedType(named).year !== 'always') return false;
  // A circular comes from a ministry; `TT-` before anything else is a centre's or a unit's own letters.
  if (named === 'nghi-dinh') return number.issuerGroups[0] === 'CP';
  if (type && type.id !== named && citedType(type.id).year !== 'always') return false;
  return number.issuerGroups.some((group) =>
    agenciesOfSymbol(group).some(({ level }) => level === 'central'),
  );
}
