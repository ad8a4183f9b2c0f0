import { markOf, toneOf, withoutTone, withTone, type Tone } from './tone.ts';

/** A syllable of Vietnamese taken apart: `quyết` is qu + yê + t with the rising tone. Letters in lower case. */
export interface Syllable {
  readonly onset: string;
  /** Glide and nucleus, as they are written: `oa`, `uyê`, `ươ`. */
  readonly vowels: string;
  readonly coda: string;
  readonly tone: Tone;
}

/** Where the tone mark of an open `oa`, `oe`, `uy` stands: on the glide (`hòa`) or on the nucleus (`hoà`). */
export type ToneStyle = 'old' | 'new';

const plainOnsets = ['b', 'ch', 'd', 'đ', 'h', 'kh', 'l', 'm', 'n', 'nh', 'p', 'ph', 'r', 's', 't'];
const onsets = ['', ...plainOnsets, 'th', 'tr', 'v', 'x'];

/** Each nucleus (with its glide) and the codas that it takes; '' where it may stand open. */
const codasOf: Readonly<Record<string, readonly string[]>> = {
  a: ['', 'c', 'ch', 'i', 'm', 'n', 'ng', 'nh', 'o', 'p', 't', 'u', 'y'],
  ă: ['c', 'm', 'n', 'ng', 'p', 't'],
  â: ['c', 'm', 'n', 'ng', 'p', 't', 'u', 'y'],
  e: ['', 'c', 'm', 'n', 'ng', 'o', 'p', 't'],
  ê: ['', 'ch', 'm', 'n', 'nh', 'p', 't', 'u'],
  i: ['', 'ch', 'm', 'n', 'nh', 'p', 't', 'u'],
  ia: [''],
  iê: ['c', 'm', 'n', 'ng', 'p', 't', 'u'],
  yê: ['m', 'n', 'ng', 't', 'u'],
  o: ['', 'c', 'i', 'm', 'n', 'ng', 'p', 't'],
  oo: ['c', 'ng'],
  ô: ['', 'c', 'i', 'm', 'n', 'ng', 'p', 't'],
  ơ: ['', 'i', 'm', 'n', 'p', 't'],
  u: ['', 'c', 'i', 'm', 'n', 'ng', 'p', 't'],
  ua: [''],
  uô: ['c', 'i', 'm', 'n', 'ng', 't'],
  ư: ['', 'c', 'i', 'm', 'n', 'ng', 't', 'u'],
  ưa: [''],
  ươ: ['c', 'i', 'm', 'n', 'ng', 'p', 't', 'u'],
  y: [''],
  oa: ['', 'c', 'ch', 'i', 'm', 'n', 'ng', 'nh', 'o', 'p', 't', 'y'],
  oă: ['c', 'm', 'n', 'ng', 't'],
  oe: ['', 'n', 'o', 't'],
  uâ: ['n', 'ng', 't', 'y'],
  uê: ['', 'ch', 'n', 'nh', 't', 'u'],
  uơ: [''],
  uy: ['', 'ch', 'n', 'nh', 'p', 't', 'u'],
  uya: [''],
  uyê: ['n', 't'],
};

/** After `qu` the glide is written already. */
const afterQu: Readonly<Record<string, readonly string[]>> = {
  a: ['', 'c', 'ch', 'i', 'm', 'n', 'ng', 'nh', 'o', 't', 'u', 'y'],
  ă: ['c', 'm', 'n', 'ng', 'p', 't'],
  â: ['n', 'ng', 't', 'y'],
  e: ['', 'n', 'o', 't'],
  ê: ['', 'ch', 'n', 'nh', 't', 'u'],
  i: ['', 't'],
  ô: ['c'],
  ơ: ['', 'i', 'n', 't'],
  y: ['', 'ch', 'n', 'nh', 't', 'u'],
  yê: ['n', 't'],
};

/** Letters of the longest nucleus. */
const mostVowels = 3;

/** Loans of the standard language that break the pattern of onset and glide. */
const loans = new Set(['boa', 'voan', 'moay', 'phuy', 'khuya', 'pơ', 'xuyt']);

const front = /^[eêiy]/u;
const stops = ['c', 'ch', 'p', 't'];
const labials = ['b', 'm', 'p', 'ph', 'v'];
const glides = /^(?:o[aăe]|u[âêơy])/u;
const yAlone = ['', 'h', 'k', 'l', 'm', 's', 't', 'v'];

