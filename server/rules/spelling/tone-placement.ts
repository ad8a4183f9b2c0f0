import type { Document } from '../../document/document.ts';
import { pattern } from '../../source/letters.ts';
import { perText } from '../../source/memory.ts';
import type { Line } from '../../source/source.ts';
import { overlaps, type Span } from '../../source/span.ts';
import { lower } from '../../source/words.ts';
import { figure, kindAt, underscore } from '../../vietnamese/characters.ts';
import { placeTone, type ToneStyle } from '../../vietnamese/syllable.ts';
import { withoutTone } from '../../vietnamese/tone.ts';
import { wordFact, wordListOf } from '../lineWords.ts';
import { isQuotedInLine } from '../quotations.ts';
import { remembered } from './remembered.ts';
import { rule } from '../rule.ts';
import { fragmentSample, letterSample } from '../samples.ts';

export default rule({
  id: 'tone-placement',
  severity: 'info',
  fix: 'yes',
  norm: 'NĐ 30/2020/NĐ-CP, PL I, I',
  title: {
    vi: 'Dấu thanh đặt hai kiểu trong một văn bản',
    en: 'Tone marks are placed in two ways in one document',
  },
  why: {
    vi: '“hòa, thủy” và “hoà, thuỷ” đều có người dùng, nhưng trong một văn bản chỉ nên theo một kiểu; tìm kiếm cũng nhờ vậy mà không sót. Có thể đặt kiểu của cơ quan trong cấu hình. Tên người không bị nhắc.',
    en: 'Both “hòa, thủy” and “hoà, thuỷ” are in use, but one document should follow one way, and searching then misses nothing. The house’s way can be set. Names of persons are left alone.',
  },
  options: {
    style: {
      kind: 'choice',
      values: ['consistent', 'old', 'new'],
      default: 'consistent',
      about: {
        vi: 'consistent: theo kiểu dùng nhiều hơn trong văn bản; old: hòa, thủy; new: hoà, thuỷ',
        en: 'consistent: the way that the document mostly follows; old: hòa, thủy; new: hoà, thuỷ',
      },
    },
  },
  examples: () => [
    {
      bad: fragmentSample('Hòa giải ở cơ sở; văn hóa đọc; «hoà» nhập cộng đồng.'),
      fixed: fragmentSample('Hòa giải ở cơ sở; văn hóa đọc; hòa nhập cộng đồng.'),
    },
    {
      bad: fragmentSample('Sức khoẻ, văn hoá, thuỷ lợi và điều «hòa» nguồn nước.'),
      fixed: fragmentSample('Sức khoẻ, văn hoá, thuỷ lợi và điều hoà nguồn nước.'),
    },
    {
      bad: letterSample({
        body: 'Sở Nội vụ đề nghị «Uỷ» ban nhân dân các xã, phường và Ủy ban Mặt trận Tổ quốc tỉnh rà soát công tác văn thư, gửi kết quả về Ủy ban nhân dân tỉnh trước ngày 30/01/2026./.',
      }),
    },
    {
      bad: fragmentSample('Báo cáo «qúy» I và chào đón «qúy» vị.'),
      fixed: fragmentSample('Báo cáo quý I và chào đón quý vị.'),
      note: 'Không kiểu nào đặt dấu như vậy.',
    },
    {
      bad: fragmentSample('Kế «họach» phòng chống hạn hán «muà» khô.'),
      fixed: fragmentSample('Kế hoạch phòng chống hạn hán mùa khô.'),
    },
    { good: fragmentSample('Hòa giải ở cơ sở; văn hóa đọc; ủy ban.') },
    { good: fragmentSample('Hoà giải ở cơ sở; văn hoá đọc; sức khoẻ.') },
    { good: fragmentSample('Hòa giải ở cơ sở; bà Nguyễn Thị Thuý Hoà chủ trì; văn hóa đọc.') },
    {
      good: fragmentSample('Hòa giải ở cơ sở; văn hóa đọc; sửa “thuỷ lợi” thành “thủy lợi”.'),
      note: 'Lời trích giữ nguyên.',
    },
  ],
  reads: { facts: ({ lines }) => lines.flatMap(toneFacts), parts: ['signature'] },
  check(document, report, { options }) {
    const set = options.choice('style');
    const style = styleOf(document, set);
    const like =
      set === 'consistent'
        ? { vi: ' như phần còn lại của văn bản', en: ' as in the rest of the document' }
        : { vi: ' theo cấu hình', en: ' as the settings ask' };
    const words = [
      // which of two ways it takes is the quoted one's choice
      ...wordsOf(document, 'twofold', style).filter(({ quoted }) => !quoted),
      ...wordsOf(document, 'misplaced', style),
    ];
    for (const { text, span, quoted, [style]: expected } of words) {
      report({
        span,
        message: {
          vi: `“${text}” đặt dấu thanh khác kiểu: cần “${expected}”${like.vi} (NĐ 30/2020/NĐ-CP, PL I, I)`,
          en: `“${text}” has its tone mark placed otherwise: expected “${expected}”${like.en} (ND 30/2020/NĐ-CP, Annex I, I)`,
        },
        fixes: [
          {
            title: { vi: `Sửa thành “${expected}”`, en: `Change to “${expected}”` },
            safe: !quoted,
            edits: [{ span, newText: expected }],
          },
        ],
      });
    }
  },
});

