/** What a character can be: one bit each. */
export const small = 1;
export const capital = 2;
/** A letter without case, or a title letter (`ǅ`). */
export const otherLetter = 4;
export const mark = 8;
export const figure = 16;
export const underscore = 32;
const nothing = 64;

/** What words of letters are made of. */
export const letterOrMark = small | capital | otherLetter | mark;

const patterns: readonly (readonly [RegExp, number])[] = [
  [/\p{Ll}/u, small],
  [/\p{Lu}/u, capital],
  [/[\p{Lt}\p{Lm}\p{Lo}]/u, otherLetter],
  [/\p{M}/u, mark],
  [/\p{N}/u, figure],
  [/_/u, underscore],
];

/** By UTF-16 unit, learnt as they come: asking a pattern of each character of a text costs many times more. */
const kinds = new Uint8Array(0x10000);

/** The bit of what the character is that the UTF-16 unit at `at` belongs to; none of them outside the text. */
export function kindAt(text: string, at: number): number {
  if (at < 0 || at >= text.length) return nothing;
  const unit = text.charCodeAt(at);
  return kinds[unit] || (isHalf(unit) ? kindOf(wholeAt(text, at)) : learn(unit));
}

function learn(unit: number): number {
  const kind = kindOf(String.fromCharCode(unit));
  kinds[unit] = kind;
  return kind;
}

function kindOf(character: string): number {
  return patterns.find(([pattern]) => pattern.test(character))?.[1] ?? nothing;
}

function isHalf(unit: number): boolean {
  return (unit & 0xf800) === 0xd800;
}

/** The character of two units that the one at `at` is the first or the second of. */
function wholeAt(text: string, at: number): string {
  const second = (text.charCodeAt(at) & 0xfc00) === 0xdc00;
  const first = second && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 ? at - 1 : at;
  return String.fromCodePoint(text.codePointAt(first) ?? 0);
}
