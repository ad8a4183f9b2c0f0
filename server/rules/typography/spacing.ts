import type { Document } from '../../document/document.ts';
import { fold } from '../../document/letterCase.ts';
import { pattern } from '../../source/letters.ts';
import type { Line } from '../../source/source.ts';
import type { Span } from '../../source/span.ts';
import { SpanSet } from '../../source/spanSet.ts';
import { citationsOf } from '../citations/mentions.ts';
import { isQuotedInLine } from '../quotations.ts';
import { rule, type Finding, type Localized } from '../rule.ts';
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
  examples: () => [
    {
      bad: fragmentSample('Rà soát«  »hồ sơ« »; tổng hợp kết quả« », báo cáo.'),
      fixed: fragmentSample('Rà soát hồ sơ; tổng hợp kết quả, báo cáo.'),
    },
    {
      bad: fragmentSample('Các xã«,»phường rà soát hồ sơ năm 2026«.»Thời hạn«:»trong tháng 4.'),
      fixed: fragmentSample('Các xã, phường rà soát hồ sơ năm 2026. Thời hạn: trong tháng 4.'),
    },
    {
      bad: letterSample({
        body: 'Sở Nội vụ đề nghị các xã, phường («  »nếu có«  ») gửi “« »Báo cáo rà soát« »” trước ngày 30/01/2026./.',
      }),
      fixed: letterSample({
        body: 'Sở Nội vụ đề nghị các xã, phường (nếu có) gửi “Báo cáo rà soát” trước ngày 30/01/2026./.',
      }),
    },
    {
      bad: fragmentSample('Phòng Tài chính«- »Kế hoạch và UBND«,»HĐND các xã thực hiện.'),
      fixed: fragmentSample('Phòng Tài chính - Kế hoạch và UBND, HĐND các xã thực hiện.'),
    },
    {
      bad: fragmentSample('Rà soát tài liệu« ,»hồ sơ« ;»tổng hợp kết quả.'),
      fixed: fragmentSample('Rà soát tài liệu, hồ sơ; tổng hợp kết quả.'),
    },
    {
      good: fragmentSample('Họ và tên:  An      Chức vụ  Trưởng phòng\n\nGửi ths.Nguyễn Văn An.'),
    },
    {
      good: fragmentSample('Tỷ lệ 3 : 1; ngày  , tháng 4; ( x ) đồng ý; khoản 1,2; điểm a,b.'),
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
    {
      good: fragmentSample('Sửa “hồ sơ,tổng hợp” thành “hồ sơ, tổng hợp”.'),
      note: 'Lời trích giữ nguyên.',
    },
  ],
  reads: { paragraphs: true, parts: ['addressees'] },
  check(document, report) {
    const addressees = new SpanSet((document.addressees?.items ?? []).map(({ span }) => span));
    for (const line of document.lines) {
      if (!addressees.overlaps(line.span)) continue;
      for (const each of besideHyphen(line.text)) reportFault(document, line, each, report);
    }
    const numbers = new SpanSet(citationsOf(document).flatMap(({ number }) => number?.span ?? []));
    for (const line of proseLines(document)) {
      for (const each of faultsIn(line)) {
        if (isQuotedInLine(line, each.from, each.to) && !isAtMark(line.text, each)) continue;
        const span = line.spanOf(each.from, each.to);
        if (!numbers.overlaps(span)) reportFault(document, line, each, report);
      }
    }
  },
});

/** Whether it stands beside a quotation's own marks: `“ Báo cáo ”`. */
function isAtMark(text: string, { from, to }: Fault): boolean {
  return text.charAt(from - 1) === '“' || text.charAt(to) === '”';
}

function reportFault(
  document: Document,
  line: Line,
  { from, to, newText, message, title }: Fault,
  report: (finding: Finding) => void,
): void {
  const span = line.spanOf(from, to);
  if (!isMarkup(document, span))
    report({ span, message, fixes: replacement(span, newText, title) });
}

