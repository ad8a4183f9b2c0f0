import { isSyllable, lacksTone } from './syllable.ts';
import { withoutTone, withTone, type Tone } from './tone.ts';

// a stopped syllable lost its nặng more often than its sắc: được, nghiệp, Việt, thực
const tones: readonly Tone[] = ['nặng', 'sắc', 'huyền', 'hỏi', 'ngã', 'ngang'];
const vowels = [...'aăâeêioôơuưy'];
/** What typists leave out or mistake for each other. */
const kin: Readonly<Record<string, readonly string[]>> = {
  u: ['ư'],
  ư: ['u'],
  o: ['ơ', 'ô'],
  ô: ['o', 'ơ'],
  ơ: ['ô', 'o'],
  a: ['â', 'ă'],
  ă: ['â', 'a'],
  â: ['ă', 'a'],
  e: ['ê'],
  ê: ['e'],
  d: ['đ'],
  đ: ['d'],
  i: ['y'],
  y: ['i'],
};
const spellings: readonly (readonly [RegExp, string])[] = [
  [/^ngh(?=[aăâoôơuư])/u, 'ng'],
  [/^ng(?=[eêi])/u, 'ngh'],
  [/^gh(?=[aăâoôơuư])/u, 'g'],
  [/^g(?=[eê])/u, 'gh'],
  [/^c(?=[eêiy])/u, 'k'],
  [/^k(?=[aăâoôơuư])/u, 'c'],
];

/** The syllables, or two syllables run together, that the word is most likely meant to be: at most four, the `common` ones first. */
export function suggestionsFor(word: string, common: ReadonlySet<string>): readonly string[] {
  const lower = word.toLowerCase();
  const found = new Set<string>();
  const add = (candidate: string): void => {
    if (candidate !== lower && candidate.split(' ').every(isSyllable)) found.add(candidate);
  };
  if (lacksTone(lower)) for (const tone of tones) add(retoned(lower, tone));
  const bare = withoutTone(lower);
  for (const [pattern, newText] of spellings) {
    const onset = pattern.exec(bare)?.[0];
    if (onset !== undefined) add(newText + lower.slice(onset.length));
  }
  const letters = [...lower];
  letters.forEach((letter, at) => {
    if (letter === letters[at + 1]) add(without(letters, at));
  });
  letters.forEach((letter, at) => {
    const plain = withoutTone(letter);
    for (const other of kin[plain] ?? []) {
      const tone = toneMarkOf(letter);
      add(
        [...letters.slice(0, at), other + tone, ...letters.slice(at + 1)].join('').normalize('NFC'),
      );
    }
  });
  for (let at = 1; at < letters.length; at += 1) {
    add(
      [...letters.slice(0, at - 1), letters[at], letters[at - 1], ...letters.slice(at + 1)].join(
        '',
      ),
    );
    const [left, right] = [letters.slice(0, at).join(''), letters.slice(at).join('')];
    if (left.length > 1 && right.length > 1) add(`${left} ${right}`);
  }
  letters.forEach((_, at) => add(without(letters, at)));
  const likely = [...found].filter((candidate) => common.has(candidate));
  return [...new Set([...likely, ...found])]
    .slice(0, 4)
    .map((candidate) => inCaseOf(word, candidate));
}

/** What follows the base letter in NFD beside the letter's own mark. */
function toneMarkOf(letter: string): string {
  return letter.normalize('NFD').match(/[\u0300\u0301\u0303\u0309\u0323]/u)?.[0] ?? '';
}

function without(letters: readonly string[], at: number): string {
  return [...letters.slice(0, at), ...letters.slice(at + 1)].join('');
}

/** The word with this tone on its last marked vowel, or its last but one. */
function retoned(word: string, tone: Tone): string {
  const letters = [...withoutTone(word)];
  const places = letters.flatMap((letter, at) => (vowels.includes(letter) ? [at] : []));
  const at = places.findLast((place) => /[ăâêôơ]/u.test(letters[place] ?? '')) ?? places.at(-1);
  return letters.map((letter, index) => (index === at ? withTone(letter, tone) : letter)).join('');
}

function inCaseOf(word: string, candidate: string): string {
  if (word === word.toUpperCase()) return candidate.toUpperCase();
  const isCapital = word.charAt(0) !== word.charAt(0).toLowerCase();
  return isCapital ? candidate.charAt(0).toUpperCase() + candidate.slice(1) : candidate;
}
