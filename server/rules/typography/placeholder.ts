import type { Document } from '../../document/document.ts';
import { asWord } from '../../source/words.ts';
import { isQuotedInLine } from '../quotations.ts';
import { rule } from '../rule.ts';
import { decisionSample, letterSample, planSample } from '../samples.ts';

const blank = (text: string): string =>
  letterSample({
    body: `Sở Nội vụ đề nghị ${text} rà soát công tác văn thư, gửi kết quả trước ngày 30/01/2026./.`,
  });

export default rule({
  id: 'placeholder',
  severity: 'warning',
  fix: 'none',
  norm: 'NĐ 30/2020/NĐ-CP, Điều 8',
  title: {
    vi: 'Chỗ chờ điền còn sót trong văn bản đã hoàn chỉnh',
    en: 'A placeholder is left in a finished document',
  },
  why: {
    vi: 'Văn bản đã có số, ngày và người ký mà vẫn còn “…………”, “[điền tên]”, “xxx” hay “TODO” là còn chỗ quên điền. Bản dự thảo, biểu mẫu và phụ lục để điền thì không nhắc.',
    en: 'A document with its number, date and signer that still holds “…………”, “[điền tên]”, “xxx” or “TODO” has a place forgotten. Drafts, forms and annexes to be filled in are left alone.',
  },
  examples: () => [
    { bad: blank('«…………» các xã, phường') },
    { bad: blank('«[điền tên đơn vị]»') },
    { bad: blank('Phòng «xxx» của các xã, phường') },
    {
      bad: planSample({
        body: '**I. MỤC ĐÍCH, YÊU CẦU**\n\nPhát triển văn hóa đọc trong cộng đồng.\n\n**II. NỘI DUNG**\n\nThời gian từ ngày 21/4/2026, tại «.......» của xã.\n\nKinh phí từ ngân sách xã.\n\n**III. TỔ CHỨC THỰC HIỆN**\n\nPhòng Văn hóa - Xã hội báo cáo kết quả trước ngày 30/4/2026./.',
      }),
    },
    { good: blank('các phòng, ban, trung tâm, ...') },
    { good: blank('các phòng, ban, v.v.... và Đại hội XXX') },
    { good: blank('theo dòng “Tên đơn vị: …………”') },
    {
      good: letterSample({ number: 'Số:      /SNV-VP', body: 'Sở Nội vụ đề nghị ………… rà soát./.' }),
      note: 'Còn là dự thảo.',
    },
    {
      good: decisionSample({
        after:
          '**Phụ lục**\n\n**MẪU BÁO CÁO**\n\n*(Kèm theo Quyết định số 101/QĐ-UBND ngày 20 tháng 4 năm 2026)*\n\nTên đơn vị: …………………………',
      }),
      note: 'Biểu mẫu trong phụ lục.',
    },
  ],
  reads: { paragraphs: true, parts: ['number', 'placeAndDate', 'signature', 'draftMark'] },
  check(document, report) {
    if (isDraft(document)) return;
    for (const line of document.body) {
      const { paragraph, text } = line;
      if (paragraph.kind === 'code' || paragraph.kind === 'tableRow') continue;
      for (const { index, 0: found } of text.matchAll(placeholder)) {
        if (
          isQuotedInLine(line, index, index + found.length) ||
          isEllipsis(text, index) ||
          isRuleLine(text)
        )
          continue;
        report({
          span: line.spanOf(index, index + found.length),
          message: {
            vi: `Còn chỗ chờ điền “${shortened(found)}”: cần điền hoặc bỏ (NĐ 30/2020/NĐ-CP, Điều 8)`,
            en: `The placeholder “${shortened(found)}” is left: fill it in or drop it (ND 30/2020/NĐ-CP, Article 8)`,
          },
        });
      }
    }
  },
});

const placeholder = new RegExp(
  [
    '\\.{4,}',
    '…{2,}',
    '_{3,}',
    '\\[(?:điền|nhập|ghi|chèn|thêm|tên|họ tên|ngày|số)[^\\]\\[]{0,80}\\]',
    asWord('x{3,6}|X{4,6}|TODO|FIXME'),
  ].join('|'),
  'gu',
);

/** A document is finished once it has its number, its whole date and a signer's name. */
function isDraft({ number, placeAndDate, signature, draftMark }: Document): boolean {
  const { day, month, year } = placeAndDate?.date ?? {};
  const dated = day !== undefined && month !== undefined && year !== undefined;
  return !number?.numeral || !dated || !signature?.name || draftMark !== undefined;
}

/** `v.v....` and what else trails off a list. */
function isEllipsis(text: string, at: number): boolean {
  return /(?:v\.? ?v\.?|[,;] ?)$/u.test(text.slice(Math.max(0, at - 5), at));
}

/** A line of nothing but marks is drawn. */
function isRuleLine(text: string): boolean {
  return /^[\s_]+$/u.test(text);
}

function shortened(text: string): string {
  return text.slice(0, 20);
}
