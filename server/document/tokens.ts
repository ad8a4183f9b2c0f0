import { lower } from '../source/words.ts';

export type TokenKind =
  | 'word'
  | 'number'
  | 'space'
  | 'newline'
  | 'slash'
  | 'hyphen'
  | 'dash'
  | 'comma'
  | 'dot'
  | 'dots'
  | 'semicolon'
  | 'colon'
  | 'open'
  | 'close'
  | 'quote'
  | 'other'
  | 'end';

/** A token of NFC text: UTF-16 offsets into that text, `to` exclusive. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** The text to look tables up by: lower case, one dash, the tone mark where the decree's own spelling puts it. */
  readonly key: string;
}

const pattern = /[\p{L}\p{M}]+|\p{Nd}+|[^\S\n]+|\n|\.{2,}|…+|_{2,}|[^]/gu;
const letter = /^\p{L}/u;
const digit = /^\p{Nd}/u;
const blank = /^\s/u;

const marks: Readonly<Record<string, TokenKind>> = {
  '\n': 'newline',
  '/': 'slash',
  '-': 'hyphen',
  '‐': 'hyphen',
  '‑': 'hyphen',
  '–': 'dash',
  '—': 'dash',
  '−': 'dash',
  ',': 'comma',
  '.': 'dot',
  ';': 'semicolon',
  ':': 'colon',
  '(': 'open',
  '[': 'open',
  ')': 'close',
  ']': 'close',
  '“': 'quote',
  '”': 'quote',
  '"': 'quote',
  '‘': 'quote',
  '’': 'quote',
  "'": 'quote',
};

function kindOf(text: string): TokenKind {
  const mark = marks[text];
  if (mark) return mark;
  if (letter.test(text)) return 'word';
  if (digit.test(text)) return 'number';
  if (blank.test(text)) return 'space';
  if (text.length > 1 && (text.startsWith('.') || text.startsWith('_'))) return 'dots';
  return text.startsWith('…') ? 'dots' : 'other';
}

const oldTone = /([oO])([àáảãạèéẻẽẹ])|(?<![qQ])([uU])([ỳýỷỹỵ])/gu;
const toned: Readonly<Record<string, string>> = {
  à: 'òa',
  á: 'óa',
  ả: 'ỏa',
  ã: 'õa',
  ạ: 'ọa',
  è: 'òe',
  é: 'óe',
  ẻ: 'ỏe',
  ẽ: 'õe',
  ẹ: 'ọe',
  ỳ: 'ùy',
  ý: 'úy',
  ỷ: 'ủy',
  ỹ: 'ũy',
  ỵ: 'ụy',
};

/** The key of a word: `Uỷ` and `Ủy` share one, and so do `khoá` and `khóa`. */
export function wordKey(text: string): string {
  return lower(text).replace(
    oldTone,
    (pair, _o: string, first: string | undefined, _u: string, second: string | undefined) =>
      toned[first ?? second ?? ''] ?? pair,
  );
}

const end: Token = { kind: 'end', text: '', from: 0, to: 0, key: '' };

/** The tokens of a paragraph with bounds-safe look-ahead. */
export class Tokens {
  readonly list: readonly Token[];
  readonly text: string;

  constructor(text: string) {
    this.text = text;
    const list: Token[] = [];
    for (const match of text.matchAll(pattern)) {
      const [value] = match;
      const kind = kindOf(value);
      const from = match.index;
      const key =
        kind === 'word' ? wordKey(value) : kind === 'hyphen' || kind === 'dash' ? '-' : value;
      list.push({ kind, text: value, from, to: from + value.length, key });
    }
    this.list = list;
  }

  get length(): number {
    return this.list.length;
  }

  /** The token at `index`; one of kind `end` outside the text. */
  at(index: number): Token {
    return this.list[index] ?? end;
  }

  /** The first index from `index` on that is neither a space nor a line break. */
  skip(index: number): number {
    let at = index;
    while (isBlank(this.at(at))) at += 1;
    return at;
  }

  /** The last index before `index` that is neither a space nor a line break; -1 when there is none. */
  skipBack(index: number): number {
    let at = index - 1;
    while (at >= 0 && isBlank(this.at(at))) at -= 1;
    return at;
  }

  /** The text of the tokens from `from` to before `to`. */
  slice(from: number, to: number): string {
    return to <= from ? '' : this.text.slice(this.at(from).from, this.at(to - 1).to);
  }
}

export function isBlank(token: Token): boolean {
  return token.kind === 'space' || token.kind === 'newline';
}

const capital = /^\p{Lu}/u;

/** Whether the word begins with a capital. */
export function isCapital(token: Token): boolean {
  return token.kind === 'word' && capital.test(token.text);
}
