const lowerLetter = /\p{Ll}/u;
const upperLetter = /\p{Lu}/u;

/** Whether the text has capital letters and no lower-case one. */
export function isCapitals(text: string): boolean {
  // of most texts the first letters tell
  return !lowerLetter.test(text) && upperLetter.test(text);
}

/** The text in lower case without diacritics, `đ` as `d`: for comparing words that scans spell unevenly. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[đð]/gu, 'd');
}
