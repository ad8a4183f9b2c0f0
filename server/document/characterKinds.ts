import { pattern } from '../source/letters.ts';

const kinds = [
  'unread',
  'word',
  'mark',
  'number',
  'space',
  'newline',
  'slash',
  'hyphen',
  'dash',
  'comma',
  'dot',
  'dots',
  'semicolon',
  'colon',
  'open',
  'close',
  'quote',
  'blank',
  'other',
] as const;

/**
 * What a character is to the reader of tokens, by the letters and figures that patterns know; a mark goes on with a word
 * and begins none, a blank is `_`.
 */
export type CharacterKind = Exclude<(typeof kinds)[number], 'unread'>;

const signs: Readonly<Record<string, CharacterKind>> = {
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
  '…': 'dots',
  _: 'blank',
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

function kindOf(character: string): CharacterKind {
  const sign = signs[character];
  if (sign) return sign;
  if (pattern.u`\p{L}`.test(character)) return 'word';
  if (pattern.u`\p{M}`.test(character)) return 'mark';
  if (pattern.u`\p{Nd}`.test(character)) return 'number';
  return /\s/u.test(character) ? 'space' : 'other';
}

/** Indexes of `kinds` by UTF-16 unit, read when a text first has it: patterns for every letter would cost more than the rest. */
const known = new Uint8Array(0x10000);

/** What the character at `at` is, a pair of surrogates as a whole; `other` outside the text. */
export function characterKind(text: string, at: number): CharacterKind {
  const kind = kinds[known[text.charCodeAt(at)] ?? 0] ?? 'unread';
  return kind === 'unread' ? readKind(text, at) : kind;
}

function readKind(text: string, at: number): CharacterKind {
  const point = text.codePointAt(at);
  if (point === undefined) return 'other';
  const kind = kindOf(String.fromCodePoint(point));
  // what half of a pair is hangs on its other half
  const whole = point < 0xd800 || (point > 0xdfff && point <= 0xffff);
  if (whole) known[point] = kinds.indexOf(kind);
  return kind;
}

/** How many UTF-16 units the character at `at` takes. */
export function characterLength(text: string, at: number): number {
  return text.charCodeAt(at) >> 10 === 0x36 && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
