import type { Document } from '../../document/document.ts';
import { span, type Edit } from '../../source/span.ts';
import { isCapitals } from '../../document/letterCase.ts';
import { columnsOf } from '../../document/segments.ts';
import { isNameLine, startsSignature } from '../../document/signature.ts';
import { documentType } from '../../norms/documentTypes.ts';
import { isCollective } from '../../norms/signers.ts';
import { pattern } from '../../source/letters.ts';
import { issuerName } from '../head/issuerName.ts';
import { rule } from '../rule.ts';
import { decisionSample, frontMatterPlanSample, letterSample, planSample } from '../samples.ts';
import { isDraft } from './endingPlace.ts';

export default rule({
  id: 'signature-missing',
  severity: 'error',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, II.7',
  title: { vi: 'Thiếu chức vụ, họ tên người ký', en: 'No signer’s title or name' },
  why: {
    vi: 'Văn bản phải ghi quyền hạn, chức vụ và họ tên người ký ngang với Nơi nhận. Thiếu khối ký, văn thư không trình ký và không đóng dấu được.',
    en: 'A document gives the authority, title and name of its signer level with the recipients. Without them it can be neither submitted nor sealed.',
  },
  examples: () => [
    {
      bad: planSample({ signature: '', recipients: '**«Nơi nhận:»**\n\n- Lưu: VT, VHXH.' }),
      fixed: planSample({
        signature: '**TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH**\n\n**Họ và tên**',
        recipients: '**Nơi nhận:**\n\n- Lưu: VT, VHXH.',
      }),
    },
    { bad: letterSample({ signature: '' }).replace('Nơi nhận:', '«Nơi nhận:»') },
    { bad: letterSample({ signature: '**«GIÁM ĐỐC»**' }), note: 'Thiếu họ tên.' },
    {
      bad: planSample({
        number: 'Số:     /KH-UBND',
        signature: '**TM. ỦY BAN NHÂN DÂN\n«CHỦ TỊCH»**',
      }),
      note: 'Dự thảo chưa có số: chỉ nhắc nhẹ.',
    },
    { good: planSample() },
    { good: letterSample() },
    {
      good: letterSample({
        agency: 'BỘ CÔNG AN\n**CÔNG AN TỈNH PHÚ THỌ**',
        signature: '**GIÁM ĐỐC**\n\n**Thiếu tướng Lê Văn Hòa**',
      }),
      note: 'Lực lượng vũ trang ghi cấp bậc.',
    },
    {
      good: letterSample({
        agency: 'SỞ Y TẾ PHÚ THỌ\n**BỆNH VIỆN ĐA KHOA TỈNH**',
        number: 'Số: 215/BVĐK-VP',
        body: 'Bệnh viện Đa khoa tỉnh đề nghị Ủy ban nhân dân các xã, phường phối hợp, gửi kết quả về Bệnh viện trước ngày 30/01/2026./.',
        signature: '**GIÁM ĐỐC**\n\n**BSCKII. Lê Thị Hoa**',
      }),
      note: 'Y tế ghi học vị, chuyên khoa theo quy định của ngành.',
    },
    { good: decisionSample() },
    { good: planSample({ signature: '**T/M ỦY BAN NHÂN DÂN\nCHỦ TỊCH**\n\n**Trần Văn Bình**' }) },
    {
      good: planSample({ signature: '**ĐD. ỦY BAN NHÂN DÂN\nCHỦ TỊCH**\n\n**Trần Văn Bình**' }),
      note: 'Khối ký có đó, chỉ viết lạ: không thêm khối thứ hai.',
    },
    {
      good: frontMatterPlanSample({ 'chức vụ': 'CHỦ TỊCH', 'người ký': 'Trần Văn Bình' }),
    },
  ],
  reads: { edges: true },
  check(document, report) {
    const { signature, recipients, type } = document;
    if (!type || documentType(type.id).signature !== 'one') return;
    const severity = isDraft(document) ? { severity: 'hint' as const } : {};
    if (signature) {
      if (signature.name || hasNamePlace(document)) return;
      report({
        ...severity,
        span: (signature.title ?? signature).span,
        message: {
          vi: 'Thiếu họ và tên người ký: cần ghi dưới chức vụ (NĐ 30/2020/NĐ-CP, PL I, II.7.c)',
          en: 'No signer’s name: it is expected under the title (ND 30/2020/NĐ-CP, Annex I, II.7.c)',
        },
      });
      return;
    }
    if (!recipients || hasUnreadSigner(document)) return;
    report({
      ...severity,
      span: (recipients.label ?? recipients).span,
      message: {
        vi: 'Thiếu chức vụ, họ tên người ký: cần khối ký ngang với Nơi nhận (NĐ 30/2020/NĐ-CP, PL I, II.7)',
        en: 'No signer: a block with title and name is expected level with the recipients (ND 30/2020/NĐ-CP, Annex I, II.7)',
      },
      fixes: insertion(document),
    });
  },
});

