import type { Document } from '../../document/document.ts';
import { pattern } from '../../source/letters.ts';
import type { Span } from '../../source/span.ts';
import { readLegacy } from '../../vietnamese/legacyEncoding.ts';
import { lookAlikes } from '../../vietnamese/lookAlikes.ts';
import { rule, type Finding, type Localized } from '../rule.ts';
import { fragmentSample, letterSample } from '../samples.ts';

const decomposed = (text: string): string => text.normalize('NFD');

export default rule({
  id: 'unicode-form',
  severity: 'warning',
  fix: 'yes',
  scope: 'any',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, I',
  title: {
    vi: 'Chữ không theo dạng Unicode dựng sẵn',
    en: 'Letters that are not precomposed Unicode',
  },
  why: {
    vi: 'Nghị định yêu cầu bộ mã Unicode theo TCVN 6909:2001. Chữ tách rời dấu (NFD), ký tự vô hình và chữ của bảng chữ cái khác trông giống chữ Việt làm cho tìm kiếm, so sánh và chuyển đổi sai, dù mắt không thấy.',
    en: 'The decree asks for Unicode by TCVN 6909:2001. Decomposed letters (NFD), invisible characters and letters of other alphabets that look alike make searching, comparing and converting go wrong, though nothing is seen.',
  },
  examples: () => [
    {
      bad: fragmentSample(`Thực hiện «${decomposed('chuyển')} ${decomposed('đổi')}» số.`),
      fixed: fragmentSample('Thực hiện chuyển đổi số.'),
    },
    {
      bad: fragmentSample('Ban hành «Quyết\u00a0định» và «kế\u200b» hoạch.'),
      fixed: fragmentSample('Ban hành Quyết định và kế hoạch.'),
    },
    {
      bad: letterSample({
        body: 'Sở Nội vụ «ðề» nghị các xã, phường rà soát công tác văn thư, gửi «bá\u043e» cáo trước ngày 30/01/2026./.',
      }),
      fixed: letterSample({
        body: 'Sở Nội vụ đề nghị các xã, phường rà soát công tác văn thư, gửi báo cáo trước ngày 30/01/2026./.',
      }),
    },
    { good: fragmentSample('Thực hiện chuyển đổi số; Đắk Lắk; ƯỚC MƠ.') },
    { good: fragmentSample('Tên tiếng Nga: Москва; tiếng Hy Lạp: Ελλάς; ký hiệu 😀👩‍👩‍👧.') },
    {
      good: fragmentSample(`Xem [phụ lục](${decomposed('phụ-lục.md')}).`),
      note: 'Tên tệp mà liên kết dẫn tới.',
    },
    { good: fragmentSample('Xem `a\u00a0b` trong mã nguồn.') },
  ],
  reads: { paragraphs: true },
  check(document, report) {
    const findings = findingsIn(document);
    findings.forEach(report);
  },
});

/** A run of letters with what may stand among them unseen. */
const run = pattern.gu`[\p{L}\p{M}\p{N}\u00a0\u00ad\u200b\u2060\u202f\ufeff]+`;
/** What no text is made of that is written as it should be: told from the rest sooner than what is suspect. */
const unusual =
  /[^\0-\u009f\u00a1-\u00ac\u00ae-\u00cf\u00d1-\u00ef\u00f1-\u0188\u018a-\u0255\u0257-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205f]/u;
const suspect = pattern.u`[\p{M}\u00a0\u00ad\u200b\u2060\u202f\ufeffÐðƉɖ\u0370-\u03ff\u0400-\u04ff]`;

/** What no reader sees and no edit may touch: where links lead, tags, bare addresses. */
const unseen = /\]\([^()\s]*\)|<[^<>\s]*>|(?:https?:\/\/|www\.)[^\s()<>]*/gu;

