import type { Document } from '../../document/document.ts';
import { pattern } from '../../source/letters.ts';
import type { Line } from '../../source/source.ts';
import { isQuotedInLine } from '../quotations.ts';
import { rule } from '../rule.ts';
import { fragmentSample, letterSample } from '../samples.ts';
import { machineParts, proseLines, replacement } from './prose.ts';

export default rule({
  id: 'time-format',
  severity: 'info',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, Điều 8',
  title: { vi: 'Giờ ghi tắt trong câu', en: 'A time of day abbreviated in running text' },
  why: {
    vi: 'Trong câu, giờ ghi đủ chữ: 7 giờ 30 phút. Các cách ghi 7h30, 7g30, 20 giờ 45’ thường bị sửa lại. Bảng giờ giấc được giữ cách ghi 7h30 nếu ghi thống nhất.',
    en: 'In running text a time is written out: 7 giờ 30 phút. Reviewers change 7h30, 7g30 and 20 giờ 45’. A timetable may keep 7h30 throughout.',
  },
  examples: () => [
    {
      bad: fragmentSample('Khai mạc lúc «7h30», bế mạc lúc «20 giờ 45’» cùng ngày.'),
      fixed: fragmentSample('Khai mạc lúc 7 giờ 30 phút, bế mạc lúc 20 giờ 45 phút cùng ngày.'),
    },
    {
      bad: fragmentSample('Từ «07g30» đến «11h»; gửi báo cáo trước «16h00» ngày 30/4/2026.'),
      fixed: fragmentSample(
        'Từ 07 giờ 30 phút đến 11 giờ; gửi báo cáo trước 16 giờ 00 phút ngày 30/4/2026.',
      ),
    },
    {
      bad: letterSample({
        body: 'Sở Nội vụ tổ chức họp lúc «8h» ngày 20/01/2026 để thống nhất việc rà soát công tác văn thư./.',
      }),
      fixed: letterSample({
        body: 'Sở Nội vụ tổ chức họp lúc 8 giờ ngày 20/01/2026 để thống nhất việc rà soát công tác văn thư./.',
      }),
    },
    {
      bad: fragmentSample(
        'Sáng từ «7h30 phút» đến «11h», chiều từ «13h»-«17h», họp lúc «14:00» ngày 21/4/2026.',
      ),
      fixed: fragmentSample(
        'Sáng từ 7 giờ 30 phút đến 11 giờ, chiều từ 13 giờ-17 giờ, họp lúc 14 giờ 00 phút ngày 21/4/2026.',
      ),
    },
    { good: fragmentSample('Tỷ lệ 7:30; theo mã A-7h30; bóng đá 3:02.') },
    { good: fragmentSample('Khai mạc lúc 7 giờ 30 phút ngày 21/4/2026.') },
    {
      good: fragmentSample('| Giờ | Việc |\n|---|---|\n| 7h30 | Đón khách |\n| 8h00 | Khai mạc |'),
      note: 'Bảng giờ giấc.',
    },
    { good: fragmentSample('Trực 24/24h; gói cước 5G; cân 50g; mã A7h30; điểm h khoản 2.') },
    {
      good: fragmentSample('Sửa “hoàn thành lúc 8h30” thành “hoàn thành lúc 8 giờ 30 phút”.'),
      note: 'Lời trích giữ nguyên.',
    },
  ],
  reads: { paragraphs: true },
  check(document, report) {
    for (const line of proseLines(document)) {
      for (const { from, to, expected } of timesIn(line)) {
        if (isQuotedInLine(line, from, to)) continue;
        const span = line.spanOf(from, to);
        const typed = line.text.slice(from, to);
        if (!isPlain(document, span.start, typed)) continue;
        report({
          span,
          message: {
            vi: `Giờ “${typed}” ghi tắt: trong câu cần “${expected}” (NĐ 30/2020/NĐ-CP, Điều 8)`,
            en: `The time “${typed}” is abbreviated: expected “${expected}” in running text (ND 30/2020/NĐ-CP, Article 8)`,
          },
          fixes: replacement(span, expected, {
            vi: `Sửa thành “${expected}”`,
            en: `Change to “${expected}”`,
          }),
        });
      }
    }
  },
});

interface Time {
  readonly from: number;
  readonly to: number;
  readonly expected: string;
}

/** `7h30`, `7g30`, `16h` with what says that it is a time of day and not an amount. */
const short = pattern.gu`(?<![\p{L}\p{M}\p{N}./])(?<hour>[01]?\d|2[0-4])(?:[hHg](?<minute>[0-5]\d)(?:['’′]|p| ?phút)?|[hH])(?![\p{L}\p{M}\p{N}/]| ?[0-5]\d(?!\p{N}))`;
const primed = pattern.gu`(?<![\p{L}\p{M}\p{N}./-])(?<hour>[01]?\d|2[0-4]) giờ (?<minute>[0-5]?\d)\s?['’′](?![\p{L}\p{M}\p{N}])`;
const colon = pattern.gu`(?<=(?:lúc|hồi) )(?<hour>[01]?\d|2[0-3]):(?<minute>[0-5]\d)(?![\p{L}\p{M}\p{N}:/]|\.\d)`;
const timeBefore =
  /(?:lúc|hồi|từ|đến|trước|sau|khoảng|vào|,|;|\(|(?:\d[hH]\d{0,2}|giờ|phút) ?[-–])\s*$/iu;

function timesIn({ text }: Line): readonly Time[] {
  if (!/\d\s?(?:[hHg:]|giờ)/u.test(text)) return [];
  const isMachine = machineParts(text);
  const found = [...text.matchAll(short), ...text.matchAll(primed), ...text.matchAll(colon)];
  return found
    .flatMap((match) => {
      const { hour = '', minute } = match.groups ?? {};
      const from = match.index;
      const before = text.slice(Math.max(0, from - 16), from);
      // `8h` alone may be a length of time or a rank of something
      if (minute === undefined && !timeBefore.test(before)) return [];
      // part of a code, `A-7h30`, but not the end of `7h-11h`
      if (/[-–]$/u.test(before) && !/\d[hHg]\d{0,2}[-–]$/u.test(before)) return [];
      if (isMachine(from)) return [];
      const expected = minute === undefined ? `${hour} giờ` : `${hour} giờ ${minute} phút`;
      return [{ from, to: from + match[0].length, expected }];
    })
    .sort((a, b) => a.from - b.from);
}

/** Whether the file has these very characters there, with no marks between. */
function isPlain({ source }: Document, start: number, typed: string): boolean {
  return source.text.startsWith(typed, start);
}