interface Word extends Forms {
  readonly span: Span;
  /** Whether it is in words that the document quotes. */
  readonly quoted: boolean;
}

const openPair = pattern.u`^\p{L}{0,6}(?:[oòóỏõọOÒÓỎÕỌ][aàáảãạAÀÁẢÃẠeèéẻẽẹEÈÉẺẼẸ]|[uùúủũụUÙÚỦŨỤ][yỳýỷỹỵYỲÝỶỸỴ])$`;

/** A word of a line's text. */
interface LineWord extends Forms {
  readonly from: number;
}

interface Forms {
  readonly text: string;
  /** With its mark where that way puts it. */
  readonly old: string;
  readonly new: string;
}

const formsOf = remembered((text): Forms => {
  return { text, old: placeTone(text, 'old'), new: placeTone(text, 'new') };
});

const isTwofold = wordFact(({ text }) => {
  if (!openPair.test(text)) return false;
  const forms = formsOf(text);
  return forms.old !== text || forms.new !== text;
});

const isMisplaced = wordFact(({ text }) => {
  if (!pattern.u`^\p{L}{2,7}$`.test(text)) return false;
  const { old, new: modern } = formsOf(text);
  // two places: the words above; capitals may be an abbreviation or a name
  const isWord = text.slice(1) === lower(text.slice(1)) && withoutTone(text) !== text;
  return old === modern && old !== text && isWord;
});

type Kind = 'twofold' | 'misplaced';

type LineWords = Readonly<Record<Kind, readonly LineWord[]>> & {
  /** How many more of those with two places are written in the new way than in the old. */
  readonly surplus: number;
};

/** The words whose mark has two places, and those whose mark stands where neither way puts it: `kế họach`, `muà`. */
const wordsIn = perText((line: Line): LineWords => {
  const { words, starts, facts } = wordListOf(line);
  if ((facts & (isTwofold | isMisplaced)) === 0 || line.paragraph.kind === 'code') return noWords;
  const { text } = line;
  const twofold: LineWord[] = [];
  const misplaced: LineWord[] = [];
  for (const [at, word] of words.entries()) {
    if ((word.facts & (isTwofold | isMisplaced)) === 0) continue;
    const from = starts[at] ?? 0;
    const found = { ...formsOf(word.text), from };
    const isOfKind = (kind: number, marks: string): boolean =>
      (word.facts & kind) !== 0 && standsApart(text, from, from + word.text.length, marks);
    if (isOfKind(isTwofold, '@/-') && !isName(word.text, text, from)) twofold.push(found);
    if (isOfKind(isMisplaced, "@/-&'’")) misplaced.push(found);
  }
  return twofold.length + misplaced.length === 0
    ? noWords
    : { twofold, misplaced, surplus: surplusOf(twofold) };
});

