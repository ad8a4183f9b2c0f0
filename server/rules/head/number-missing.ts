import type { Document } from '../../document/document.ts';
import type { Edit } from '../../source/span.ts';
import { rule } from '../rule.ts';
import { decisionSample, frontMatterPlanSample, letterSample, planSample } from '../samples.ts';
import { belowIssuer } from './headPlaces.ts';
import { insertBelow, insertField, insertOnTop } from './insertion.ts';
import { issuerSymbol } from './issuerName.ts';
import { namedType, symbolFor } from './numberSymbol.ts';
import { firstLine, hasLineLike, needsOwnHead } from './ownHead.ts';

/** Room for the records office to write the number in. */
const blank = '      ';

export default rule({
  id: 'number-missing',
  severity: 'error',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.3',
  title: { vi: 'Thiếu số, ký hiệu văn bản', en: 'No number and symbol' },
  why: {
    vi: 'Số và ký hiệu đặt dưới tên cơ quan ban hành; dự thảo để trống số cho Văn thư nhưng vẫn ghi ký hiệu. Ký hiệu gồm chữ viết tắt tên loại (công văn thì không) và chữ viết tắt tên cơ quan.',
    en: 'Number and symbol stand under the issuer; a draft leaves the number blank for the records office and gives the symbol. The symbol is the type’s abbreviation (none for a letter) and the issuer’s.',
  },
  examples: () => [
    {
      bad: planSample({
        agency: '**«ỦY BAN NHÂN DÂN»\nXÃ HÒA BÌNH**',
        number: '',
        place: 'Hòa Bình, ngày    tháng 3 năm 2026',
      }),
      fixed: planSample({
        number: 'Số:      /KH-UBND',
        place: 'Hòa Bình, ngày    tháng 3 năm 2026',
      }),
    },
    {
      bad: letterSample({
        agency: '«UBND TỈNH PHÚ THỌ»\n**SỞ NỘI VỤ**',
        number: '',
        place: 'Phú Thọ, ngày    tháng 01 năm 2026',
      }),
      fixed: letterSample({
        number: 'Số:      /SNV',
        place: 'Phú Thọ, ngày    tháng 01 năm 2026',
      }),
    },
    {
      bad: frontMatterPlanSample({ số: '', ngày: '' }).replace('loại:', '«loại»:'),
      fixed: frontMatterPlanSample({ số: '/KH-UBND', ngày: '' }),
    },
    { good: planSample() },
    { good: planSample({ number: 'Số:      /KH-UBND' }) },
    { good: letterSample() },
    { good: decisionSample() },
    { good: frontMatterPlanSample() },
  ],
  reads: { edges: true },
  check(document, report) {
    const { number, type } = document;
    if (number || type?.id === 'thu-cong' || !needsOwnHead(document)) return;
    if (hasLineLike(document, /^S[ốôo]\s*[:.]/iu)) return;
    const symbol = `/${symbolFor(namedType(document), issuerSymbol(document))}`;
    const edit = insertion(document, symbol);
    report({
      span: firstLine(document),
      message: {
        vi: `Thiếu số, ký hiệu: cần dòng “Số: …${symbol}” dưới tên cơ quan ban hành (NĐ 30/2020/NĐ-CP, PL I, II.3)`,
        en: `No number and symbol: a line “Số: …${symbol}” is expected under the issuer (ND 30/2020/NĐ-CP, Annex I, II.3)`,
      },
      fixes: edit
        ? [
            {
              title: { vi: `Thêm dòng “Số: …${symbol}”`, en: `Add the line “Số: …${symbol}”` },
              safe: true,
              edits: [edit],
            },
          ]
        : [],
    });
  },
});

function insertion(document: Document, symbol: string): Edit | undefined {
  if (document.origin === 'frontMatter')
    return insertField(document, 'number', symbol, ['type', 'parentAgency', 'issuer']);
  const line = `Số:${blank}${symbol}`;
  const above = belowIssuer(document);
  return above ? insertBelow(document, above, [line]) : insertOnTop(document, [line]);
}
