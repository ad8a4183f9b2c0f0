import { element } from './element.ts';

/** The message of the mark under the pointer or the keyboard; Escape takes it away. */
export class Tooltip {
  readonly #box = element('tooltip', HTMLDivElement);

  /** Shows a text under a stretch of the window, or above it where there is no room below. */
  show(text: string, { left, top, bottom }: DOMRect, language: string): void {
    this.#box.textContent = text;
    this.#box.lang = language;
    this.#box.hidden = false;
    const own = this.#box.getBoundingClientRect();
    const below = bottom + 6;
    const fitsBelow = below + own.height < window.innerHeight;
    const x = Math.max(4, Math.min(left, window.innerWidth - own.width - 4));
    this.#box.style.left = `${x}px`;
    this.#box.style.top = `${fitsBelow ? below : Math.max(4, top - own.height - 6)}px`;
  }

  get shown(): boolean {
    return !this.#box.hidden;
  }

  hide(): void {
    this.#box.hidden = true;
  }
}
