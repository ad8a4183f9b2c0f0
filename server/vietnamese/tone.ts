/** The six tones by the names of their marks; `ngang` has none. */
export type Tone = 'ngang' | 'huyền' | 'sắc' | 'hỏi' | 'ngã' | 'nặng';

const marks: readonly (readonly [string, Exclude<Tone, 'ngang'>])[] = [
  ['\u0300', 'huyền'],
  ['\u0301', 'sắc'],
  ['\u0309', 'hỏi'],
  ['\u0303', 'ngã'],
  ['\u0323', 'nặng'],
];
const toneByMark = new Map(marks);
const markByTone = new Map(marks.map(([mark, tone]) => [tone, mark] as const));
const anyMark = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** The word's tone; undefined when it bears more than one mark. */
export function toneOf(word: string): Tone | undefined {
  const found = word.normalize('NFD').match(anyMark) ?? [];
  if (found.length > 1) return undefined;
  return toneByMark.get(found[0] ?? '') ?? 'ngang';
}

/** The word without tone marks, the letters' own marks kept, in NFC. */
export function withoutTone(word: string): string {
  return word.normalize('NFD').replace(anyMark, '').normalize('NFC');
}

/** The vowel with the tone's mark, in NFC. */
export function withTone(vowel: string, tone: Tone): string {
  const mark = tone === 'ngang' ? '' : (markByTone.get(tone) ?? '');
  return (vowel + mark).normalize('NFC');
}

/** The mark that makes the letter another letter (`ă`, `â`, `ơ`); undefined for plain letters. */
export function markOf(letter: string): string | undefined {
  return /[\u0302\u0306\u031b]/u.exec(letter.normalize('NFD'))?.[0];
}
