import { Tokens } from './tokens.ts';

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  value: T | undefined;
}

/** A table of phrases that finds the longest one at a token, blind to case, spaces and the placing of tone marks. */
export class PhraseTable<T> {
  #root: Node<T> = { next: new Map(), value: undefined };

  constructor(phrases: Iterable<readonly [string, T]>) {
    for (const [phrase, value] of phrases) {
      let node = this.#root;
      const tokens = new Tokens(phrase.normalize('NFC'));
      for (let at = tokens.skip(0); at < tokens.length; at = tokens.skip(at + 1)) {
        const { key } = tokens.at(at);
        let next = node.next.get(key);
        if (!next) {
          next = { next: new Map(), value: undefined };
          node.next.set(key, next);
        }
        node = next;
      }
      // The first phrase wins, so that a table's order decides between equals.
      node.value ??= value;
    }
  }

  /** The keys of the tokens that phrases begin with. */
  get firstKeys(): Iterable<string> {
    return this.#root.next.keys();
  }

  /** The longest phrase that begins at token `index`, and the index after it; undefined when none does. */
  match(tokens: Tokens, index: number): { readonly value: T; readonly next: number } | undefined {
    let node: Node<T> | undefined = this.#root;
    let found: { value: T; next: number } | undefined;
    let at = index;
    for (;;) {
      node = node.next.get(tokens.at(at).key);
      if (!node) return found;
      if (node.value !== undefined) found = { value: node.value, next: at + 1 };
      at = tokens.skip(at + 1);
    }
  }
}

/** A table that only says whether a phrase is there. */
export function phraseSet(phrases: readonly string[]): PhraseTable<string> {
  return new PhraseTable(phrases.map((phrase) => [phrase, phrase] as const));
}
