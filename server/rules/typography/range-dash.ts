import { pattern } from '../../source/letters.ts';
import { perText } from '../../source/memory.ts';
import { contains, type Span } from '../../source/span.ts';
import { SpanSet } from '../../source/spanSet.ts';
import type { Document } from '../../document/document.ts';
import { unplacedMentions } from '../../document/mentions.ts';
import { wordKey } from '../../document/tokens.ts';
import data from '../../norms/data/typography-compounds.json' with { type: 'json' };
import type { Line, Paragraph } from '../../source/source.ts';
import { isQuotedInLine } from '../quotations.ts';
import { rule } from '../rule.ts';
import { fragmentSample, letterSample } from '../samples.ts';
import { machineParts, replacement } from './prose.ts';

export default rule({
  id: 'range-dash',
  severity: 'info',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL III',
  title: {
    vi: 'Gạch ngang dài ở chỗ cần gạch nối',
    en: 'A long dash where the norm has a hyphen',
  },
  why: {
    vi: 'Các mẫu của Nghị định dùng gạch nối có dấu cách hai bên: nhiệm kỳ 2025 - 2030. Gạch ngang dài do phần mềm tự đổi là thứ người duyệt sửa lại nhiều nhất; khoảng năm thì viết một kiểu trong cả văn bản.',
    en: 'The decree’s forms have a hyphen with a space on both sides: nhiệm kỳ 2025 - 2030. The long dash that word processors put in is what reviewers change most; ranges of years are written one way throughout.',
  },
  examples: () => [
    {
      bad: fragmentSample('Nhiệm kỳ 2025 «–» 2030 của Hiệp hội.'),
      fixed: fragmentSample('Nhiệm kỳ 2025 - 2030 của Hiệp hội.'),
    },
    {
      bad: fragmentSample('Nhiệm vụ kinh tế «–» xã hội giai đoạn 2021«–»2025 và 2026-2030.'),
      fixed: fragmentSample('Nhiệm vụ kinh tế - xã hội giai đoạn 2021-2025 và 2026-2030.'),
    },
    {
      bad: fragmentSample('Giai đoạn 2021 «–» 2025, phấn đấu đạt 10«–»15% mỗi năm.'),
      fixed: fragmentSample('Giai đoạn 2021 - 2025, phấn đấu đạt 10 - 15% mỗi năm.'),
    },
    {
      bad: letterSample({ title: 'V/v tổ chức giải Vovinam «–» Việt Võ đạo năm 2026' }),
      fixed: letterSample({ title: 'V/v tổ chức giải Vovinam - Việt Võ đạo năm 2026' }),
    },
    {
      bad: fragmentSample('Nhiệm kỳ 2020 - 2025 đã hết; bầu Ban Chấp hành nhiệm kỳ 2025«-»2030.'),
      fixed: fragmentSample('Nhiệm kỳ 2020 - 2025 đã hết; bầu Ban Chấp hành nhiệm kỳ 2025 - 2030.'),
    },
    { good: fragmentSample('Nhiệm kỳ 2025 - 2030 của Hiệp hội.') },
    { good: fragmentSample('Giai đoạn 2021-2025 và giai đoạn 2026-2030.') },
    { good: fragmentSample('Giai đoạn 2021 - 2025; năm học 2025-2026; niên khóa 2024-2028.') },
    {
      good: fragmentSample('Chuyển đổi số – động lực mới – cần được mọi người hưởng ứng.'),
      note: 'Lời chú thêm trong câu.',
    },
    { good: fragmentSample('– Rà soát hồ sơ;\n\n– Tổng hợp kết quả.') },
    {
      good: fragmentSample('Năm học 2025-2026, theo Kế hoạch số 12/KH-UBND, xem https://a.vn/b–c.'),
    },
    {
      good: fragmentSample('Sửa “giai đoạn 2021 – 2025” thành “giai đoạn 2021 - 2025”.'),
      note: 'Lời trích giữ nguyên.',
    },
  ],
  reads: {
    facts: dashFacts,
    parts: ['nationalTitle', 'motto', 'number', 'placeAndDate', 'recipients'],
  },
  check(document, report) {
    const spaced = hasSpacedYears(document) ? 'spaced' : 'tight';
    const places = document.lines.flatMap((line) =>
      dashesIn(line)[spaced].map(({ index, apart }) => ({ line, index, apart })),
    );
    const skipped = new SpanSet(places.length === 0 ? [] : ownedByOthers(document));
    for (const { line, index, apart } of places) {
      const span = line.spanOf(index, index + 1);
      if (isQuotedInLine(line, index, index + 1) || skipped.overlaps(span)) continue;
      const before = !apart || line.text.charAt(index - 1) === ' ' ? '' : ' ';
      const after = !apart || line.text.charAt(index + 1) === ' ' ? '' : ' ';
      const expected = apart
        ? {
            vi: 'gạch nối có dấu cách hai bên “ - ”',
            en: 'A hyphen with a space on both sides “ - ”',
          }
        : { vi: 'gạch nối “-”', en: 'A hyphen “-”' };
      report({
        span,
        message: {
          vi: `Dấu gạch ở đây cần là ${expected.vi} (NĐ 30/2020/NĐ-CP, PL III)`,
          en: `${expected.en} is expected here (ND 30/2020/NĐ-CP, Annex III)`,
        },
        fixes: replacement(span, `${before}-${after}`, {
          vi: `Sửa thành “${apart ? ' - ' : '-'}”`,
          en: `Change to “${apart ? ' - ' : '-'}”`,
        }),
      });
    }
  },
});

