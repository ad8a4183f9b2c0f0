import type { Document } from '../../document/document.ts';
import { documentType, documentTypes, type DocumentType } from '../../norms/documentTypes.ts';
import type { Edit } from '../../source/span.ts';
import type { Fix } from '../rule.ts';
import { rule } from '../rule.ts';
import { decisionSample, frontMatterPlanSample, letterSample, planSample } from '../samples.ts';
import { bold } from './emphasis.ts';
import { belowTop } from './headPlaces.ts';
import { insertBelow, insertField, insertOnTop } from './insertion.ts';
import { symbolGroups } from './numberSymbol.ts';
import { openingClause } from './openingClause.ts';
import { firstLine, hasLineLike, needsOwnHead } from './ownHead.ts';

const headFields: ReadonlySet<string> = new Set(['number', 'symbol', 'issuer', 'place', 'date']);

export default rule({
  id: 'type-missing',
  severity: 'error',
  fix: 'choice',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.5',
  title: { vi: 'Thiếu tên loại văn bản', en: 'No document type' },
  why: {
    vi: 'Văn bản có tên loại ghi tên loại bằng chữ in hoa (KẾ HOẠCH, BÁO CÁO…) với trích yếu ngay dưới; công văn không có tên loại mà có “V/v …” dưới số, ký hiệu. Không có cả hai thì không biết đây là văn bản gì.',
    en: 'A named type stands in capitals (KẾ HOẠCH, BÁO CÁO …) with the subject right under it; a letter has no type but a “V/v …” under its number. With neither, nobody knows what the document is.',
  },
  examples: () => [
    {
      bad: planSample({
        agency: '**«ỦY BAN NHÂN DÂN»\nXÃ HÒA BÌNH**',
        title: '**Tổ chức Ngày hội đọc sách năm 2026**',
      }),
      fixed: planSample(),
    },
    { bad: planSample({ agency: '**«ỦY BAN NHÂN DÂN»\nXÃ HÒA BÌNH**', title: '' }) },
    {
      bad: letterSample({
        agency: '«UBND TỈNH PHÚ THỌ»\n**SỞ NỘI VỤ**',
        number: 'Số: 215/TTr-SNV',
        title: '',
      }),
    },
    { bad: decisionSample({ agency: '**«ỦY BAN NHÂN DÂN»\nTỈNH PHÚ THỌ**', title: '' }) },
    { good: planSample() },
    { good: letterSample() },
    { good: decisionSample() },
    { good: frontMatterPlanSample() },
    { good: 'Nơi nhận:\n\n- Như trên;\n- Lưu: VT.\n' },
  ],
  reads: { edges: true, sections: true },
  check(document, report) {
    if (!isUnnamed(document) || !needsOwnHead(document)) return;
    report({
      span: firstLine(document),
      message: {
        vi: 'Thiếu tên loại văn bản: cần tên loại in hoa trên trích yếu, hoặc “V/v …” với công văn (NĐ 30/2020/NĐ-CP, PL I, II.5)',
        en: 'No document type: a type in capitals above the subject is expected, or “V/v …” for a letter (ND 30/2020/NĐ-CP, Annex I, II.5)',
      },
      fixes: likelyTypes(document).flatMap((type) => insertion(document, type)),
    });
  },
});

/** No type at all, or only a guess at a letter from `Kính gửi` while the symbol names a type. */
function isUnnamed(document: Document): boolean {
  const { type, subject, origin } = document;
  // a letter that writes `Về việc` for `V/v` names no type, and lacks none
  if (!type) return typeOfSymbol(document) !== undefined || !hasLineLike(document, /^về việc\s/iu);
  if (type.id !== 'cong-van' || origin === 'frontMatter' || subject?.label) return false;
  return typeOfSymbol(document) !== undefined;
}

function typeOfSymbol(document: Document): DocumentType | undefined {
  const [first, second] = document.number ? symbolGroups(document, document.number) : [];
  if (!first || !second) return undefined;
  return documentTypes.find(({ abbreviation }) => abbreviation === first.text);
}

/** The types that the number, the opening sentence or the addressee speak for; the commonest where none does. */
function likelyTypes(document: Document): readonly DocumentType[] {
  const symbol = typeOfSymbol(document);
  const opened = openingClause(document)?.type;
  const told = [symbol, opened].filter((type) => type !== undefined);
  if (told.length > 0) return [...new Set(told)];
  // a symbol without a type is a letter's
  if (document.number?.symbol) return [documentType('cong-van')];
  if (document.addressees) return [documentType('cong-van'), documentType('to-trinh')];
  return [documentType('ke-hoach'), documentType('thong-bao'), documentType('bao-cao')];
}

function insertion(document: Document, type: DocumentType): readonly Fix[] {
  const edit = typeEdit(document, type);
  if (!edit) return [];
  const name = type.id === 'cong-van' ? 'V/v …' : type.name.toUpperCase();
  return [{ title: { vi: `Thêm “${name}”`, en: `Add “${name}”` }, safe: false, edits: [edit] }];
}

function typeEdit(document: Document, type: DocumentType): Edit | undefined {
  // some other tool's front matter has no head to go on with
  if (document.frontMatter?.entries.some(({ field }) => field && headFields.has(field)))
    return insertField(document, 'type', type.name, []);
  const above = belowTop(document);
  const lines =
    type.id === 'cong-van'
      ? ['V/v …']
      : [
          bold(document, type.name.toUpperCase()),
          ...(hasSubjectBelow(document, above?.end ?? document.span.start)
            ? []
            : [bold(document, 'Về việc …')]),
        ];
  return above ? insertBelow(document, above, lines) : insertOnTop(document, lines);
}

/** A line in bold right under the head is the subject of the type that is not there. */
function hasSubjectBelow(document: Document, from: number): boolean {
  const next = document.lines.find(({ span, text }) => span.start > from && text.trim() !== '');
  if (!next || document.addressees?.span.start === next.span.start) return false;
  return (
    next.bold &&
    !document.sections.some(({ heading }) => heading.start === next.span.start) &&
    next.text.length < 250
  );
}
