/** A document of so many characters is the likely cause when a server ends while it is asked about it. */
const huge = 1_000_000;

/** Finds the document that a server ends at, so that it is not handed to the next one. */
export class Suspects {
  /** How many answers are awaited about each document, by address. */
  readonly #awaited = new Map<string, number>();
  #atLastEnd: ReadonlySet<string> = new Set();
  readonly #leftOut = new Set<string>();

  asked(uri: string): void {
    this.#awaited.set(uri, (this.#awaited.get(uri) ?? 0) + 1);
  }

  answered(uri: string): void {
    const left = (this.#awaited.get(uri) ?? 0) - 1;
    if (left > 0) this.#awaited.set(uri, left);
    else this.#awaited.delete(uri);
  }

  /**
   * Takes that the server ended by itself. Gives the document to be left out from now on: one that was being read now
   * and at the end before, or a huge one; of several the longest. `lengthOf` gives characters.
   */
  ended(lengthOf: (uri: string) => number): string | undefined {
    const awaited = new Set(this.#awaited.keys());
    const [worst] = [...awaited]
      .filter((uri) => this.#atLastEnd.has(uri) || lengthOf(uri) >= huge)
      .sort((one, other) => lengthOf(other) - lengthOf(one));
    this.#awaited.clear();
    this.#atLastEnd = awaited;
    if (worst !== undefined) this.#leftOut.add(worst);
    return worst;
  }

  isLeftOut(uri: string): boolean {
    return this.#leftOut.has(uri);
  }

  /** Takes that the document was closed: it may be another when it is opened again. */
  closed(uri: string): void {
    this.#leftOut.delete(uri);
  }

  /** Takes that the person wants all of them tried again. */
  clear(): void {
    this.#leftOut.clear();
    this.#atLastEnd = new Set();
  }
}
