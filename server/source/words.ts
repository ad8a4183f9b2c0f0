import { expanded } from './letters.ts';

/** What a word is made of: letters, their marks, digits and the underscore; `\b` knows ASCII alone. */
const wordCharacter = expanded('[\\p{L}\\p{M}\\p{N}_]');
const wordCharacterPattern = new RegExp(wordCharacter, 'u');

/** The pattern source with Unicode word boundaries on both sides; for a RegExp with the `u` flag. */
export function asWord(source: string): string {
  return `(?<!${wordCharacter})(?:${source})(?!${wordCharacter})`;
}

/** Whether the UTF-16 unit at `at` belongs to a word; false outside the text. */
export function isWordAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && wordCharacterPattern.test(text.charAt(at));
}

/** Whether `at` lies between a word character and none, or at an end of the text. */
export function isBoundary(text: string, at: number): boolean {
  return isWordAt(text, at - 1) !== isWordAt(text, at) || !isWordAt(text, at);
}

/** The text with each letter's case folded the Vietnamese way, of the same length as the text in NFC. */
export function lower(text: string): string {
  return text.toLowerCase();
}
