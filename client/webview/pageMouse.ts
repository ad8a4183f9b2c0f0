import type { PageMark } from '../../server/features/previewProtocol.ts';
import type { Sheet } from './sheet.ts';
import { boxAt } from './squiggle.ts';

/** Milliseconds in which a second click makes a double click, which selects a word and goes nowhere. */
const doubleClick = 280;

export interface MouseListener {
  /** A single click on a page (from 0), at points from its top left corner. */
  click(page: number, x: number, y: number): void;
  /** The mark under the pointer and its place in the window; undefined when there is none. */
  hover(mark: PageMark | undefined, place: DOMRect): void;
}

/** What the pointer does on the sheets. */
export class PageMouse {
  readonly #sheets: () => readonly Sheet[];
  readonly #listener: MouseListener;
  #waiting = 0;
  #hovered: PageMark | undefined;

  constructor(room: HTMLElement, sheets: () => readonly Sheet[], listener: MouseListener) {
    this.#sheets = sheets;
    this.#listener = listener;
    room.addEventListener('click', (event) => this.#click(event));
    room.addEventListener('pointermove', (event) => this.#move(event));
    room.addEventListener('pointerleave', () => this.#hover(undefined, new DOMRect()));
    room.addEventListener('scroll', () => this.#hover(undefined, new DOMRect()), { passive: true });
  }

  #click(event: MouseEvent): void {
    clearTimeout(this.#waiting);
    const found = this.#sheetAt(event);
    // a keyboard's press of a mark comes with no count of clicks
    if (!found || event.detail !== 1 || !isPlain(event) || selects()) return;
    const { index, x, y } = found;
    this.#waiting = window.setTimeout(() => this.#listener.click(index, x, y), doubleClick);
  }

  #move(event: PointerEvent): void {
    const found = event.buttons === 0 ? this.#sheetAt(event) : undefined;
    const marks = found?.sheet.marks ?? [];
    const mark = found && marks[boxAt(marks, found.x, found.y)];
    if (!found || !mark) return this.#hover(undefined, new DOMRect());
    const { left, top, scale } = found;
    const place = new DOMRect(
      left + mark.x * scale,
      top + mark.y * scale,
      mark.width * scale,
      mark.height * scale,
    );
    this.#hover(mark, place);
  }

  #hover(mark: PageMark | undefined, place: DOMRect): void {
    if (mark === this.#hovered) return;
    this.#hovered = mark;
    this.#listener.hover(mark, place);
  }

  #sheetAt({ target, clientX, clientY }: MouseEvent) {
    const element = target instanceof Element ? target.closest('.sheet') : null;
    const index = this.#sheets().findIndex((each) => each.element === element);
    const sheet = this.#sheets()[index];
    if (!sheet) return undefined;
    const { left, top } = sheet.element.getBoundingClientRect();
    const { scale } = sheet;
    return {
      index,
      sheet,
      scale,
      left,
      top,
      x: (clientX - left) / scale,
      y: (clientY - top) / scale,
    };
  }
}

function isPlain({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return !ctrlKey && !metaKey && !shiftKey && !altKey;
}

function selects(): boolean {
  return !(document.getSelection()?.isCollapsed ?? true);
}
