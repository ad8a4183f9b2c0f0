import { commonSyllables, foreignWords } from '../../norms/foreignWords.ts';
import { pattern } from '../../source/letters.ts';
import { lower } from '../../source/words.ts';
import { suggestionsFor } from '../../vietnamese/suggestions.ts';
import { isSyllable, lacksTone } from '../../vietnamese/syllable.ts';
import { wordFact, wordListOf } from '../lineWords.ts';
import { rule } from '../rule.ts';
import { fragmentSample, letterSample, planSample } from '../samples.ts';

export default rule({
  id: 'syllable',
  severity: 'warning',
  fix: 'choice',
  norm: 'NĐ 30/2020/NĐ-CP, Điều 8',
  title: {
    vi: 'Chữ không phải âm tiết tiếng Việt',
    en: 'A word that is no Vietnamese syllable',
  },
  why: {
    vi: 'Chữ có dấu tiếng Việt mà không ghép được thành âm tiết thường là lỗi gõ: nghiêp, đươc, nghành, hộii. Tên riêng, chữ viết tắt, tiếng nước ngoài và ký hiệu thì không nhắc; từ của riêng cơ quan có thể khai thêm.',
    en: 'A word with Vietnamese letters that cannot be a syllable is usually a slip of the keys: nghiêp, đươc, nghành, hộii. Names, abbreviations, foreign words and codes are left alone; an office may add words of its own.',
  },
  options: {
    words: {
      kind: 'words',
      default: [],
      about: {
        vi: 'Những chữ được chấp nhận thêm',
        en: 'Words that are accepted besides',
      },
    },
  },
  examples: () => [
    {
      bad: fragmentSample('Các doanh «nghiêp» trong «nghành» giáo dục tham gia.'),
      fixed: fragmentSample('Các doanh nghiệp trong ngành giáo dục tham gia.'),
      note: 'Nhiều cách sửa: người soạn chọn.',
    },
    { bad: fragmentSample('Hội đã «đươc» thành lập; các «hộii» viên ở «Viêt» Nam.') },
    {
      bad: letterSample({
        body: 'Sở Nội vụ đề nghị các xã, phường tham gia «hoạtđộng» rà soát trước ngày 30/01/2026./.',
      }),
      fixed: letterSample({
        body: 'Sở Nội vụ đề nghị các xã, phường tham gia hoạt động rà soát trước ngày 30/01/2026./.',
      }),
    },
    {
      bad: planSample({
        title: '**KẾ HOẠCH**\n\n**Tổ chức Ngày hội đọc sách nắm 2026 của «nguời» dân**',
      }),
    },
    { good: fragmentSample('Xã Đắk Wer, buôn Krông Búk, xã Tẻh và đường Yết Kiêu.') },
    { good: fragmentSample('Các kiốt, ôtô, website, email, Facebook, Café Müller, São Paulo.') },
    { good: fragmentSample('Nghị quyết của hđnd, đường đt 747b; giáo xứ Giêsu, tỉnh Chămpasắc.') },
    { good: fragmentSample('Xe buýt, ống tuýp, thùng phuy, quả quýt, huých, uỵch.') },
    { good: fragmentSample('HĐND, ĐVSNCL, Lê-nin, Mát-xcơ-va, mã ĐH2026, https://a.vn/nghành.') },
    {
      good: fragmentSample(
        'Khuỷu tay, ngoằn ngoèo, thuở nhỏ, quở trách, giếng, gìn giữ, quý, quí.',
      ),
    },
  ],
  reads: { paragraphs: true },
  check(document, report, { options }) {
    const own = new Set(options.words('words').map((word) => lower(word.normalize('NFC'))));
    for (const line of document.lines) {
      if (line.paragraph.kind === 'code') continue;
      if ((wordListOf(line).facts & slip) === 0) continue;
      for (const { index, 0: word } of line.text.matchAll(apart)) {
        if (!isSlip(word) || own.has(lower(word))) continue;
        const span = line.spanOf(index, index + word.length);
        const suggestions = suggestionsFor(word, commonSyllables);
        const [likely] = suggestions;
        report({
          span,
          message: {
            vi: `“${word}” không phải âm tiết tiếng Việt${likely ? `: có thể là “${likely}”` : ''} (NĐ 30/2020/NĐ-CP, Điều 8)`,
            en: `“${word}” is no Vietnamese syllable${likely ? `: perhaps “${likely}”` : ''} (ND 30/2020/NĐ-CP, Article 8)`,
          },
          fixes: suggestions.map((newText) => ({
            title: { vi: `Sửa thành “${newText}”`, en: `Change to “${newText}”` },
            safe: false,
            edits: [{ span, newText }],
          })),
        });
      }
    }
  },
});

/** Words apart from symbols, addresses, foreign names joined by hyphens and what digits stand beside. */
const apart = pattern.gu`(?<![\p{L}\p{M}\p{N}_.@/&'’\\-])[\p{L}\p{M}]+(?![\p{L}\p{M}\p{N}_@/&'’-]|\.[\p{L}\p{N}])`;

/** The letters of Vietnamese with all their marks; another alphabet’s words are no slips. */
const vietnamese = /^[a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]+$/u;

const vowel = /[aeiouy]/u;

/** Longer than three syllables run together. */
const longestSlip = 30;

const slip = wordFact(({ text }) => isSlip(text));

function isSlip(word: string): boolean {
  const letters = lower(word);
  if (word.length < 2 || word.length > longestSlip) return false;
  if (!/[^\p{ASCII}]/u.test(letters) || !vietnamese.test(letters)) return false;
  // consonants alone abbreviate: `hđnd`, `đt 747b`
  if (!vowel.test(letters.normalize('NFD'))) return false;
  if (isSyllable(word) || foreignWords.has(letters) || /[fjwz]/u.test(letters)) return false;
  // capitals stand for abbreviations and for names that are no syllables (Đắk): only a lost tone is sure there
  if (word !== letters)
    return word.slice(1) === letters.slice(1) && word.length > 2 && lacksTone(word);
  return true;
}
