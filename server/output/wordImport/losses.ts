import type { Loss } from './wordContent.ts';

const kinds = {
  unread: {
    vi: 'Chữ ở chỗ không đọc được dạng, cần chép tay',
    en: 'Text in a place of a kind that is not read, to be copied by hand',
  },
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
  chunk: {
    vi: 'Tệp khác lồng trong tệp Word: mở rồi lưu lại trong Word để thành chữ',
    en: 'Another file inside the Word file: open and save it in Word to make it text',
  },
  field: { vi: 'Chữ trong mã trường', en: 'Text in the code of fields' },
  link: { vi: 'Địa chỉ của liên kết', en: 'Addresses of links' },
  note: { vi: 'Chú thích không chỗ nào dẫn đến', en: 'Notes that nothing refers to' },
  noNote: {
    vi: 'Chỗ dẫn đến chú thích không có trong tệp',
    en: 'References to notes that the file lacks',
  },
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

/** Of these the text keeps the words: a few tell where. */
const kept: ReadonlySet<LossKind> = new Set([
  'underline',
  'strike',
  'script',
  'symbol',
  'equation',
]);
const mostKept = 300;

/** Gathers what is not carried over. */
export class Losses {
  readonly #found = new Map<LossKind, { count: number; readonly words: Set<string> }>();

  add(kind: LossKind, words: string): void {
    const known = this.#found.get(kind) ?? { count: 0, words: new Set() };
    this.#found.set(kind, known);
    known.count += 1;
    const plain = words.replace(/\s+/gu, ' ').trim();
    if (plain !== '') known.words.add(plain);
  }

  /** By kind, in the order in which they were first found; all words that the text does not keep. */
  get list(): readonly Loss[] {
    return [...this.#found].map(([kind, { count, words }]) => {
      const all = [...words].join(' | ');
      const isCut = kept.has(kind) && all.length > mostKept;
      return { ...kinds[kind], count, words: isCut ? `${all.slice(0, mostKept - 1)}…` : all };
    });
  }
}