function toneFacts(line: Line): readonly unknown[] {
  const { twofold, misplaced } = wordsIn(line);
  return [twofold, misplaced]
    .map((words) => words.map((word) => [word.text, isQuotedWord(line, word)]))
    .filter((words) => words.length > 0);
}

/** Whether neither a figure nor one of the marks sticks to the word, nor a full stop before it. */
function standsApart(text: string, from: number, to: number, marks: string): boolean {
  return (
    !isJoined(text, from - 1, marks) && !isJoined(text, to, marks) && text.charAt(from - 1) !== '.'
  );
}

function isJoined(text: string, at: number, marks: string): boolean {
  const isInside = at >= 0 && at < text.length;
  return (
    isInside &&
    ((kindAt(text, at) & (figure | underscore)) !== 0 || marks.includes(text.charAt(at)))
  );
}

const noWords: LineWords = { twofold: [], misplaced: [], surplus: 0 };

/** The document's words of that kind that are not written in that style, names of persons left out. */
function wordsOf(document: Document, kind: Kind, style: ToneStyle): readonly Word[] {
  const words: Word[] = [];
  for (const line of document.lines) {
    for (const word of wordsIn(line)[kind]) {
      if (word[style] === word.text) continue;
      const span = placeOf(word, line);
      if (!isInName(document, span))
        words.push({ ...word, span, quoted: isQuotedWord(line, word) });
    }
  }
  return words;
}

function isInName({ signature }: Document, place: Span): boolean {
  return signature?.name !== undefined && overlaps(signature.name.span, place);
}

/** How far before a word the mark stands after which it is a sentence's first, UTF-16 units, blanks included. */
const lastMark = 8;

/** A capital may well belong to a person's or a place's name, which is spelled as its bearer spells it. */
function isName(text: string, line: string, index: number): boolean {
  if (text === lower(text)) return false;
  const after = line.slice(index + text.length);
  if (/^[Uu][ỷỶ]|^[ỦủUu][yYỷỶ]/u.test(text) && /^ (?:ban|BAN|viên|VIÊN|quyền|QUYỀN)/u.test(after)) {
    return false;
  }
  // a sentence's first word in the company of small letters
  const before = line.slice(Math.max(0, index - lastMark), index);
  const isFirst = before === '' || /[.;:!?+–•-]\s+$/u.test(before);
  return !(isFirst && pattern.u`^ \p{Ll}`.test(after)) || text === text.toUpperCase();
}

/** The style that is set, or that most of the document's words follow: the old one where they are even. */
function styleOf(document: Document, set: string): ToneStyle {
  if (set === 'old' || set === 'new') return set;
  let surplus = 0;
  for (const line of document.lines) {
    const { twofold, surplus: ofLine } = wordsIn(line);
    if (twofold.length === 0) continue;
    surplus += isInName(document, line.span)
      ? surplusOf(twofold.filter((word) => !isInName(document, placeOf(word, line))))
      : ofLine;
  }
  return surplus > 0 ? 'new' : 'old';
}

function isQuotedWord(line: Line, { from, text }: LineWord): boolean {
  return isQuotedInLine(line, from, from + text.length);
}

function placeOf({ from, text }: LineWord, line: Line): Span {
  return line.spanOf(from, from + text.length);
}

/** How many more of the words are written in the new way than in the old. */
function surplusOf(words: readonly LineWord[]): number {
  const count = (style: ToneStyle): number =>
    words.filter((word) => word[style] === word.text).length;
  return count('new') - count('old');
}
