import { currentPage, placeAt, scrollToShow, stackOf, widestOf, type Stack } from './geometry.ts';
import type { ShownPage } from './messages.ts';
import { percentOf, scaleOf, type Zoom } from './zoom.ts';

/** CSS pixels left free at either side of the widest page. */
const margin = 16;

/** Milliseconds after a person's wheel, key, touch or press in which scrolling is that person's. */
const handsOn = 1000;

interface ViewListener {
  /** The pages got another scale. */
  resized(scale: number): void;
  /** What is in view changed; `byHand` when the person at the pages scrolled them. */
  scrolled(byHand: boolean): void;
}

/** The part of the pages that is seen: its scale and its place. Content stays where it is when the scale changes. */
export class View {
  readonly #room: HTMLElement;
  readonly #listener: ViewListener;
  #pages: readonly ShownPage[] = [];
  #zoom: Zoom;
  #stack: Stack = stackOf([], 1);
  #touched = -handsOn;
  #pressed = false;
  /** Where we scrolled to: arriving there is no deed of the person's. */
  #sent = 0;
  #frame = 0;

  constructor(room: HTMLElement, zoom: Zoom, listener: ViewListener) {
    this.#room = room;
    this.#zoom = zoom;
    this.#listener = listener;
    room.addEventListener('scroll', () => this.#announce(), { passive: true });
    for (const kind of ['wheel', 'touchmove', 'keydown'] as const) {
      window.addEventListener(kind, () => this.#touch(), { passive: true, capture: true });
    }
    window.addEventListener('pointerdown', () => this.#press(true), true);
    for (const kind of ['pointerup', 'pointercancel', 'blur'] as const) {
      window.addEventListener(kind, () => this.#press(false), true);
    }
    new ResizeObserver(() => this.#layOut()).observe(room);
  }

  get stack(): Stack {
    return this.#stack;
  }

  get zoom(): Zoom {
    return this.#zoom;
  }

  get percent(): number {
    return percentOf(this.#stack.scale);
  }

  /** The page from 0 that takes most of the view. */
  get page(): number {
    return currentPage(this.#stack, this.#room.scrollTop, this.#room.clientHeight);
  }

  get top(): number {
    return this.#room.scrollTop;
  }

  show(pages: readonly ShownPage[]): void {
    this.#pages = pages;
    this.#layOut();
  }

  /** Zooms so that what stands at a height of the view (CSS pixels; its middle by default) stays there. */
  setZoom(zoom: Zoom, at = this.#room.clientHeight / 2): void {
    this.#zoom = zoom;
    this.#layOut(at);
  }

  scrollTo(top: number): void {
    this.#jump({ top });
  }

  /** Brings a stretch of the stack, in CSS pixels from its top, into view. */
  reveal(top: number, bottom: number): void {
    this.scrollTo(scrollToShow({ top, bottom }, this.top, this.#room.clientHeight));
  }

  shows(top: number, bottom: number): boolean {
    return bottom > this.top && top < this.top + this.#room.clientHeight;
  }

  #layOut(at = 0): void {
    const room = this.#room.clientWidth;
    if (room === 0) return;
    const scale = scaleOf(this.#zoom, room - 2 * margin, widestOf(this.#pages));
    const changed = scale !== this.#stack.scale;
    const fixed = placeAt(this.#stack, this.top + at);
    const across = (this.#room.scrollLeft + room / 2) / this.#stack.scale;
    this.#stack = stackOf(this.#pages, scale);
    this.#listener.resized(scale);
    if (changed) {
      const top = (this.#stack.tops[fixed.page] ?? 0) + fixed.y * scale - at;
      this.#jump({ top, left: across * scale - room / 2 });
    }
    this.#sent = this.top;
    this.#announce();
  }

  #jump(to: { readonly top: number; readonly left?: number }): void {
    this.#room.scrollTo({ ...to, behavior: 'instant' });
    this.#sent = this.top;
  }

  #announce(): void {
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      const atWork = this.#pressed || performance.now() - this.#touched < handsOn;
      this.#listener.scrolled(atWork && Math.abs(this.top - this.#sent) > 1);
    });
  }

  #touch(): void {
    this.#touched = performance.now();
  }

  #press(pressed: boolean): void {
    this.#pressed = pressed;
    this.#touch();
  }
}
