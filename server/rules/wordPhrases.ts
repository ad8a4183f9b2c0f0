import { wordKey } from '../document/tokens.ts';
import { wordFact, type WordList } from './lineWords.ts';
import { pattern } from '../source/letters.ts';

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  readonly values: T[];
}

/** Told the value of a phrase and where its words stand in the list: from `from` to before `to`. */
type Fits<T> = (value: T, from: number, to: number) => boolean;

/**
 * Phrases by their words alone, blind to case and to what stands between the words: tells at little cost
 * whether a text may hold one, so that only then it is read closely. To be made when a module loads.
 */
export class WordPhrases<T> {
  readonly #root: Node<T> = { next: new Map(), values: [] };
  /** The bits of the words that come first and second: most places are told by them without a look into the table. */
  readonly #first: number;
  readonly #second: number;
  readonly #hasSingle: boolean;

  constructor(phrases: Iterable<readonly [string, T]>) {
    const seconds = new Set<string | undefined>();
    for (const [phrase, value] of phrases) {
      const keys = (phrase.normalize('NFC').match(pattern.gu`[\p{L}\p{M}]+`) ?? []).map(wordKey);
      let node = this.#root;
      for (const key of keys) {
        const next = node.next.get(key) ?? { next: new Map(), values: [] };
        node.next.set(key, next);
        node = next;
      }
      node.values.push(value);
      seconds.add(keys[1]);
    }
    this.#hasSingle = seconds.has(undefined);
    this.#first = wordFact(({ key }) => this.#root.next.has(key));
    this.#second = wordFact(({ key }) => seconds.has(key));
  }

  /** Whether some phrase stands in the list for which `fits` says so. */
  some(list: WordList, fits: Fits<T> = () => true): boolean {
    const { words, facts } = list;
    if ((facts & this.#first) === 0) return false;
    for (let at = 0; at < words.length; at += 1) {
      if (((words[at]?.facts ?? 0) & this.#first) === 0) continue;
      if (!this.#hasSingle && ((words[at + 1]?.facts ?? 0) & this.#second) === 0) continue;
      if (this.#stands(list, at, fits)) return true;
    }
    return false;
  }

  #stands({ words }: WordList, from: number, fits: Fits<T>): boolean {
    let node: Node<T> | undefined = this.#root;
    for (let to = from; to < words.length; to += 1) {
      node = node.next.get(words[to]?.key ?? '');
      if (!node) return false;
      if (node.values.some((value) => fits(value, from, to + 1))) return true;
    }
    return false;
  }
}