interface Fault {
  readonly from: number;
  readonly to: number;
  readonly newText: string;
  readonly message: Localized;
  readonly title: Localized;
}

/** What may be wrong, and a sign without which it is not: the sign is looked for in a fraction of the time. */
interface Kind {
  readonly sign: RegExp;
  readonly pattern: RegExp;
}

const blanksBefore: Kind = {
  sign: / [,;.:]/u,
  pattern: pattern.gu`(?<=[\p{L}\p{N}%)”"’]) {1,3}(?=[,;](?:\s|$)|[.:](?:\s|$)(?![.…\s]))`,
};
const noBlankAfter: Kind = {
  sign: pattern.u`[,:]\p{L}\p{L}|;[\p{L}\p{N}]`,
  pattern: pattern.gu`(?<=[\p{L}\p{N})”])(?:,(?=\p{L}{2})|;(?=[\p{L}\p{N}])|:(?=\p{L}{2}))`,
};
/** The mark clings to the wrong word: `tài liệu ,hồ sơ`. */
const wrongSide: Kind = {
  sign: pattern.u` [,;]\p{L}\p{L}`,
  pattern: pattern.gu`(?<=[\p{L}\p{N}%)”"’]) {1,3}[,;](?=\p{L}{2})`,
};
const noBlankBetweenSentences: Kind = {
  sign: pattern.u`\.\p{Lu}\p{Ll}`,
  pattern: pattern.gu`(?<=(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]+|(?<!\d)(?:19|20)\d\d)\.(?=\p{Lu}\p{Ll})`,
};
const blanksInside: Kind = {
  sign: /[(“] | [)”]/u,
  pattern: pattern.gu`(?<=[(“]) {1,3}(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}.%]) {1,3}(?=[)”])`,
};
const blanksBetween: Kind = {
  sign: / {2}/u,
  pattern: pattern.gu`(?<=[\p{L}\p{N},;:.)”%]) {2,3}(?=[\p{L}\p{N}(“])`,
};
const oneSided: Kind = {
  sign: pattern.u` -(?<=\p{Ll} -)\p{L}|- (?<=\p{Ll}- )\p{L}`,
  pattern: pattern.gu`(?<=\p{Ll}) -(?=\p{L}{2})|(?<=\p{Ll})- (?=\p{L})`,
};

/** Every kind of fault that a line is read for. */
export const kinds: readonly Kind[] = [
  blanksBefore,
  noBlankAfter,
  wrongSide,
  noBlankBetweenSentences,
  blanksInside,
  blanksBetween,
  oneSided,
];

const anySign = new RegExp(kinds.map(({ sign }) => sign.source).join('|'), 'u');

/** Words beside a blank that waits for a number or a day. */
const blankToFill = /(?:số|ngày|tháng|năm|lúc|hồi|giờ|quyển|tờ|trang|khóa|kỳ|thứ|:)$/iu;
const afterBlank = /^(?:tháng|năm|giờ|phút|\/)/iu;

function faultsIn({ text }: Line): readonly Fault[] {
  if (!anySign.test(text)) return [];
  const isMachine = machineParts(text);
  const faults = [
    ...fault(text, blanksBefore, '', noBlankBefore).filter(
      ({ from, to }) => !isLeftBlank(text, from, to) && !isRatio(text, from, to),
    ),
    ...fault(text, wrongSide, undefined, blankOnWrongSide)
      .filter(({ from, to }) => !isLeftBlank(text, from, to))
      .map((each) => ({ ...each, newText: each.newText.trimStart() })),
    ...fault(text, blanksInside, '', noBlankInside).filter(
      ({ from, to }) => !isTickBox(text, from, to),
    ),
    // a wide gap sets columns
    ...(/\S {4}/u.test(text) ? [] : fault(text, blanksBetween, ' ', oneBlank)).filter(
      ({ from, to }) => !isLeftBlank(text, from, to),
    ),
    ...fault(text, noBlankAfter, undefined, blankAfter),
    ...fault(text, noBlankBetweenSentences, undefined, blankAfter).filter(({ from }) =>
      endsInSyllable(text.slice(Math.max(0, from - 8), from)),
    ),
    ...besideHyphen(text),
  ];
  return faults.filter(({ from }) => !isMachine(from));
}

