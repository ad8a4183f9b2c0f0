import type { Document } from '../../document/document.ts';
import type { Edit } from '../../source/span.ts';
import { documentType, documentTypes } from '../../norms/documentTypes.ts';
import { rule } from '../rule.ts';
import { frontMatterPlanSample, letterSample, planSample } from '../samples.ts';
import { belowHead } from './headPlaces.ts';
import { insertBelow, insertField, insertOnTop } from './insertion.ts';
import { firstLine, needsOwnHead } from './ownHead.ts';

const submission = {
  number: 'Số: 45/TTr-SNV',
  title: '**TỜ TRÌNH**\n\n**Về việc phê duyệt Đề án vị trí việc làm**',
};

export default rule({
  id: 'addressee-missing',
  severity: 'error',
  fix: 'yes',
  types: documentTypes.filter(({ addressee }) => addressee === 'required').map(({ id }) => id),
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.9',
  title: { vi: 'Thiếu “Kính gửi”', en: 'No addressee' },
  why: {
    vi: 'Công văn và tờ trình gửi đến cơ quan, cá nhân trực tiếp giải quyết công việc, nên phải có “Kính gửi:” dưới phần đầu văn bản.',
    en: 'A letter and a submission go to those who settle the matter, so “Kính gửi:” stands under the head.',
  },
  examples: () => [
    {
      bad: letterSample({ title: '«V/v» rà soát công tác văn thư năm 2026', addressee: '' }),
      fixed: letterSample({ addressee: 'Kính gửi: …' }),
    },
    {
      bad: letterSample({
        ...submission,
        title: submission.title.replace('TỜ TRÌNH', '«TỜ TRÌNH»'),
        addressee: '',
      }),
      fixed: letterSample({ ...submission, addressee: 'Kính gửi: …' }),
    },
    {
      bad: frontMatterPlanSample({ loại: '«Tờ trình»', số: '15/TTr-UBND' }),
    },
    { good: letterSample() },
    { good: letterSample({ ...submission, addressee: 'Kính gửi: Ủy ban nhân dân tỉnh Phú Thọ.' }) },
    { good: planSample() },
    { good: frontMatterPlanSample() },
  ],
  reads: { edges: true },
  check(document, report) {
    if (document.addressees || !document.type || !needsOwnHead(document)) return;
    const { name, english } = documentType(document.type.id);
    const edit = insertion(document);
    report({
      span: document.origin === 'text' ? place(document) : document.type.span,
      message: {
        vi: `Thiếu “Kính gửi”: ${name} cần ghi nơi gửi dưới phần đầu (NĐ 30/2020/NĐ-CP, PL I, II.9.b)`,
        en: `No addressee: a ${english.toLowerCase()} needs “Kính gửi: …” under its head (ND 30/2020/NĐ-CP, Annex I, II.9.b)`,
      },
      fixes: edit
        ? [
            {
              title: { vi: 'Thêm dòng “Kính gửi: …”', en: 'Add the line “Kính gửi: …”' },
              safe: true,
              edits: [edit],
            },
          ]
        : [],
    });
  },
});

function place(document: Document): Document['span'] {
  return document.subject?.label?.span ?? document.type?.span ?? firstLine(document);
}

function insertion(document: Document): Edit | undefined {
  if (document.origin === 'frontMatter')
    return insertField(document, 'addressees', '…', [
      'type',
      'issuer',
      'number',
      'place',
      'date',
      'subject',
    ]);
  const above = belowHead(document);
  const lines = ['Kính gửi: …'];
  return above ? insertBelow(document, above, lines) : insertOnTop(document, lines);
}
