import { contains, overlaps, type Span } from '../../source/span.ts';
import type { Document } from '../../document/document.ts';
import type { Line } from '../../source/source.ts';
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
  examples: [
    {
      bad: fragmentSample('Nhiệm kỳ 2025 «–» 2030 của Hiệp hội.'),
      fixed: fragmentSample('Nhiệm kỳ 2025 - 2030 của Hiệp hội.'),
    },
    {
      bad: fragmentSample('Giai đoạn 2021«–»2025, phấn đấu đạt 10«–»15% mỗi năm.'),
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
    { good: fragmentSample('– Rà soát hồ sơ;\n\n– Tổng hợp kết quả.') },
    {
      good: fragmentSample('Năm học 2025-2026, theo Kế hoạch số 12/KH-UBND, xem https://a.vn/b–c.'),
    },
  ],
  check(document, report) {
    const skipped = ownedByOthers(document);
    const spaced = document.lines.some(({ text }) => spacedYears.test(text));
    for (const line of document.lines) {
      if (line.paragraph.kind === 'code') continue;
      const isMachine = machineParts(line.text);
      for (const { index, length } of dashesIn(line, spaced)) {
        const span = line.spanOf(index, index + length);
        if (isMachine(index) || skipped.some((other) => overlaps(other, span))) continue;
        const before = line.text.charAt(index - 1) === ' ' ? '' : ' ';
        const after = line.text.charAt(index + length) === ' ' ? '' : ' ';
        report({
          span,
          message: {
            vi: 'Dấu gạch ở đây cần là gạch nối có dấu cách hai bên “ - ” (NĐ 30/2020/NĐ-CP, PL III)',
            en: 'A hyphen with a space on both sides “ - ” is expected here (ND 30/2020/NĐ-CP, Annex III)',
          },
          fixes: replacement(span, `${before}-${after}`, {
            vi: 'Sửa thành “ - ”',
            en: 'Change to “ - ”',
          }),
        });
      }
    }
  },
});

const spacedYears = /(?:19|20)\d\d - (?:19|20)\d\d(?!\d)/u;
const longDash = /[–—]/gu;
const tightYears = /(?<![\d/.-])(?:19|20)\d\d(-)(?:19|20)\d\d(?!\d|[/-]|\.\d)/gu;

interface Dash {
  readonly index: number;
  readonly length: number;
}

function dashesIn({ text }: Line, spaced: boolean): readonly Dash[] {
  const long = [...text.matchAll(longDash)].filter(({ index }) => isBetweenWords(text, index));
  const tight = spaced ? [...text.matchAll(tightYears)] : [];
  return [
    ...long.map(({ index }) => ({ index, length: 1 })),
    ...tight.map(({ index }) => ({ index: index + 4, length: 1 })),
  ].sort((a, b) => a.index - b.index);
}

/** A dash that opens a line is a list's mark; between two blanks or dashes it draws a rule. */
function isBetweenWords(text: string, index: number): boolean {
  return (
    /[\p{L}\p{N}%.,”"'’)\]]\s?$/u.test(text.slice(Math.max(0, index - 2), index)) &&
    /^\s?[\p{L}\p{N}“"'‘(]/u.test(text.slice(index + 1, index + 3))
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
    .filter(({ text }) => /Độc lập.*Hạnh phúc/iu.test(text))
    .map(({ span }) => span)
    .filter((span) => !marked.some((other) => contains(other, span)));
  return [...marked, ...labelled, ...numbers, ...markers, ...mottoLines];
}
