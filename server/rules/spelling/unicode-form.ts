import type { Document } from '../../document/document.ts';
import { readLegacy } from '../../vietnamese/legacyEncoding.ts';
import { lookAlikes } from '../../vietnamese/lookAlikes.ts';
import { rule, type Finding } from '../rule.ts';
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
  examples: [
    {
      bad: fragmentSample(`Thực hiện «${decomposed('chuyển')}» «${decomposed('đổi')}» số.`),
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
    { good: fragmentSample('Xem `a\u00a0b` trong mã nguồn.') },
  ],
  check(document, report) {
    const findings = findingsIn(document);
    findings.forEach(report);
  },
});

/** A run of letters with what may stand among them unseen. */
const run = /[\p{L}\p{M}\p{N}\u00a0\u00ad\u200b\u2060\u202f\ufeff]+/gu;
const suspect = /[\p{M}\u00a0\u00ad\u200b\u2060\u202f\ufeffÐðƉɖ\u0370-\u03ff\u0400-\u04ff]/u;

function findingsIn({ lines, source }: Document): readonly Finding[] {
  return lines.flatMap(({ paragraph, span: place }) => {
    if (paragraph.kind === 'code') return [];
    const raw = source.text.slice(place.start, place.end);
    // a soft hyphen is the letter ư in an old encoding
    if (!suspect.test(raw) || raw.includes('`') || readLegacy(raw)) return [];
    return [...raw.matchAll(run)].flatMap(({ index, 0: typed }): readonly Finding[] => {
      const expected = mended(typed);
      if (expected === typed || !/[\p{L}\p{N}]/u.test(typed)) return [];
      const start = place.start + index;
      const span = { start, end: start + typed.length };
      return [
        {
          span,
          // writers also put no-break spaces on purpose
          ...(typed.replace(noBreak, ' ') === expected ? { severity: 'hint' } : {}),
          message: {
            vi: `“${expected.trim()}” ${faultOf(typed).vi}: cần chữ Unicode dựng sẵn (NĐ 30/2020/NĐ-CP, PL I, I)`,
            en: `“${expected.trim()}” ${faultOf(typed).en}: precomposed Unicode is expected (ND 30/2020/NĐ-CP, Annex I, I)`,
          },
          fixes: [
            {
              title: { vi: 'Chuyển sang Unicode dựng sẵn', en: 'Change to precomposed Unicode' },
              safe: true,
              edits: [{ span, newText: expected }],
            },
          ],
        },
      ];
    });
  });
}

const invisible = /[\u00ad\u200b\u2060\ufeff]/gu;
const noBreak = /[\u00a0\u202f]/gu;
const foreign = /[\u0370-\u03ff\u0400-\u04ff]/u;

function mended(typed: string): string {
  const seen = typed.replace(invisible, '').replace(noBreak, ' ').normalize('NFC');
  // a word wholly of another alphabet is a foreign word
  const isMixed = /\p{Script=Latin}/u.test(seen) || !foreign.test(seen);
  return isMixed ? [...seen].map((letter) => lookAlikes[letter] ?? letter).join('') : seen;
}

function faultOf(typed: string): { readonly vi: string; readonly en: string } {
  if (/[ÐðƉɖ\u0370-\u03ff\u0400-\u04ff]/u.test(typed)) {
    return { vi: 'có chữ của bảng chữ cái khác', en: 'has letters of another alphabet' };
  }
  if (typed.normalize('NFC') !== typed) {
    return { vi: 'viết bằng chữ tách rời dấu', en: 'is written with decomposed letters' };
  }
  return {
    vi: 'có ký tự vô hình hoặc dấu cách cứng',
    en: 'holds invisible characters or no-break spaces',
  };
}