function fault(
  text: string,
  { sign, pattern }: Kind,
  newText: string | undefined,
  what: { readonly message: Localized; readonly title: Localized },
): readonly Fault[] {
  if (!sign.test(text)) return [];
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
    newText: newText ?? `${found} `,
    ...what,
  }));
}

/** A hyphen between two words with a space on one side alone: `Tài chính- Kế hoạch`. */
function besideHyphen(text: string): readonly Fault[] {
  return fault(text, oneSided, ' - ', blankBesideHyphen);
}

/** `3 : 1` */
function isRatio(text: string, from: number, to: number): boolean {
  return /\d/u.test(text.charAt(from - 1)) && /^: ?\d/u.test(text.slice(to, to + 3));
}

/** `( x )` */
function isTickBox(text: string, from: number, to: number): boolean {
  return (
    pattern.u`^[\p{L}\d] {1,3}\)`.test(text.slice(to, to + 5)) ||
    pattern.u`\( {1,3}[\p{L}\d]$`.test(text.slice(Math.max(0, from - 5), from))
  );
}

/** Whether the word before is a year, or has a vowel: `ths.Nguyễn` is an abbreviation. */
function endsInSyllable(before: string): boolean {
  return pattern.u`[aeiouy]\p{L}*$|\d$`.test(fold(before));
}

function isLeftBlank(text: string, from: number, to: number): boolean {
  return (
    blankToFill.test(text.slice(Math.max(0, from - 8), from)) ||
    afterBlank.test(text.slice(to, to + 8))
  );
}

/** Whether the place holds more than what a reader sees: Markdown marks between the words. */
function isMarkup({ source }: Document, { start, end }: Span): boolean {
  return !/^(?: +[,;]?|[,;:.]| -|- )$/u.test(source.text.slice(start, end));
}

const noBlankBefore = {
  message: {
    vi: 'Thừa dấu cách trước dấu câu: dấu câu đứng liền sau chữ (NĐ 30/2020/NĐ-CP, PL I, I)',
    en: 'A space stands before the punctuation mark: it follows its word at once (ND 30/2020/NĐ-CP, Annex I, I)',
  },
  title: { vi: 'Bỏ dấu cách', en: 'Drop the space' },
};

const blankOnWrongSide = {
  message: {
    vi: 'Dấu câu dính vào chữ sau: dấu câu đứng liền sau chữ trước và cách chữ tiếp theo một dấu cách (NĐ 30/2020/NĐ-CP, PL I, I)',
    en: 'The punctuation mark clings to the next word: it follows its own word at once and has a space after it (ND 30/2020/NĐ-CP, Annex I, I)',
  },
  title: { vi: 'Đưa dấu câu về sau chữ trước', en: 'Put the mark after its word' },
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

const blankBesideHyphen = {
  message: {
    vi: 'Gạch nối chỉ cách chữ một bên: cần dấu cách ở cả hai bên (NĐ 30/2020/NĐ-CP, PL I, I)',
    en: 'The hyphen has a space on one side alone: expected one on both (ND 30/2020/NĐ-CP, Annex I, I)',
  },
  title: { vi: 'Thêm dấu cách', en: 'Add a space' },
};

const blankAfter = {
  message: {
    vi: 'Thiếu dấu cách sau dấu câu (NĐ 30/2020/NĐ-CP, PL I, I)',
    en: 'A space is missing after the punctuation mark (ND 30/2020/NĐ-CP, Annex I, I)',
  },
  title: { vi: 'Thêm dấu cách', en: 'Add a space' },
};