const longDash = /[–—]/gu;
const tightYears = pattern.gu`(?<![\d\p{L}/.,–-]|[–-] )(?:19|20)\d\d([-–—])(?:19|20)\d\d(?!\d|[/–-]|\.\d)`;
const spacedYears = /(?<!\d)(?:19|20)\d\d [-–—] (?:19|20)\d\d(?!\d)/gu;
const schoolYear = /(?:năm học|niên học|niên khóa|niên khoá) $/iu;

interface Dash {
  readonly index: number;
  /** Whether a space belongs on both sides. */
  readonly apart: boolean;
}

/** The dashes to mend in a document that writes most ranges of years with spaces, and in one that does not. */
const dashesIn = perText(
  ({ paragraph, text }: Line): Readonly<Record<'spaced' | 'tight', readonly Dash[]>> => {
    if (paragraph.kind === 'code' || !/[–—]|\d-\d/u.test(text)) return noDashes;
    const isMachine = machineParts(text);
    const inText = (spaced: boolean): readonly Dash[] =>
      dashesOf(text, spaced).filter(({ index }) => !isMachine(index));
    return { spaced: inText(true), tight: inText(false) };
  },
);

/** The dashes of a paragraph with the characters beside them, its ranges of years, and what else owns dashes. */
function dashFacts(paragraph: Paragraph): readonly unknown[] {
  const facts = paragraph.lines.flatMap((line): readonly unknown[] => {
    const { spaced, tight } = dashesIn(line);
    const places = [spaced, tight].map((dashes) =>
      dashes.map(({ index, apart }) => [
        apart,
        line.text.slice(index - 1, index + 2),
        isQuotedInLine(line, index, index + 1),
      ]),
    );
    return [yearsIn(line), ...places, holdsMotto(line)];
  });
  const numbers = unplacedMentions(paragraph).citations.map(({ number }) => number?.text);
  return [...facts, ...numbers];
}

const noDashes = { spaced: [], tight: [] };

function dashesOf(text: string, spaced: boolean): readonly Dash[] {
  const tight = [...text.matchAll(tightYears)].map(({ index, 1: mark = '' }) => ({
    index: index + 4,
    long: mark !== '-',
    apart: spaced && !isSchoolYear(text, index),
  }));
  const long = [...text.matchAll(longDash)].filter(
    ({ index }) =>
      !tight.some((other) => other.index === index) &&
      isBetweenWords(text, index) &&
      !opensRemark(text, index),
  );
  return [
    ...long.map(({ index }) => ({ index, apart: true })),
    ...tight.filter((dash) => dash.long || dash.apart),
  ].sort((a, b) => a.index - b.index);
}

function isSchoolYear(text: string, at: number): boolean {
  return schoolYear.test(text.slice(Math.max(0, at - 10), at));
}

/** Whether most of the document's ranges of years have spaces; school years, often written tight, are left out. */
function hasSpacedYears({ lines }: Document): boolean {
  let apart = 0;
  let tight = 0;
  for (const line of lines) {
    const years = yearsIn(line);
    apart += years.apart;
    tight += years.tight;
  }
  return apart > 0 && apart >= tight;
}

/** How many ranges of years a line has with spaces and without. */
const yearsIn = perText(({ text }: Line): { apart: number; tight: number } => {
  if (!/\d ?[-–—] ?\d/u.test(text)) return noYears;
  const count = (pattern: RegExp): number =>
    [...text.matchAll(pattern)].filter(({ index }) => !isSchoolYear(text, index)).length;
  return { apart: count(spacedYears), tight: count(tightYears) };
});

const noYears = { apart: 0, tight: 0 };

/** A dash that opens a line is a list's mark; between two blanks or dashes it draws a rule. */
function isBetweenWords(text: string, index: number): boolean {
  return (
    pattern.u`[\p{L}\p{N}%.,”"'’)\]]\s?$`.test(text.slice(Math.max(0, index - 2), index)) &&
    pattern.u`^\s?[\p{L}\p{N}“"'‘(]`.test(text.slice(index + 1, index + 3))
  );
}

const pairs = new Set(data.pairs.map(([first = '', second = '']) => `${first}|${second}`));

/** Whether a remark in small letters follows, as in `chuyển đổi số – động lực mới`: no pair of names or figures. */
function opensRemark(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 24), index).trimEnd();
  const after = text.slice(index + 1, index + 25).trimStart();
  if (!pattern.u`^\p{Ll}`.test(after) || /\d$/u.test(before)) return false;
  const ends = wordKey(before).split(pattern.u`[^\p{L}\p{M}]+`);
  const starts = wordKey(after).split(pattern.u`[^\p{L}\p{M}]+`);
  return ![ends.slice(-1), ends.slice(-2)].some((first) =>
    [starts.slice(0, 1), starts.slice(0, 2)].some((second) =>
      pairs.has(`${first.join(' ')}|${second.join(' ')}`),
    ),
  );
}

/** The motto, the head's lines and cited numbers have rules of their own. */
function ownedByOthers(document: Document): readonly Span[] {
  const { nationalTitle, motto, number, placeAndDate, recipients, citations, lines } = document;
  const numbers = citations.flatMap((citation) => citation.number?.span ?? []);
  const marked = [nationalTitle, motto, placeAndDate].flatMap((part) => part?.span ?? []);
  const labelled = number ? [number.line] : [];
  const markers = (recipients?.items ?? []).flatMap(({ marker }) => marker?.span ?? []);
  const mottoLines = lines
    .filter(holdsMotto)
    .map(({ span }) => span)
    .filter((span) => !marked.some((other) => contains(other, span)));
  return [...marked, ...labelled, ...numbers, ...markers, ...mottoLines];
}

const holdsMotto = perText(({ text }: Line) => /Độc lập.{0,40}Hạnh phúc/iu.test(text));
