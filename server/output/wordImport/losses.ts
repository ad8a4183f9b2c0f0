import type { Loss } from './wordContent.ts';

const kinds = {
  comment: { vi: 'Nhận xét (comment)', en: 'Comments' },
  deletion: { vi: 'Chữ đã xóa khi theo dõi thay đổi', en: 'Deleted text of tracked changes' },
  merged: {
    vi: 'Chữ trong phần ô bị gộp, Word không hiện',
    en: 'Text in the covered part of merged cells, which Word does not show',
  },
  header: { vi: 'Chữ ở đầu trang', en: 'Text in page headers' },
  footer: { vi: 'Chữ ở chân trang', en: 'Text in page footers' },
  equation: {
    vi: 'Công thức toán, chỉ còn các ký tự',
    en: 'Equations, of which the characters are left',
  },
  picture: { vi: 'Hình không đọc được dạng', en: 'Pictures of a kind that is not read' },
  chart: { vi: 'Biểu đồ, sơ đồ', en: 'Charts and diagrams' },
  wordArt: { vi: 'Chữ nghệ thuật (WordArt)', en: 'WordArt' },
  ruby: { vi: 'Chữ chú âm trên chữ', en: 'Ruby text above words' },
  object: { vi: 'Đối tượng nhúng', en: 'Embedded objects' },
  macro: { vi: 'Macro, không bao giờ được chạy', en: 'Macros, which are never run' },
  underline: { vi: 'Gạch chân chữ', en: 'Underlined text' },
  strike: { vi: 'Gạch ngang chữ', en: 'Struck text' },
  script: { vi: 'Chỉ số trên, dưới thành chữ thường', en: 'Super- and subscripts, now plain' },
  hidden: { vi: 'Chữ ẩn', en: 'Hidden text' },
  symbol: {
    vi: 'Ký hiệu của phông riêng, thay bằng �',
    en: 'Symbols of a font of their own, now �',
  },
} as const;

export type LossKind = keyof typeof kinds;

/** Of what is lost in several places, so many characters are told. */
const mostWords = 300;

/** Gathers what is not carried over. */
export class Losses {
  readonly #found = new Map<LossKind, { count: number; words: string }>();

  add(kind: LossKind, words: string): void {
    const known = this.#found.get(kind) ?? { count: 0, words: '' };
    this.#found.set(kind, {
      count: known.count + 1,
      words: together(known.words, words.replace(/\s+/gu, ' ').trim()),
    });
  }

  get list(): readonly Loss[] {
    return [...this.#found].map(([kind, { count, words }]) => ({ ...kinds[kind], count, words }));
  }
}

/** Both, each once, as far as there is room. */
function together(known: string, more: string): string {
  if (more === '' || known.endsWith('…') || known.split(' | ').includes(more)) return known;
  const words = known === '' ? more : `${known} | ${more}`;
  return words.length > mostWords ? `${words.slice(0, mostWords - 1)}…` : words;
}