/** The word as a syllable; undefined when it is none. Any case, NFC; the tone mark may stand on any vowel. */
export function parseSyllable(word: string): Syllable | undefined {
  const lower = word.toLowerCase();
  const tone = toneOf(lower);
  if (tone === undefined) return undefined;
  const letters = withoutTone(lower);
  const parsed = split(letters);
  if (!parsed) return undefined;
  const stopped = stops.includes(parsed.coda);
  if (stopped && tone !== 'sắc' && tone !== 'nặng') return undefined;
  return { ...parsed, tone };
}

/** Whether the word can be a syllable of Vietnamese. */
export function isSyllable(word: string): boolean {
  return parseSyllable(word) !== undefined;
}

/** Whether only the tone keeps the letters from being a syllable: `viêt`, `đươc`. */
export function lacksTone(word: string): boolean {
  const letters = withoutTone(word.toLowerCase());
  return !isSyllable(word) && split(letters) !== undefined;
}

function split(letters: string): Omit<Syllable, 'tone'> | undefined {
  const match = /^([^aăâeêioôơuưy]*)([aăâeêioôơuưy]+)([^aăâeêioôơuưy]*)$/u.exec(letters);
  if (!match) return undefined;
  const [, consonants = '', run = '', end = ''] = match;
  if (consonants === 'q') return run.startsWith('u') ? rhyme('qu', run.slice(1), end) : undefined;
  if (consonants === 'g' && run.startsWith('i')) return afterGi(run, end);
  return rhyme(consonants, run, end);
}

/** `gì`, `gìn`; `giêng` and `giết` leave out the second i. */
function afterGi(run: string, end: string): Omit<Syllable, 'tone'> | undefined {
  if (run === 'i')
    return ['', 'n', 'p'].includes(end) ? { onset: 'g', vowels: 'i', coda: end } : undefined;
  if (/^iê/u.test(run)) {
    const parsed = rhyme('', `iê${run.slice(2)}`, end, true);
    return parsed && { onset: 'gi', vowels: 'ê', coda: parsed.coda };
  }
  return front.test(run.slice(1)) && !/^[eê]/u.test(run.slice(1))
    ? undefined
    : rhyme('gi', run.slice(1), end);
}

function rhyme(
  onset: string,
  run: string,
  end: string,
  isWritten = false,
): Omit<Syllable, 'tone'> | undefined {
  const table = onset === 'qu' ? afterQu : codasOf;
  for (let at = Math.min(run.length, mostVowels); at > 0; at -= 1) {
    const vowels = run.slice(0, at);
    const coda = run.slice(at) + end;
    if (!(table[vowels] ?? []).includes(coda)) continue;
    if (onset === 'qu' || isWritten || fits(onset, vowels, coda)) return { onset, vowels, coda };
  }
  return undefined;
}

/** Whether the spelling rules let the onset stand before these vowels. */
function fits(onset: string, vowels: string, coda: string): boolean {
  if (loans.has(onset + vowels + coda)) return true;
  const isFront = front.test(vowels);
  if (onset === '') return vowels !== 'iê';
  if (vowels === 'yê') return false;
  if (vowels === 'y') return yAlone.includes(onset) && coda === '';
  if (onset === 'gi') return true;
  if (onset === 'k' || onset === 'gh' || onset === 'ngh') return isFront;
  // the sound before a glide is written q
  if (onset === 'c' && glides.test(vowels)) return false;
  if (onset === 'c' || onset === 'g' || onset === 'ng') return !isFront;
  if (!onsets.includes(onset)) return false;
  // buses and tubes brought uy after a labial: buýt, tuýp, phuy
  return !(glides.test(vowels) && labials.includes(onset) && vowels !== 'uy');
}

/** The word with its tone mark where the style puts it, in the word's own case; the word itself when it is no syllable. */
export function placeTone(word: string, style: ToneStyle): string {
  const syllable = parseSyllable(word);
  if (!syllable || syllable.tone === 'ngang') return word;
  const at =
    (syllable.onset === 'gi' || syllable.onset === 'qu' ? 2 : syllable.onset.length) +
    toneIndex(syllable, style);
  const letters = [...withoutTone(word)];
  return letters
    .map((letter, index) => (index === at ? withTone(letter, syllable.tone) : letter))
    .join('');
}

/** The vowel that bears the mark, counted from the first vowel after the onset. */
function toneIndex({ onset, vowels, coda }: Syllable, style: ToneStyle): number {
  const letters = [...vowels];
  const marked = letters.findLastIndex((letter) => markOf(letter) !== undefined);
  if (marked >= 0) return marked;
  if (letters.length === 1) return 0;
  if (letters.length === 3) return 1;
  if (!/^(?:oa|oe|uy|oo)$/u.test(vowels) || onset === 'qu') return 0;
  return coda !== '' || style === 'new' ? 1 : 0;
}
