import type { DocumentTypeId } from '../../norms/documentTypes.ts';
import { documentType } from '../../norms/documentTypes.ts';
import { rule } from '../rule.ts';
import { decisionSample, frontMatterPlanSample, letterSample, planSample } from '../samples.ts';
import { needsOwnHead } from './ownHead.ts';

/** Types whose forms in the decree's annex have no subject (ND 30/2020/NĐ-CP, PL III). */
const withoutSubject: ReadonlySet<DocumentTypeId> = new Set<DocumentTypeId>([
  'giay-gioi-thieu',
  'giay-nghi-phep',
  'giay-uy-quyen',
  'phieu-gui',
  'phieu-chuyen',
  'phieu-bao',
  'hop-dong',
  'thu-cong',
  'thong-cao',
  'sao-y',
  'trich-sao',
  'sao-luc',
]);

export default rule({
  id: 'subject-missing',
  severity: 'error',
  fix: 'none',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.5',
  title: { vi: 'Thiếu trích yếu nội dung', en: 'No subject' },
  why: {
    vi: 'Trích yếu là một câu ngắn gọn hoặc cụm từ khái quát nội dung chủ yếu của văn bản, đặt ngay dưới tên loại, hoặc sau “V/v” với công văn. Sổ văn bản và việc tra cứu đều dựa vào trích yếu.',
    en: 'The subject sums up the document in a short phrase right under its type, or after “V/v” in a letter. Registers and searches live on it.',
  },
  examples: () => [
    { bad: planSample({ title: '**«KẾ HOẠCH»**' }) },
    { bad: letterSample({ title: '«V/v:»' }) },
    { bad: letterSample({ title: '', addressee: '«Kính gửi:» Ủy ban nhân dân các xã, phường.' }) },
    {
      bad: frontMatterPlanSample({ 'trích yếu': '' }).replace('loại: Kế hoạch', 'loại: «Kế hoạch»'),
    },
    { good: planSample() },
    { good: letterSample() },
    { good: decisionSample() },
    { good: frontMatterPlanSample() },
  ],
  reads: { edges: true },
  check(document, report) {
    const { type, subject } = document;
    if (!type || (subject && subject.text !== '') || withoutSubject.has(type.id)) return;
    if (!needsOwnHead(document)) return;
    const letter = type.id === 'cong-van';
    const name = documentType(type.id);
    report({
      span: subject?.label?.span ?? type.span,
      message: letter
        ? {
            vi: 'Thiếu trích yếu nội dung: cần dòng “V/v …” dưới số, ký hiệu (NĐ 30/2020/NĐ-CP, PL I, II.5.b)',
            en: 'No subject: a line “V/v …” is expected under the number (ND 30/2020/NĐ-CP, Annex I, II.5.b)',
          }
        : {
            vi: `Thiếu trích yếu nội dung: cần một câu ngắn hoặc cụm từ ngay dưới “${name.name.toUpperCase()}” (NĐ 30/2020/NĐ-CP, PL I, II.5)`,
            en: `No subject: a short phrase is expected right under “${name.name.toUpperCase()}” (ND 30/2020/NĐ-CP, Annex I, II.5)`,
          },
    });
  },
});
