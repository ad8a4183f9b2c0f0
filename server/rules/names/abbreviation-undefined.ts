import type { Document } from '../../document/document.ts';
import { commonAbbreviations } from '../../norms/commonAbbreviations.ts';
import { pattern } from '../../source/letters.ts';
import { perText } from '../../source/memory.ts';
import type { Line } from '../../source/source.ts';
import { wordFact, wordListOf } from '../lineWords.ts';
import { isRunning, machineParts, proseLines } from '../typography/prose.ts';
import { rule } from '../rule.ts';
import { fragmentSample, letterSample } from '../samples.ts';
import { definitionsIn, definitionsOf } from './abbreviations.ts';

export default rule({
  id: 'abbreviation-undefined',
  severity: 'info',
  fix: 'choice',
  norm: 'NĐ 30/2020/NĐ-CP, Điều 8',
  title: {
    vi: 'Chữ viết tắt chưa được giải thích',
    en: 'An abbreviation is never spelled out',
  },
  why: {
    vi: 'Chữ viết tắt không thông dụng phải được viết đầy đủ ở lần dùng đầu tiên, chữ viết tắt đặt trong ngoặc đơn sau đó. Chữ thông dụng (UBND, HĐND, CNTT, …) thì không cần.',
    en: 'An abbreviation that not everyone knows is written out at its first use, with the abbreviation in brackets after it. Common ones (UBND, HĐND, CNTT, …) need nothing.',
  },
  options: {
    words: {
      kind: 'words',
      default: [],
      about: {
        vi: 'Những chữ viết tắt được coi là thông dụng',
        en: 'Abbreviations that count as common',
      },
    },
  },
  examples: () => [
    {
      bad: fragmentSample('Đề nghị «BQLDTLS» phối hợp; BQLDTLS báo cáo hằng tháng.'),
      fixed: fragmentSample('Đề nghị tên đầy đủ (BQLDTLS) phối hợp; BQLDTLS báo cáo hằng tháng.'),
    },
    { bad: fragmentSample('Xây dựng phần mềm «QLVBĐH» dùng chung.') },
    {
      bad: letterSample({
        body: 'Sở Nội vụ đề nghị các xã, phường cử «TCTCĐSCĐ» tham gia rà soát trước ngày 30/01/2026./.',
      }),
    },
    { good: fragmentSample('UBND xã, CNTT, BHYT, THCS, VNeID và GDĐT.') },
    { good: fragmentSample('Ban Quản lý di tích (BQLDT) phối hợp; BQLDT báo cáo.') },
    {
      good: fragmentSample(
        'Theo Công văn số 15/XYZTU-VP; mục III, phần XIV; VẬN HÀNH HỆ THỐNG QLVBĐH.',
      ),
    },
  ],
  reads: {
    facts: ({ lines }) =>
      lines.flatMap((line) => [
        ...definitionsIn(line).map(({ short }) => [short]),
        ...spelledOut(line),
        ...(isRunning(line) ? strangeIn(line) : none).map(({ short }) => ({ short })),
      ]),
  },
  check(document, report, { options }) {
    const known = new Set([
      ...options.words('words'),
      ...definitionsOf(document).map(({ short }) => short),
      ...spelledIn(document),
    ]);
    for (const line of proseLines(document)) {
      for (const { short, from } of strangeIn(line)) {
        if (known.has(short)) continue;
        known.add(short);
        const span = line.spanOf(from, from + short.length);
        report({
          span,
          message: {
            vi: `Chữ viết tắt “${short}” chưa được giải thích: cần viết đầy đủ ở lần đầu, “tên đầy đủ (${short})” (NĐ 30/2020/NĐ-CP, Điều 8)`,
            en: `The abbreviation “${short}” is never spelled out: expected “full name (${short})” at its first use (ND 30/2020/NĐ-CP, Article 8)`,
          },
          fixes: [
            {
              title: {
                vi: `Thêm chỗ viết: tên đầy đủ (${short})`,
                en: `Make room for the full name: tên đầy đủ (${short})`,
              },
              safe: false,
              edits: [{ span, newText: `tên đầy đủ (${short})` }],
            },
          ],
        });
      }
    }
  },
});

/** Abbreviations that not everybody knows, with where they stand in the line's text. */
const strangeIn = perText((line: Line): readonly { short: string; from: number }[] => {
  const { text } = line;
  if ((wordListOf(line).facts & strange) === 0 || text === text.toUpperCase()) return none;
  const isMachine = machineParts(text);
  const found = [...text.matchAll(abbreviation)].flatMap(({ index, 0: short }) =>
    isKnown(short) || isMachine(index) || isInCapitals(text, index, short.length)
      ? []
      : [{ short, from: index }],
  );
  return found.length === 0 ? none : found;
});

const none: readonly never[] = [];

const abbreviation = pattern.gu`(?<![\p{L}\p{M}\p{N}/\\&.@_-])\p{Lu}[\p{Lu}]{3,11}(?![\p{L}\p{M}\p{N}/&@_-]|\.\p{L})`;
const roman = /^[IVXLCDM]+$/u;

const strange = wordFact(({ text }) => pattern.u`^\p{Lu}{4,12}$`.test(text) && !isKnown(text));

function isKnown(short: string): boolean {
  if (commonAbbreviations.has(short) || roman.test(short)) return true;
  // what has vowels with marks, or reads as a word, is a name in capitals
  const vowels = short.match(/[AEIOUY]/gu)?.length ?? 0;
  return (
    vowels * 3 >= short.length ||
    /[ÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ]/u.test(short) ||
    isMadeOfKnown(short)
  );
}

/** `UBNDT`, `VPHĐND`: known ones put together. */
function isMadeOfKnown(short: string): boolean {
  for (let at = 1; at < short.length; at += 1) {
    const [left, right] = [short.slice(0, at), short.slice(at)];
    const isRight = commonAbbreviations.has(right) || right.length === 1;
    if (commonAbbreviations.has(left) && isRight) return true;
  }
  return false;
}

/** Abbreviations whose full name stands in brackets or after a colon or dash. */
function spelledIn({ lines }: Document): readonly string[] {
  const found: string[] = [];
  for (const line of lines) for (const short of spelledOut(line)) found.push(short);
  return found;
}

const endsInCapitals = wordFact(({ text }) => pattern.u`\p{Lu}{2}$`.test(text));
const leadsToName = /\s*[(:=-]/uy;

const spelledOut = perText((line: Line): readonly string[] => {
  const { text } = line;
  const { words, starts, facts } = wordListOf(line);
  if ((facts & endsInCapitals) === 0) return none;
  const mayBe = words.some((word, at) => {
    if ((word.facts & endsInCapitals) === 0) return false;
    leadsToName.lastIndex = (starts[at] ?? 0) + word.text.length;
    return leadsToName.test(text);
  });
  if (!mayBe) return none;
  const found = text.matchAll(pattern.gu`(\p{Lu}{2,12})\s*(?:\(|:|=|-\s)\s*\p{L}`);
  const shorts = [...found].map(([, short = '']) => short);
  return shorts.length === 0 ? none : shorts;
});

/** Whether a neighbouring word is in capitals too: a heading or a name in capitals. */
function isInCapitals(text: string, at: number, length: number): boolean {
  const before = pattern.u`(\p{L}+)\s+$`.exec(text.slice(Math.max(0, at - 20), at))?.[1] ?? '';
  const after = pattern.u`^\s+(\p{L}+)`.exec(text.slice(at + length, at + length + 20))?.[1] ?? '';
  return [before, after].some((word) => word.length > 1 && word === word.toUpperCase());
}
