import { wordKey } from '../document/tokens.ts';
import { wordFact, type Word, type WordList } from './lineWords.ts';

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  readonly values: T[];
}

/**
 * Phrases by their words alone, blind to case and to what stands between the words: tells at little cost
 * whether a text may hold one, so that only then it is read closely. To be made when a module loads.
 */
export class WordPhrases<T> {
  readonly #root: Node<T> = { next: new Map(), values: [] };
  /** The bit of the words that begin a phrase. */
  readonly #starts: number;

  /** `starts`: the bit of a fact that holds for the first word of each phrase; one of its own when left out. */
  constructor(phrases: Iterable<readonly [string, T]>, starts?: number) {
    for (const [phrase, value] of phrases) {
      let node = this.#root;
      for (const word of phrase.normalize('NFC').match(/[\p{L}\p{M}]+/gu) ?? []) {
        const key = wordKey(word);
        const next = node.next.get(key) ?? { next: new Map(), values: [] };
        node.next.set(key, next);
        node = next;
      }
      node.values.push(value);
    }
    this.#starts = starts ?? wordFact(({ key }) => this.#root.next.has(key));
  }

  /** Whether some phrase stands in the list for which `fits` says so, told its words from `from` to before `to`. */
  some(
    { words, facts }: WordList,
    fits: (value: T, from: number, to: number) => boolean = () => true,
  ): boolean {
    if ((facts & this.#starts) === 0) return false;
    return words.some(
      (word, at) => (word.facts & this.#starts) !== 0 && this.#stands(words, at, fits),
    );
  }

  #stands(
    words: readonly Word[],
    from: number,
    fits: (value: T, from: number, to: number) => boolean,
  ): boolean {
    let node: Node<T> | undefined = this.#root;
    for (let to = from; to < words.length; to += 1) {
      node = node.next.get(words[to]?.key ?? '');
      if (!node) return false;
      if (node.values.some((value) => fits(value, from, to + 1))) return true;
    }
    return false;
  }
}