function findingsIn({ lines, source }: Document): readonly Finding[] {
  return lines.flatMap(({ paragraph, span: place }) => {
    if (paragraph.kind === 'code') return [];
    const raw = source.text.slice(place.start, place.end);
    // a soft hyphen is the letter ư in an old encoding
    if (!unusual.test(raw) || !suspect.test(raw) || raw.includes('`') || readLegacy(raw)) return [];
    const seen = raw.replace(unseen, (hidden) => ' '.repeat(hidden.length));
    return passagesOf([...seen.matchAll(run)].flatMap((match) => wordAt(match, place.start)));
  });
}

interface Word {
  readonly span: Span;
  readonly typed: string;
  readonly expected: string;
  readonly fault: Fault;
}

function wordAt({ index, 0: typed }: RegExpExecArray, from: number): readonly Word[] {
  const expected = mended(typed);
  if (expected === typed || !pattern.u`[\p{L}\p{N}]`.test(typed)) return [];
  const start = from + index;
  return [{ span: { start, end: start + typed.length }, typed, expected, fault: faultOf(typed) }];
}

/** One finding for all the decomposed words of a line, a pasted passage; one for each other word. */
function passagesOf(words: readonly Word[]): readonly Finding[] {
  const passage = words.filter(({ fault }) => fault === inPieces);
  const others = words.filter(({ fault }) => fault !== inPieces).map((word) => [word]);
  return [passage, ...others].flatMap(findingOf);
}

function findingOf(words: readonly Word[]): readonly Finding[] {
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last) return [];
  const shown = words.map(({ expected }) => expected.trim());
  const text = shown.length > 3 ? `${shown[0] ?? ''} … ${shown.at(-1) ?? ''}` : shown.join(', ');
  const spaced = words.every(({ typed, expected }) => typed.replace(noBreak, ' ') === expected);
  return [
    {
      span: { start: first.span.start, end: last.span.end },
      // writers also put no-break spaces on purpose
      ...(spaced ? { severity: 'hint' } : {}),
      message: {
        vi: `“${text}” ${first.fault.vi}: cần chữ Unicode dựng sẵn (NĐ 30/2020/NĐ-CP, PL I, I)`,
        en: `“${text}” ${first.fault.en}: precomposed Unicode is expected (ND 30/2020/NĐ-CP, Annex I, I)`,
      },
      fixes: [
        {
          title: { vi: 'Chuyển sang Unicode dựng sẵn', en: 'Change to precomposed Unicode' },
          safe: true,
          edits: words.map(({ span, expected }) => ({ span, newText: expected })),
        },
      ],
    },
  ];
}

const invisible = /[\u00ad\u200b\u2060\ufeff]/gu;
/** One between a figure and its unit is meant to be there. */
const noBreak = pattern.gu`(?<!\p{N})[\u00a0\u202f]`;
const foreign = /[\u0370-\u03ff\u0400-\u04ff]/u;

function mended(typed: string): string {
  const seen = typed.replace(invisible, '').replace(noBreak, ' ').normalize('NFC');
  // a word wholly of another alphabet is a foreign word
  const isMixed = /\p{Script=Latin}/u.test(seen) || !foreign.test(seen);
  return isMixed ? [...seen].map((letter) => lookAlikes[letter] ?? letter).join('') : seen;
}

type Fault = Localized;

const otherAlphabet: Fault = {
  vi: 'có chữ của bảng chữ cái khác',
  en: 'has letters of another alphabet',
};
const inPieces: Fault = {
  vi: 'viết bằng chữ tách rời dấu',
  en: 'is written with decomposed letters',
};
const hidden: Fault = {
  vi: 'có ký tự vô hình hoặc dấu cách cứng',
  en: 'holds invisible characters or no-break spaces',
};

function faultOf(typed: string): Fault {
  if (/[ÐðƉɖ\u0370-\u03ff\u0400-\u04ff]/u.test(typed)) return otherAlphabet;
  return typed.normalize('NFC') === typed ? hidden : inPieces;
}
