import type { Document } from '../../document/document.ts';
import type { DocumentTypeId } from '../../norms/documentTypes.ts';
import type { Fix } from '../rule.ts';
import { rule } from '../rule.ts';
import { decisionSample, frontMatterPlanSample, letterSample, planSample } from '../samples.ts';
import { bold } from './emphasis.ts';
import { insertField, insertOnTop } from './insertion.ts';
import { issuersBelow } from './issuerName.ts';
import { firstLine, needsOwnHead } from './ownHead.ts';

const nation = '**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc**';

/** Types that parties make with each other, or a person writes. */
const ofParties: ReadonlySet<DocumentTypeId> = new Set<DocumentTypeId>([
  'hop-dong',
  'ban-ghi-nho',
  'ban-thoa-thuan',
  'thu-cong',
]);

export default rule({
  id: 'issuer-missing',
  severity: 'error',
  fix: 'choice',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.2',
  title: {
    vi: 'Thiếu tên cơ quan, tổ chức ban hành văn bản',
    en: 'No issuing agency in the head',
  },
  why: {
    vi: 'Tên cơ quan, tổ chức ban hành là tên chính thức, đầy đủ, viết in hoa ở đầu văn bản, bên trái Quốc hiệu; thiếu thì không biết văn bản của ai. Khi đoạn mở đầu hoặc chữ ký đã nêu tên, có thể lấy tên đó.',
    en: 'The issuer’s official name stands in capitals at the top, left of the national title; without it nobody knows whose document it is. Where the opening sentence or the signature names the issuer, that name is offered.',
  },
  examples: () => [
    {
      bad: planSample({
        agency: '',
        nation: '**«CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM»\nĐộc lập - Tự do - Hạnh phúc**',
      }),
      fixed: planSample({ agency: '**ỦY BAN NHÂN DÂN XÃ HÒA BÌNH**', nation }),
    },
    {
      bad: decisionSample({
        agency: '',
        nation: '**«CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM»\nĐộc lập - Tự do - Hạnh phúc**',
      }),
    },
    { bad: letterSample({ agency: '', nation: '', number: '«Số: 215/SNV-VP»' }) },
    { bad: frontMatterPlanSample({ 'cơ quan': '' }).replace('loại:', '«loại»:') },
    { good: planSample() },
    { good: letterSample() },
    { good: decisionSample() },
    { good: frontMatterPlanSample() },
    {
      good: 'QUY CHẾ\n\nTiếp công dân\n\n(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 10/02/2026)\n\nĐiều 1. Phạm vi\n',
      note: 'Văn bản ban hành kèm theo văn bản khác.',
    },
  ],
  reads: { edges: true },
  check(document, report) {
    if (document.issuer || !needsOwnHead(document)) return;
    if (document.type && ofParties.has(document.type.id)) return;
    report({
      span: firstLine(document),
      message: {
        vi: 'Thiếu tên cơ quan, tổ chức ban hành: cần ghi bằng chữ in hoa ở đầu văn bản (NĐ 30/2020/NĐ-CP, PL I, II.2)',
        en: 'No issuing agency: its name is expected in capitals at the top (ND 30/2020/NĐ-CP, Annex I, II.2)',
      },
      fixes: issuersBelow(document).flatMap((name) => insertion(document, name)),
    });
  },
});

function insertion(document: Document, name: string): readonly Fix[] {
  const edit =
    document.origin === 'frontMatter'
      ? insertField(document, 'issuer', name, ['type', 'parentAgency'])
      : insertOnTop(document, [bold(document, name.toUpperCase())]);
  if (!edit) return [];
  const title = { vi: `Thêm cơ quan ban hành “${name}”`, en: `Add the issuer “${name}”` };
  return [{ title, safe: false, edits: [edit] }];
}
