/**
 * What was found out about a piece of text whatever its place in the file. It lives as long as the parsed piece,
 * which editions of the file share as long as no edit touches it.
 */
export class Memory {
  #values: unknown[] | undefined;

  /** What was kept under the number; undefined where nothing was. */
  recall(slot: number): unknown {
    return this.#values?.[slot];
  }

  keep(slot: number, value: unknown): void {
    const values = (this.#values ??= []);
    while (values.length < slot) values.push(undefined);
    values[slot] = value;
  }
}

/** A line or paragraph at a place, whose text keeps its memory wherever it stands. */
interface Remembering {
  readonly memory: Memory;
}

let slots = 0;

/**
 * `read` asked once for each text. It must hang on the text, its kind and its styles alone, and what
 * it gives may hold no place in the file and no `undefined`. To be made once, when a module loads.
 */
export function perText<O extends Remembering, T extends NonNullable<unknown>>(
  read: (piece: O) => T,
): (piece: O) => T {
  const slot = slots;
  slots += 1;
  return (piece) => {
    const known = piece.memory.recall(slot);
    if (known !== undefined) return known as T;
    const value = read(piece);
    piece.memory.keep(slot, value);
    return value;
  };
}
