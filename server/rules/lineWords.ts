import { wordKey } from '../document/tokens.ts';
import { perText } from '../source/memory.ts';
import type { Line, Paragraph } from '../source/source.ts';
import { lower } from '../source/words.ts';
import { kindAt, letterOrMark } from '../vietnamese/characters.ts';

/** A word as it is spelled, whatever its place: the longest run of letters and their marks. */
export interface Word {
  readonly text: string;
  /** In lower case. */
  readonly lower: string;
  /** To look tables up by: `Uỷ` and `Ủy` share it. */
  readonly key: string;
  /** How many of its characters are capitals, and how many small letters. */
  readonly capitals: number;
  readonly smalls: number;
  /** The bits of the facts that hold for it. */
  readonly facts: number;
}

/** The words of a text, in order. */
export interface WordList {
  readonly words: readonly Word[];
  /** Where each begins in the text, UTF-16. */
  readonly starts: readonly number[];
  /** Every bit that some word has: most rules need look no further. */
  readonly facts: number;
}

type Judge = (word: Omit<Word, 'facts'>) => boolean;

const judges: Judge[] = [];

/** Enough for the words of any archive; beyond it the memory begins anew. */
const most = 20_000;
/** A longer piece of a text would keep all of that text in memory, and is no word of Vietnamese. */
const longest = 12;
const known = new Map<string, Word>();

/** The bit of a fact that hangs on the word alone; each word is judged once. To be made when a module loads. */
export function wordFact(judge: Judge): number {
  if (judges.length > 30) throw new RangeError('no bit is left for another fact');
  judges.push(judge);
  known.clear();
  return 1 << (judges.length - 1);
}

/** The words of the line. */
export const wordListOf = perText(({ text }: Line): WordList => readWords(text));

/** The words of the paragraph: those of its lines, for what else it holds are marks. */
export const paragraphWords = perText(({ lines }: Paragraph): WordList => {
  const [first] = lines;
  if (first && lines.length === 1 && first.offset === 0) return wordListOf(first);
  const words: Word[] = [];
  const starts: number[] = [];
  let facts = 0;
  for (const line of lines) {
    const list = wordListOf(line);
    for (const word of list.words) words.push(word);
    for (const start of list.starts) starts.push(line.offset + start);
    facts |= list.facts;
  }
  return { words, starts, facts };
});

function wordOf(text: string): Word {
  const before = known.get(text);
  if (before) return before;
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const word = {
    text,
    lower: lower(text),
    key: wordKey(text),
    capitals: count(/\p{Lu}/gu),
    smalls: count(/\p{Ll}/gu),
  };
  const facts = judges.reduce((bits, judge, at) => (judge(word) ? bits | (1 << at) : bits), 0);
  const judged = { ...word, facts };
  if (text.length > longest) return judged;
  if (known.size >= most) known.clear();
  known.set(text, judged);
  return judged;
}

/** The words of a text that is not remembered. */
export function readWords(text: string): WordList {
  const words: Word[] = [];
  const starts: number[] = [];
  let facts = 0;
  let start = -1;
  for (let at = 0; at <= text.length; at += 1) {
    if ((kindAt(text, at) & letterOrMark) !== 0) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      const word = wordOf(text.slice(start, at));
      words.push(word);
      starts.push(start);
      facts |= word.facts;
      start = -1;
    }
  }
  return { words, starts, facts };
}
