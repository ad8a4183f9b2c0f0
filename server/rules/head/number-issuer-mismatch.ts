import type { Agency } from '../../norms/agencies.ts';
import { documentTypes } from '../../norms/documentTypes.ts';
import { typeOfAbbreviation } from '../../norms/citedTypes.ts';
import { meantSymbol, standsFor } from '../../norms/symbols.ts';
import { rule } from '../rule.ts';
import { frontMatterPlanSample, letterSample, planSample } from '../samples.ts';
import { namedType, symbolGroups, type SymbolGroup } from './numberSymbol.ts';

const department = 'ỦY BAN NHÂN DÂN\nXÃ HÒA BÌNH\n\n**PHÒNG GIÁO DỤC VÀ ĐÀO TẠO**';

export default rule({
  id: 'number-issuer-mismatch',
  severity: 'warning',
  fix: 'choice',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.3.b',
  title: {
    vi: 'Chữ viết tắt cơ quan trong ký hiệu không khớp cơ quan ban hành',
    en: 'The symbol’s agency is not the issuer',
  },
  why: {
    vi: 'Ký hiệu chứa chữ viết tắt tên cơ quan ban hành. Cơ quan tự quy định chữ viết tắt của mình, nên chỉ báo khi gần đúng mà lệch một, hai chữ so với chữ đầu của tên: thường là gõ nhầm Đ với D, thừa hay thiếu một chữ.',
    en: 'The symbol holds the issuer’s abbreviation. Agencies set their own, so only a near miss of the name’s initials is reported: most often Đ typed for D, a letter too many or too few.',
  },
  examples: () => [
    {
      bad: letterSample({ agency: department, number: 'Số: 215/«PGDDĐT»' }),
      fixed: letterSample({ agency: department, number: 'Số: 215/PGDĐT' }),
    },
    {
      bad: letterSample({ agency: department, number: 'Số: 215/«PGĐĐT»-VP' }),
      fixed: letterSample({ agency: department, number: 'Số: 215/PGDĐT-VP' }),
    },
    { bad: planSample({ number: 'Số: 15/KH-«UBNND»' }), fixed: planSample() },
    { bad: frontMatterPlanSample({ số: '15/KH-«UNBD»' }), fixed: frontMatterPlanSample() },
    { good: letterSample({ agency: department, number: 'Số: 215/PGD&ĐT-VP' }) },
    { good: letterSample({ agency: department, number: 'Số: 215/GDĐT' }) },
    { good: planSample() },
    { good: planSample({ number: 'Số: 15/KH-VX' }), note: 'Có thể do cơ quan tự quy định.' },
    { good: frontMatterPlanSample() },
  ],
  reads: { edges: true },
  check(document, report, { agencies }) {
    const { number, issuer } = document;
    if (!number?.symbol || !issuer) return;
    const group = agencyGroup(
      symbolGroups(document, number),
      namedType(document) !== undefined,
      issuer.text,
      agencies,
    );
    const meant = group && meantSymbol(group.text, issuer.text, agencies);
    if (!group || meant === undefined) return;
    report({
      span: group.span,
      message: {
        vi: `Ký hiệu “${group.text}” không khớp cơ quan ban hành ở đầu văn bản: có phải “${meant}” (NĐ 30/2020/NĐ-CP, PL I, II.3.b)?`,
        en: `The symbol “${group.text}” does not match the issuer in the head: did you mean “${meant}” (ND 30/2020/NĐ-CP, Annex I, II.3.b)?`,
      },
      related: [{ span: issuer.span, message: { vi: 'Cơ quan ban hành', en: 'The issuer' } }],
      fixes: [
        {
          title: { vi: `Sửa thành “${meant}”`, en: `Change to “${meant}”` },
          safe: false,
          edits: [{ span: group.span, newText: meant }],
        },
      ],
    });
  },
});

/** The group that stands for the agency: the one after the type, or the first where there is no type. */
function agencyGroup(
  groups: readonly SymbolGroup[],
  named: boolean,
  issuer: string,
  added: readonly Agency[],
): SymbolGroup | undefined {
  const [first, second] = groups;
  if (!first || standsFor(first.text, issuer, added)) return undefined;
  const isType =
    first.text === 'CV' ||
    documentTypes.some(({ abbreviation }) => abbreviation === first.text) ||
    (named && typeOfAbbreviation(first.text) !== undefined);
  return isType ? second : first;
}
