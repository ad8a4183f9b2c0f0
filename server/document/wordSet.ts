import type { Tokens } from './tokens.ts';

/**
 * Keys of words to be found among tokens. Length and first letter rule out most words before one is cut out of the
 * text and folded.
 */
export class WordSet {
  readonly #keys: ReadonlySet<string>;
  readonly #shapes = new Set<number>();

  constructor(keys: Iterable<string>) {
    this.#keys = new Set(keys);
    for (const key of this.#keys) {
      const first = key.charAt(0);
      // the tone mark of `uỷ`, which a key has on its first letter, may be typed on the second
      const plain = first.normalize('NFD').charAt(0);
      for (const letter of [first, first.toUpperCase(), plain, plain.toUpperCase()])
        this.#shapes.add(shapeOf(letter.charCodeAt(0), key.length));
    }
  }

  /** Whether token `index` is one of the words, in any case. */
  holds(tokens: Tokens, index: number): boolean {
    if (tokens.kindAt(index) !== 'word') return false;
    const from = tokens.startOf(index);
    const shape = shapeOf(tokens.text.charCodeAt(from), tokens.startOf(index + 1) - from);
    return this.#shapes.has(shape) && this.#keys.has(tokens.at(index).key);
  }
}

function shapeOf(first: number, length: number): number {
  return length * 0x10000 + first;
}
