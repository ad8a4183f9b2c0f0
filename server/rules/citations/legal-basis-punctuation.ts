import type { Document, LegalBasis } from '../../document/document.ts';
import { hasClause, leadOf } from '../../document/legalBases.ts';
import type { Edit } from '../../source/span.ts';
import { rule } from '../rule.ts';
import { frontMatterPlanSample, letterSample, planSample } from '../samples.ts';
import { isInText, quoted } from './mentions.ts';

const decree =
  'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư';
const plan =
  'Căn cứ Kế hoạch số 12/KH-UBND ngày 10 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh Phú Thọ về phát triển văn hóa đọc năm 2026';

const letterSentence =
  'Sở Nội vụ đề nghị Ủy ban nhân dân các xã, phường rà soát công tác văn thư, gửi kết quả về Sở trước ngày 30/7/2026./.';

export default rule({
  id: 'legal-basis-punctuation',
  severity: 'warning',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.6.a',
  title: {
    vi: 'Dấu cuối dòng căn cứ không đúng',
    en: 'A legal basis does not end with the right mark',
  },
  why: {
    vi: 'Mỗi căn cứ một dòng, cuối dòng là dấu chấm phẩy; dòng cuối cùng kết thúc bằng dấu chấm. Dấu phẩy ở dòng cuối được chấp nhận khi câu mở đầu nối tiếp.',
    en: 'Each basis stands on a line of its own and ends with a semicolon; the last one ends with a full stop. A comma at the last is accepted where the opening sentence goes on from it.',
  },
  examples: () => [
    {
      bad: planSample({ bases: `${decree}«.»\n\n${plan}.` }),
      fixed: planSample({ bases: `${decree};\n\n${plan}.` }),
    },
    {
      bad: planSample({ bases: `«${decree}»\n\n${plan}.` }),
      fixed: planSample({ bases: `${decree};\n\n${plan}.` }),
    },
    {
      bad: planSample({ bases: `${decree};\n\n${plan}«;»` }),
      fixed: planSample({ bases: `${decree};\n\n${plan}.` }),
    },
    {
      bad: letterSample({
        body: `${decree}«.»\n\nTheo đề nghị của Trưởng phòng Phòng Kinh tế tại Báo cáo số 18/BC-KT ngày 15 tháng 6 năm 2026«;»\n\n${letterSentence}`,
      }),
      fixed: letterSample({
        body: `${decree};\n\nTheo đề nghị của Trưởng phòng Phòng Kinh tế tại Báo cáo số 18/BC-KT ngày 15 tháng 6 năm 2026.\n\n${letterSentence}`,
      }),
    },
    { good: planSample() },
    {
      good: letterSample({
        body: `${decree};\n\nTheo đề nghị của Trưởng phòng Phòng Kinh tế tại Báo cáo số 18/BC-KT ngày 15 tháng 6 năm 2026.\n\n${letterSentence}`,
      }),
      note: 'Căn cứ cuối cùng là dòng “Theo đề nghị”.',
    },
    { good: planSample({ bases: `${decree};\n\nThực hiện ${plan.slice(7)}.` }) },
    { good: planSample({ bases: `${decree};\n\n${plan},` }) },
    { good: frontMatterPlanSample() },
  ],
  reads: { edges: true },
  check(document, report) {
    const bases = document.legalBases.filter((basis) => isInText(document, basis));
    bases.forEach((basis, order) => {
      const isLast = order === bases.length - 1;
      const mark = basis.endMark?.text;
      const right = isLast ? mark === '.' || mark === ',' : mark === ';';
      if (right || mark === './.') return;
      const expected = isLast ? '.' : ';';
      // Offices end the last basis with a semicolon far more often than not: worth a look, no more.
      const lenient = isLast && mark === ';';
      if (lenient && goesOn(document, basis)) return;
      report({
        span: basis.endMark?.span ?? basis.content.span,
        severity: lenient ? 'hint' : 'warning',
        message: {
          vi: `${isLast ? 'Căn cứ cuối cùng' : 'Dòng căn cứ'} ${ending(mark, 'vi')}: cần kết thúc bằng “${expected}” (NĐ 30/2020/NĐ-CP, PL I, II.6.a)`,
          en: `${isLast ? 'The last legal basis' : `The legal basis “${quoted(basis.content.text)}”`} ${ending(mark, 'en')}: expected “${expected}” at its end (ND 30/2020/NĐ-CP, Annex I, II.6.a)`,
        },
        fixes: [
          {
            title: { vi: `Kết thúc bằng “${expected}”`, en: `End with “${expected}”` },
            safe: !lenient,
            edits: [markEdit(basis, expected)],
          },
        ],
      });
    });
  },
});

const furtherLead = /^(?:(?:theo|xét)(?: đề nghị)?(?: của)?|thực hiện)$/iu;

/** Whether a line that the model takes for a sentence goes on with the grounds: `Theo đề nghị của …`. */
function goesOn({ body }: Document, last: LegalBasis): boolean {
  const next = body.find(({ text, span }) => span.start >= last.span.end && text.trim() !== '');
  if (!next || !/[.,]\s*$/u.test(next.text) || hasClause(next.text)) return false;
  return furtherLead.test(leadOf(next.text)?.text ?? '');
}

function ending(mark: string | undefined, language: 'vi' | 'en'): string {
  if (language === 'vi')
    return mark === undefined ? 'không có dấu cuối dòng' : `kết thúc bằng “${mark}”`;
  return mark === undefined ? 'has no mark at its end' : `ends with “${mark}”`;
}

function markEdit(basis: LegalBasis, mark: string): Edit {
  const at = basis.content.span.end;
  return { span: basis.endMark?.span ?? { start: at, end: at }, newText: mark };
}