function insertion(
  document: Document,
): readonly { title: { vi: string; en: string }; safe: true; edits: readonly Edit[] }[] {
  const { recipients } = document;
  const body = signerLines(document);
  if (
    !recipients?.label ||
    body === undefined ||
    closingTexts(document).some((text) => startsSignature(text) || isNameLine(text))
  )
    return [];
  const last = document.lines.findLast(({ span: place }) => place.start < recipients.span.end);
  const at = last?.paragraph.outer.end ?? recipients.span.end;
  return [
    {
      title: { vi: 'Thêm khối ký', en: 'Add the signer’s block' },
      safe: true,
      edits: [{ span: span(at, at), newText: `\n\n**${body}**\n\n**Họ và tên**` }],
    },
  ];
}

/** How many lines about the body's end a signer's block is looked for in, and how many under the recipients. */
const reach = { above: 8, below: 48, underRecipients: 14 };

/** The texts about the recipients, column by column; those of the recipients themselves among them. */
function closingTexts({ recipients, source, lineRange, bodyRange }: Document): readonly string[] {
  const lines = source.linesBetween(
    Math.max(lineRange.from, bodyRange.to - reach.above),
    Math.min(lineRange.to, bodyRange.to + reach.below),
  );
  const end = recipients?.span.end ?? 0;
  const last = lines.findLastIndex(({ span: place }) => place.start < end);
  return lines
    .slice(0, last + 1 + reach.underRecipients)
    .flatMap(({ text }) => columnsOf(text).map(({ from, to }) => text.slice(from, to).trim()))
    .filter((text) => text !== '');
}

/** Whether a title and a name are there in a form that is not known, such as `ĐD. ỦY BAN NHÂN DÂN`. */
function hasUnreadSigner(document: Document): boolean {
  const texts = closingTexts(document);
  return texts.some(
    (text, at) => isTitleLike(text) && texts.slice(at + 1, at + 6).some((each) => isNameLine(each)),
  );
}

function isTitleLike(text: string): boolean {
  return isCapitals(text) && pattern.u`^\p{L}\S*\s.*[^;,.:]$`.test(text) && text.length <= 90;
}

/** Whether the block still holds the words that stand for a name, or a name after titles that are not known. */
function hasNamePlace(document: Document): boolean {
  const end = document.signature?.span.end ?? 0;
  const below = document.lines.filter(({ span: place }) => place.start >= end).slice(0, 3);
  return below.some(({ text }) => {
    const line = text.trim();
    return /^họ (?:và )?tên$/iu.test(line) || isNameLine(withoutTitles(line));
  });
}

/** What follows the last dot or comma: the name after degrees, honours or ranks, however they are written. */
function withoutTitles(line: string): string {
  return line.slice(Math.max(line.lastIndexOf('. '), line.lastIndexOf(', ')) + 1).trimStart();
}

function signerLines(document: Document): string | undefined {
  const issuer = (issuerName(document) ?? '').toUpperCase();
  if (/^(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND)/u.test(issuer)) {
    const { type } = document;
    return type && documentType(type.id).signedOnBehalf
      ? 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH'
      : 'CHỦ TỊCH';
  }
  if (isCollective(issuer)) return undefined;
  if (issuer.startsWith('SỞ ')) return 'GIÁM ĐỐC';
  if (issuer.startsWith('PHÒNG ')) return 'TRƯỞNG PHÒNG';
  return issuer.startsWith('TRƯỜNG ') ? 'HIỆU TRƯỞNG' : undefined;
}
