import { pattern } from '../source/letters.ts';

const lowerLetter = pattern.u`\p{Ll}`;
const upperLetter = pattern.u`\p{Lu}`;

/** Whether the text has capital letters and no lower-case one. */
export function isCapitals(text: string): boolean {
  // of most texts the first letters tell
  return !lowerLetter.test(text) && upperLetter.test(text);
}

/** The text in lower case without diacritics, `đ` as `d`: for comparing words that scans spell unevenly. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(pattern.gu`\p{M}`, '')
    .toLowerCase()
    .replace(/[đð]/gu, 'd');
}
