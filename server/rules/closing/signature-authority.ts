import type { Document } from '../../document/document.ts';
import { isCollective, isDeputy, isHeadRun } from '../../norms/signers.ts';
import { span } from '../../source/span.ts';
import { rule, type Finding } from '../rule.ts';
import { decisionSample, frontMatterPlanSample, letterSample, planSample } from '../samples.ts';

const signed = (lines: string): string => `**${lines}**\n\n**Trần Văn Bình**`;

export default rule({
  id: 'signature-authority',
  severity: 'warning',
  fix: 'choice',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.7.b',
  title: {
    vi: 'Quyền hạn người ký ghi chưa đúng',
    en: 'The signer’s authority is not given right',
  },
  why: {
    vi: 'Ký thay mặt tập thể ghi TM. trước tên tập thể; ký thay cấp trưởng ghi KT. và chức vụ cấp phó ở dưới. Cơ quan theo chế độ thủ trưởng (sở, phòng, trường) thì người đứng đầu ký bằng chức vụ, không ghi TM.',
    en: 'Who signs for a collective puts TM. before its name; who signs for the head puts KT. and the deputy’s title below. In a body run by its head (department, office, school) the head signs by title, without TM.',
  },
  examples: [
    {
      bad: planSample({ signature: signed('«CHỦ TỊCH»') }),
      fixed: planSample(),
    },
    { bad: letterSample({ signature: signed('«TM. SỞ NỘI VỤ»\nGIÁM ĐỐC') }) },
    { bad: letterSample({ signature: signed('KT. GIÁM ĐỐC\n«GIÁM ĐỐC»') }) },
    { good: planSample() },
    { good: letterSample() },
    { good: decisionSample(), note: 'Chủ tịch ký quyết định của mình.' },
    { good: planSample({ signature: signed('KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH') }) },
    { good: planSample({ signature: signed('TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH') }) },
    {
      good: letterSample({
        signature: signed('TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG'),
      }),
    },
    { good: frontMatterPlanSample() },
  ],
  check(document, report) {
    const finding =
      bareHeadOfCollective(document) ??
      collectiveMarkOfHeadRun(document) ??
      headWithoutDeputy(document);
    if (finding) report(finding);
  },
});

/** `CHỦ TỊCH` alone under a plan or resolution of the committee. */
function bareHeadOfCollective(document: Document): Finding | undefined {
  const { signature, issuer, type } = document;
  const title = signature?.title;
  if (!signature || !title || !issuer || signature.authorities.length > 0) return undefined;
  if (!isCollective(issuer.text) || isDeputy(title.text) || title.text !== 'CHỦ TỊCH')
    return undefined;
  if (type?.id !== 'ke-hoach' && type?.id !== 'nghi-quyet') return undefined;
  const body = /^(?:UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN)/u.test(issuer.text)
    ? 'ỦY BAN NHÂN DÂN'
    : 'HỘI ĐỒNG NHÂN DÂN';
  return {
    span: title.span,
    message: {
      vi: `Thiếu “TM. ${body}” trên “${title.text}”: văn bản của tập thể ký thay mặt tập thể (NĐ 30/2020/NĐ-CP, PL I, II.7.b)`,
      en: `No “TM. ${body}” above “${title.text}”: a collective’s document is signed on its behalf (ND 30/2020/NĐ-CP, Annex I, II.7.b)`,
    },
    fixes: [
      {
        title: { vi: `Thêm “TM. ${body}”`, en: `Add “TM. ${body}”` },
        safe: false,
        edits: [{ span: span(title.span.start, title.span.start), newText: `TM. ${body}\n` }],
      },
    ],
  };
}

/** `TM.` where the body is run by its head. */
function collectiveMarkOfHeadRun(document: Document): Finding | undefined {
  const mark = document.signature?.authorities.find(({ kind }) => kind === 'TM');
  if (
    !mark ||
    !document.issuer ||
    !isHeadRun(document.issuer.text) ||
    isCollective(mark.holder.text)
  ) {
    return undefined;
  }
  return {
    span: mark.span,
    message: {
      vi: `Không ghi “TM.” ở đây: ${document.issuer.text} theo chế độ thủ trưởng, người đứng đầu ký bằng chức vụ (NĐ 30/2020/NĐ-CP, PL I, II.7.b)`,
      en: `No “TM.” here: ${document.issuer.text} is run by its head, who signs by title (ND 30/2020/NĐ-CP, Annex I, II.7.b)`,
    },
  };
}

/** `KT.` with the head's own title under it. */
function headWithoutDeputy(document: Document): Finding | undefined {
  const { signature } = document;
  const last = signature?.authorities.at(-1);
  const title = signature?.title;
  if (!last || last.kind !== 'KT' || !title || isDeputy(title.text)) return undefined;
  if (title.text !== last.holder.text) return undefined;
  return {
    span: title.span,
    message: {
      vi: `Dưới “${last.text}” cần chức vụ của cấp phó (NĐ 30/2020/NĐ-CP, PL I, II.7.b)`,
      en: `A deputy’s title is expected under “${last.text}” (ND 30/2020/NĐ-CP, Annex I, II.7.b)`,
    },
    fixes: [
      {
        title: { vi: `Viết “PHÓ ${title.text}”`, en: `Write “PHÓ ${title.text}”` },
        safe: false,
        edits: [{ span: title.span, newText: `PHÓ ${title.text}` }],
      },
    ],
  };
}
