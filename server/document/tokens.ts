import { pattern } from '../source/letters.ts';
import { lower } from '../source/words.ts';
import { characterKind, characterLength, type CharacterKind } from './characterKinds.ts';

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

/** What no longer word is kept for: syllables are shorter, and a longer slice would keep its whole text alive. */
const longestKept = 12;
const mostKept = 20_000;
const kept = new Map<string, string>();

/** The key of a word: `Uỷ` and `Ủy` share one, and so do `khoá` and `khóa`. */
export function wordKey(text: string): string {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const key = lower(text).replace(
    oldTone,
    (pair, _o: string, first: string | undefined, _u: string, second: string | undefined) =>
      toned[first ?? second ?? ''] ?? pair,
  );
  if (text.length <= longestKept) {
    if (kept.size >= mostKept) kept.clear();
    kept.set(text, key);
  }
  return key;
}

const end: Token = { kind: 'end', text: '', from: 0, to: 0, key: '' };

/** A token whose words are cut out and folded when something asks for them. */
class TextToken implements Token {
  readonly kind: TokenKind;
  readonly from: number;
  readonly to: number;
  readonly #source: string;
  #text: string | undefined;
  #key: string | undefined;

  constructor(source: string, kind: TokenKind, from: number, to: number) {
    this.#source = source;
    this.kind = kind;
    this.from = from;
    this.to = to;
  }

  get text(): string {
    return (this.#text ??= this.#source.slice(this.from, this.to));
  }

  get key(): string {
    return (this.#key ??= this.#readKey());
  }

  #readKey(): string {
    if (this.kind === 'word') return wordKey(this.text);
    return this.kind === 'hyphen' || this.kind === 'dash' ? '-' : this.text;
  }
}

/** The index after the characters of `text` from `at` on whose kind is one of the two. */
function runEnd(text: string, at: number, kind: CharacterKind, other = kind): number {
  let next = at;
  while (next < text.length) {
    const found = characterKind(text, next);
    if (found !== kind && found !== other) break;
    next += characterLength(text, next);
  }
  return next;
}

/** The tokens of a paragraph with bounds-safe look-ahead. */
export class Tokens {
  readonly text: string;
  readonly #kinds: TokenKind[] = [];
  readonly #starts: number[] = [];
  readonly #made: (Token | undefined)[] = [];

  constructor(text: string) {
    this.text = text;
    let at = 0;
    while (at < text.length) at = this.#add(at);
  }

  /** Adds the token at an offset of the text; the offset after it. */
  #add(at: number): number {
    const { text } = this;
    const found = characterKind(text, at);
    let kind: TokenKind = found === 'mark' || found === 'blank' ? 'other' : found;
    let next: number;
    switch (found) {
      case 'word':
      case 'mark':
        next = runEnd(text, at, 'word', 'mark');
        break;
      case 'number':
      case 'space':
      case 'dots':
        next = runEnd(text, at, found);
        break;
      case 'dot':
      case 'blank':
        next = runEnd(text, at, found);
        if (next > at + 1) kind = 'dots';
        break;
      default:
        next = at + characterLength(text, at);
    }
    this.#kinds.push(kind);
    this.#starts.push(at);
    this.#made.push(undefined);
    return next;
  }

  /** All of them, in order. */
  get list(): readonly Token[] {
    return this.#kinds.map((_, index) => this.at(index));
  }

  get length(): number {
    return this.#kinds.length;
  }

  /** The words among the tokens from index `from` to before `to`. */
  wordsBetween(from: number, to: number): readonly Token[] {
    const words: Token[] = [];
    for (let index = from; index < to; index += 1) {
      if (this.kindAt(index) === 'word') words.push(this.at(index));
    }
    return words;
  }

  /** What `at(index).kind` is, without making the token. */
  kindAt(index: number): TokenKind {
    return (index >= 0 ? this.#kinds[index] : undefined) ?? 'end';
  }

  /** Where the token at `index` begins in the text; the text's length behind the last. */
  startOf(index: number): number {
    return this.#starts[index] ?? this.text.length;
  }

  /** The token at `index`; one of kind `end` outside the text. */
  at(index: number): Token {
    const from = index >= 0 ? this.#starts[index] : undefined;
    if (from === undefined) return end;
    const to = this.startOf(index + 1);
    return (this.#made[index] ??= new TextToken(this.text, this.kindAt(index), from, to));
  }

  /** The first index from `index` on that is neither a space nor a line break. */
  skip(index: number): number {
    let at = index;
    while (this.#isBlank(at)) at += 1;
    return at;
  }

  /** The last index before `index` that is neither a space nor a line break; -1 when there is none. */
  skipBack(index: number): number {
    let at = index - 1;
    while (this.#isBlank(at)) at -= 1;
    return at;
  }

  /** The text of the tokens from `from` to before `to`. */
  slice(from: number, to: number): string {
    return to <= from ? '' : this.text.slice(this.at(from).from, this.at(to - 1).to);
  }

  #isBlank(index: number): boolean {
    const kind = this.kindAt(index);
    return kind === 'space' || kind === 'newline';
  }
}

/** What no longer text is kept for between two scans. */
const longestText = 20_000;
let last = new Tokens('');

/** The tokens of a text; the last text's are kept, for several scans of a paragraph follow one another. */
export function tokensOf(text: string): Tokens {
  if (last.text === text) return last;
  const tokens = new Tokens(text);
  if (text.length <= longestText) last = tokens;
  return tokens;
}

const capital = pattern.u`^\p{Lu}`;

/** Whether the word begins with a capital. */
export function isCapital(token: Token): boolean {
  return token.kind === 'word' && capital.test(token.text);
}
