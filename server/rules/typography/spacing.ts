import type { Document } from '../../document/document.ts';
import type { Line } from '../../source/source.ts';
import { overlaps, type Span } from '../../source/span.ts';
import { citationsOf } from '../citations/mentions.ts';
import { rule, type Localized } from '../rule.ts';
import { fragmentSample, letterSample } from '../samples.ts';
import { machineParts, proseLines, replacement } from './prose.ts';

export default rule({
  id: 'spacing',
  severity: 'warning',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, I',
  title: { vi: 'Dấu cách thừa hoặc thiếu', en: 'A space too many or too few' },
  why: {
    vi: 'Dấu câu đứng liền sau chữ và cách chữ tiếp theo một dấu cách; trong ngoặc không có dấu cách ở hai đầu; giữa hai từ chỉ một dấu cách. Chỗ để trống chờ điền và chỗ căn cột thì không nhắc.',
    en: 'A punctuation mark follows its word at once and has one space after it; brackets have none inside; one space parts two words. Blanks left to be filled in and columns are left alone.',
  },
  examples: [
    {
      bad: fragmentSample('Rà soát«  »hồ sơ« »; tổng hợp kết quả« », báo cáo.'),
      fixed: fragmentSample('Rà soát hồ sơ; tổng hợp kết quả, báo cáo.'),
    },
    {
      bad: fragmentSample('Các xã«,»phường rà soát hồ sơ«.»Thời hạn«:»trong tháng 4.'),
      fixed: fragmentSample('Các xã, phường rà soát hồ sơ. Thời hạn: trong tháng 4.'),
    },
    {
      bad: letterSample({
        body: 'Sở Nội vụ đề nghị các xã, phường («  »nếu có«  ») gửi “« »Báo cáo rà soát« »” trước ngày 30/01/2026./.',
      }),
      fixed: letterSample({
        body: 'Sở Nội vụ đề nghị các xã, phường (nếu có) gửi “Báo cáo rà soát” trước ngày 30/01/2026./.',
      }),
    },
    { good: fragmentSample('Rà soát hồ sơ; tổng hợp: 1.250,5 triệu đồng, lúc 7:30, tỷ lệ 3:1.') },
    {
      good: fragmentSample(
        'Gửi về snv@phutho.gov.vn, xem https://phutho.gov.vn/a,b:c, tệp mau.docx.',
      ),
    },
    {
      good: fragmentSample(
        'TP.HCM, PGS.TS Nguyễn Văn A, Đ/c Nam, v.v..., ngày    tháng 4 năm 2026.',
      ),
    },
    { good: fragmentSample('Theo Kế hoạch số     /KH-UBND; họ tên: ...... ; xem điểm a, b.') },
  ],
  check(document, report) {
    const numbers = citationsOf(document).flatMap(({ number }) => number?.span ?? []);
    for (const line of proseLines(document)) {
      for (const { from, to, newText, message, title } of faultsIn(line)) {
        const span = line.spanOf(from, to);
        if (isMarkup(document, span) || numbers.some((other) => overlaps(other, span))) continue;
        report({ span, message, fixes: replacement(span, newText, title) });
      }
    }
  },
});

interface Fault {
  readonly from: number;
  readonly to: number;
  readonly newText: string;
  readonly message: Localized;
  readonly title: Localized;
}

const blanksBefore = /(?<=[\p{L}\p{N}%)”"’]) {1,3}(?=[,;](?:\s|$)|[.:](?:\s|$)(?![.…\s]))/gu;
const noBlankAfter = /(?<=[\p{Ll}\p{N})”])(?:,(?=\p{L})|;(?=[\p{L}\p{N}])|:(?=\p{L}{2}))/gu;
const noBlankBetweenSentences = /(?<=(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]+)\.(?=\p{Lu}\p{Ll})/gu;
const blanksInside = /(?<=[(“]) {1,3}(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}.%]) {1,3}(?=[)”])/gu;
const blanksBetween = /(?<=[\p{L}\p{N},;:.)”%]) {2,3}(?=[\p{L}\p{N}(“])/gu;

/** Words beside a blank that waits for a number or a day. */
const blankToFill = /(?:số|ngày|tháng|năm|lúc|hồi|giờ|quyển|tờ|trang|khóa|kỳ|thứ|:)$/iu;
const afterBlank = /^(?:tháng|năm|giờ|phút|\/)/iu;

function faultsIn({ text }: Line): readonly Fault[] {
  if (!/ {2}| [,;:.)”]|[(“] |[,;:.][\p{L}\p{N}]/u.test(text)) return [];
  const isMachine = machineParts(text);
  const faults = [
    ...fault(text, blanksBefore, '', noBlankBefore),
    ...fault(text, blanksInside, '', noBlankInside),
    ...fault(text, blanksBetween, ' ', oneBlank).filter(
      ({ from, to }) => !isLeftBlank(text, from, to),
    ),
    ...[noBlankAfter, noBlankBetweenSentences].flatMap((pattern) =>
      fault(text, pattern, undefined, blankAfter),
    ),
  ];
  return faults.filter(({ from }) => !isMachine(from));
}

function fault(
  text: string,
  pattern: RegExp,
  newText: string | undefined,
  what: { readonly message: Localized; readonly title: Localized },
): readonly Fault[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
    newText: newText ?? `${found} `,
    ...what,
  }));
}

function isLeftBlank(text: string, from: number, to: number): boolean {
  return blankToFill.test(text.slice(0, from)) || afterBlank.test(text.slice(to));
}

/** Whether the place holds more than what a reader sees: Markdown marks between the words. */
function isMarkup({ source }: Document, { start, end }: Span): boolean {
  return !/^(?: +|[,;:.])$/u.test(source.text.slice(start, end));
}

const noBlankBefore = {
  message: {
    vi: 'Thừa dấu cách trước dấu câu: dấu câu đứng liền sau chữ (NĐ 30/2020/NĐ-CP, PL I, I)',
    en: 'A space stands before the punctuation mark: it follows its word at once (ND 30/2020/NĐ-CP, Annex I, I)',
  },
  title: { vi: 'Bỏ dấu cách', en: 'Drop the space' },
};

const noBlankInside = {
  message: {
    vi: 'Thừa dấu cách bên trong ngoặc: chữ đứng liền dấu ngoặc (NĐ 30/2020/NĐ-CP, PL I, I)',
    en: 'A space stands inside the brackets or quotation marks: none is expected (ND 30/2020/NĐ-CP, Annex I, I)',
  },
  title: { vi: 'Bỏ dấu cách', en: 'Drop the space' },
};

const oneBlank = {
  message: {
    vi: 'Thừa dấu cách: giữa hai từ chỉ có một dấu cách (NĐ 30/2020/NĐ-CP, PL I, I)',
    en: 'More than one space: one parts two words (ND 30/2020/NĐ-CP, Annex I, I)',
  },
  title: { vi: 'Để một dấu cách', en: 'Leave one space' },
};

const blankAfter = {
  message: {
    vi: 'Thiếu dấu cách sau dấu câu (NĐ 30/2020/NĐ-CP, PL I, I)',
    en: 'A space is missing after the punctuation mark (ND 30/2020/NĐ-CP, Annex I, I)',
  },
  title: { vi: 'Thêm dấu cách', en: 'Add a space' },
};
