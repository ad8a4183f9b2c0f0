import type { Document } from '../../document/document.ts';
import type { DocumentTypeId } from '../../norms/documentTypes.ts';
import type { Edit } from '../../source/span.ts';
import { rule } from '../rule.ts';
import { decisionSample, frontMatterPlanSample, letterSample, planSample } from '../samples.ts';
import { italic } from './emphasis.ts';
import { belowNumber } from './headPlaces.ts';
import { insertBelow, insertField, insertOnTop } from './insertion.ts';
import { issuerPlace } from './issuerName.ts';
import { firstLine, hasLineLike, needsOwnHead } from './ownHead.ts';

/** Types that give their date in the text: Mẫu 1.9 has none in its head. */
const datedInside: ReadonlySet<DocumentTypeId> = new Set<DocumentTypeId>([
  'bien-ban',
  'hop-dong',
  'ban-ghi-nho',
  'ban-thoa-thuan',
  'thu-cong',
]);

export default rule({
  id: 'place-date-missing',
  severity: 'error',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.4',
  title: { vi: 'Thiếu địa danh và thời gian ban hành', en: 'No place and date of issue' },
  why: {
    vi: 'Địa danh và ngày, tháng, năm ban hành đặt dưới Tiêu ngữ, cùng dòng với số, ký hiệu. Địa danh là tên đơn vị hành chính nơi cơ quan đóng trụ sở; dự thảo có thể để trống ngày.',
    en: 'The place and the date of issue stand under the motto, level with the number. The place is the administrative unit of the issuer’s seat; a draft may leave the day blank.',
  },
  examples: () => [
    {
      bad: planSample({
        agency: '**«ỦY BAN NHÂN DÂN»\nXÃ HÒA BÌNH**',
        number: 'Số:      /KH-UBND',
        place: '',
      }),
      fixed: planSample({
        number: 'Số:      /KH-UBND',
        place: '*Hòa Bình, ngày … tháng … năm …*',
      }),
    },
    {
      bad: letterSample({
        agency: '«UBND TỈNH PHÚ THỌ»\n**SỞ NỘI VỤ**',
        number: 'Số: …/SNV-VP',
        place: '',
      }),
      fixed: letterSample({
        number: 'Số: …/SNV-VP',
        place: '*Phú Thọ, ngày … tháng … năm …*',
      }),
    },
    {
      bad: frontMatterPlanSample({ số: '/KH-UBND', 'địa danh': '', ngày: '' }).replace(
        'loại:',
        '«loại»:',
      ),
      fixed: frontMatterPlanSample({ số: '/KH-UBND', ngày: '' }),
    },
    { good: planSample() },
    { good: letterSample({ place: 'Phú Thọ, ngày    tháng 01 năm 2026' }) },
    { good: decisionSample() },
    { good: frontMatterPlanSample() },
  ],
  reads: { edges: true },
  check(document, report) {
    if (document.placeAndDate || !needsOwnHead(document)) return;
    if (document.type && datedInside.has(document.type.id)) return;
    if (hasLineLike(document, /^[^,;]{0,60},?\s*ngày[^,;]{0,20}tháng[^,;]{0,20}năm[^,;]{0,8}$/iu))
      return;
    const place = issuerPlace(document);
    const edit = insertion(document, place);
    const line = `${place}, ngày … tháng … năm …`;
    report({
      span: firstLine(document),
      message: {
        vi: `Thiếu địa danh và thời gian ban hành: cần dòng “${line}” dưới Tiêu ngữ (NĐ 30/2020/NĐ-CP, PL I, II.4)`,
        en: `No place and date of issue: a line “${line}” is expected under the motto (ND 30/2020/NĐ-CP, Annex I, II.4)`,
      },
      fixes: edit
        ? [
            {
              title: { vi: `Thêm dòng “${line}”`, en: `Add the line “${line}”` },
              safe: true,
              edits: [edit],
            },
          ]
        : [],
    });
  },
});

function insertion(document: Document, place: string): Edit | undefined {
  if (document.origin === 'frontMatter')
    return insertField(document, 'place', place, [
      'type',
      'parentAgency',
      'issuer',
      'number',
      'symbol',
    ]);
  const line = italic(document, `${place}, ngày … tháng … năm …`);
  const above = belowNumber(document);
  return above ? insertBelow(document, above, [line]) : insertOnTop(document, [line]);
}
