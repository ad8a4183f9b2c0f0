export type Side = 'editor' | 'page';

/** Milliseconds that a side keeps the lead after it scrolled: the other's echo comes within them. */
const hold = 350;

/** Which of editor and pages the person scrolls: the other one follows, and its own scrolling is an echo. */
export class ScrollLead {
  readonly #now: () => number;
  #side: Side | undefined;
  #at = 0;

  /** `now`: milliseconds of a clock that never goes back. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Whether a side that scrolls leads; it then keeps the lead while it goes on. */
  take(side: Side): boolean {
    const now = this.#now();
    if (this.#side !== undefined && this.#side !== side && now - this.#at < hold) return false;
    this.#side = side;
    this.#at = now;
    return true;
  }
}
