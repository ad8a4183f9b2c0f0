import { stripDegrees } from '../../document/signature.ts';
import { mayShowDegree } from '../../norms/signers.ts';
import { rule } from '../rule.ts';
import { span, type Span } from '../../source/span.ts';
import { frontMatterPlanSample, letterSample, planSample } from '../samples.ts';

const signed = (name: string): string => `**TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH**\n\n**${name}**`;

export default rule({
  id: 'signature-title',
  severity: 'warning',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.7.c',
  title: {
    vi: 'Học hàm, học vị trước họ tên người ký',
    en: 'A degree or honour before the signer’s name',
  },
  why: {
    vi: 'Trước họ tên người ký không ghi học hàm, học vị và danh hiệu danh dự; riêng giáo dục, y tế, khoa học và lực lượng vũ trang theo quy định của ngành.',
    en: 'No degree, academic title or honour stands before the signer’s name; education, health, science and the armed forces follow rules of their own.',
  },
  examples: () => [
    { bad: planSample({ signature: signed('«ThS.» Trần Văn Bình') }), fixed: planSample() },
    { bad: planSample({ signature: signed('«PGS.TS.» Trần Văn Bình') }), fixed: planSample() },
    {
      bad: letterSample({ signature: '**GIÁM ĐỐC**\n\n**«Tiến sĩ» Lê Thị Hoa**' }),
      fixed: letterSample(),
    },
    { good: planSample() },
    { good: letterSample() },
    { good: frontMatterPlanSample() },
    {
      good: planSample({
        agency: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO PHÚ THỌ\n**TRƯỜNG THPT HÒA BÌNH**',
        number: 'Số: 15/KH-THPTHB',
        signature: '**HIỆU TRƯỞNG**\n\n**ThS. Trần Văn Bình**',
      }),
      note: 'Trường học theo quy định của ngành.',
    },
  ],
  reads: { edges: true },
  check(document, report) {
    const name = document.signature?.name;
    if (!name) return;
    const issuer = `${document.parentAgency?.text ?? ''} ${document.issuer?.text ?? ''}`;
    const bare = stripDegrees(name.text);
    const length = name.text.length - bare.length;
    if (length <= 0 || mayShowDegree(issuer)) return;
    const degree = name.text.slice(0, length).trimEnd();
    const line = document.source.lineAt(name.span.start);
    const at = line?.text.indexOf(name.text) ?? -1;
    // decomposed letters take more room in the file than in the visible text
    const place = (to: number): Span =>
      line && at >= 0 ? line.spanOf(at, at + to) : span(name.span.start, name.span.start + to);
    report({
      span: place(degree.length),
      message: {
        vi: `Không ghi “${degree}” trước họ tên người ký (NĐ 30/2020/NĐ-CP, PL I, II.7.c)`,
        en: `“${degree}” does not stand before a signer’s name (ND 30/2020/NĐ-CP, Annex I, II.7.c)`,
      },
      fixes: [
        {
          title: { vi: `Bỏ “${degree}”`, en: `Drop “${degree}”` },
          safe: true,
          edits: [{ span: place(length), newText: '' }],
        },
      ],
    });
  },
});
