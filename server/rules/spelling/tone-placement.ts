import type { Document } from '../../document/document.ts';
import { perText } from '../../source/memory.ts';
import type { Line } from '../../source/source.ts';
import { overlaps, type Span } from '../../source/span.ts';
import { lower } from '../../source/words.ts';
import { placeTone, type ToneStyle } from '../../vietnamese/syllable.ts';
import { withoutTone } from '../../vietnamese/tone.ts';
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
  examples: [
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
      ...wordsOf(document, 'twofold', style),
      ...wordsOf(document, 'misplaced', style),
    ];
    for (const { text, span, [style]: expected } of words) {
      report({
        span,
        message: {
          vi: `“${text}” đặt dấu thanh khác kiểu: cần “${expected}”${like.vi} (NĐ 30/2020/NĐ-CP, PL I, I)`,
          en: `“${text}” has its tone mark placed otherwise: expected “${expected}”${like.en} (ND 30/2020/NĐ-CP, Annex I, I)`,
        },
        fixes: [
          {
            title: { vi: `Sửa thành “${expected}”`, en: `Change to “${expected}”` },
            safe: true,
            edits: [{ span, newText: expected }],
          },
        ],
      });
    }
  },
});

interface Word extends Forms {
  readonly span: Span;
}

const accented = /(?<![\p{L}\p{M}\p{N}_.@/&'’-])\p{L}{2,7}(?![\p{L}\p{M}\p{N}_@/&'’-])/gu;
const candidate =
  /(?<![\p{L}\p{M}\p{N}_.@/-])\p{L}*(?:[oòóỏõọOÒÓỎÕỌ][aàáảãạAÀÁẢÃẠeèéẻẽẹEÈÉẺẼẸ]|[uùúủũụUÙÚỦŨỤ][yỳýỷỹỵYỲÝỶỸỴ])(?![\p{L}\p{M}\p{N}_@/-])/gu;

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

function formsOf(text: string): Forms {
  return { text, old: placeTone(text, 'old'), new: placeTone(text, 'new') };
}

type Kind = 'twofold' | 'misplaced';

type LineWords = Readonly<Record<Kind, readonly LineWord[]>> & {
  /** How many more of those with two places are written in the new way than in the old. */
  readonly surplus: number;
};

/** The words whose mark has two places, and those whose mark stands where neither way puts it: `kế họach`, `muà`. */
const wordsIn = perText(({ paragraph, text }: Line): LineWords => {
  if (paragraph.kind === 'code') return noWords;
  const twofold = [...text.matchAll(candidate)]
    .map(({ index, 0: word }) => ({ ...formsOf(word), from: index }))
    .filter(
      (word) =>
        (word.old !== word.text || word.new !== word.text) && !isName(word.text, text, word.from),
    );
  const misplaced = [...text.matchAll(accented)]
    .filter(({ 0: word }) => isMisplaced(word))
    .map(({ index, 0: word }) => ({ ...formsOf(word), from: index }));
  return twofold.length + misplaced.length === 0
    ? noWords
    : { twofold, misplaced, surplus: surplusOf(twofold) };
});

function toneFacts(line: Line): readonly unknown[] {
  const { twofold, misplaced } = wordsIn(line);
  return [twofold, misplaced]
    .map((words) => words.map(({ text }) => text))
    .filter((words) => words.length > 0);
}

const noWords: LineWords = { twofold: [], misplaced: [], surplus: 0 };

/** The document's words of that kind that are not written in that style, names of persons left out. */
function wordsOf(document: Document, kind: Kind, style: ToneStyle): readonly Word[] {
  const words: Word[] = [];
  for (const line of document.lines) {
    for (const word of wordsIn(line)[kind]) {
      if (word[style] === word.text) continue;
      const span = placeOf(word, line);
      if (!isInName(document, span)) words.push({ ...word, span });
    }
  }
  return words;
}

function isInName({ signature }: Document, place: Span): boolean {
  return signature?.name !== undefined && overlaps(signature.name.span, place);
}

/** A capital may well belong to a person's or a place's name, which is spelled as its bearer spells it. */
function isName(text: string, line: string, index: number): boolean {
  if (text === lower(text)) return false;
  const after = line.slice(index + text.length);
  if (/^[Uu][ỷỶ]|^[ỦủUu][yYỷỶ]/u.test(text) && /^ (?:ban|BAN|viên|VIÊN|quyền|QUYỀN)/u.test(after)) {
    return false;
  }
  // a sentence's first word in the company of small letters
  const isFirst = /(?:^|[.;:!?]\s+|[-+–•]\s+)$/u.test(line.slice(0, index));
  return !(isFirst && /^ \p{Ll}/u.test(after)) || text === text.toUpperCase();
}

const isMisplaced = remembered((word) => {
  const [old, modern] = [placeTone(word, 'old'), placeTone(word, 'new')];
  // two places: the words above; capitals may be an abbreviation or a name
  const isWord = word.slice(1) === lower(word.slice(1)) && withoutTone(word) !== word;
  return old === modern && old !== word && isWord;
});

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

function placeOf({ from, text }: LineWord, line: Line): Span {
  return line.spanOf(from, from + text.length);
}

/** How many more of the words are written in the new way than in the old. */
function surplusOf(words: readonly LineWord[]): number {
  const count = (style: ToneStyle): number =>
    words.filter((word) => word[style] === word.text).length;
  return count('new') - count('old');
}
