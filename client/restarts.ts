/** So many ends within so many milliseconds are no accident: another start would end as the others did. */
const mostEnds = 5;
const withinMs = 180_000;

/** Decides whether a server that ended by itself is started again. */
export class Restarts {
  readonly #ends: number[] = [];

  /** Takes that it ended at that time, in milliseconds; gives whether to start it again. */
  mayRestart(now: number): boolean {
    this.#ends.push(now);
    if (this.#ends.length < mostEnds) return true;
    const first = this.#ends.shift() ?? now;
    return now - first > withinMs;
  }
}
