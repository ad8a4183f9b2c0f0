import type { MarkListener } from './markLayer.ts';
import type { Drawing, PlacedBox, PreviewState, ShownPage } from './messages.ts';
import { Sheet } from './sheet.ts';
import { pageOf } from './texts.ts';

/** The sheets below each other. A page whose hash is the same as before stays as it is, wherever it moves. */
export class Pages {
  readonly #parent: HTMLElement;
  readonly #listener: MarkListener;
  #sheets: readonly Sheet[] = [];
  /** By hash: two pages may be the same, and the second is then not told again. */
  #drawings: ReadonlyMap<string, Drawing> = new Map();

  constructor(parent: HTMLElement, listener: MarkListener) {
    this.#parent = parent;
    this.#listener = listener;
  }

  get sheets(): readonly Sheet[] {
    return this.#sheets;
  }

  show({ pages, title, marks, diagnostics, language }: PreviewState): void {
    this.#drawings = this.#drawingsOf(pages);
    const kept = new Map<string, Sheet[]>();
    for (const sheet of this.#sheets.filter(({ complete }) => complete)) {
      kept.set(sheet.hash, [...(kept.get(sheet.hash) ?? []), sheet]);
    }
    this.#sheets = pages.map(
      (page) => kept.get(page.hash)?.shift() ?? new Sheet(page, this.#drawings.get(page.hash)),
    );
    this.#arrange();
    this.#sheets.forEach((sheet, index) => {
      const page = pages[index];
      if (!page) return;
      sheet.element.ariaLabel = `${pageOf(index + 1, pages.length, language)}, ${title}`;
      const own = diagnostics ? marks.filter((mark) => mark.page === index) : [];
      sheet.showMarks(own, page, language, this.#listener);
    });
  }

  resize(pages: readonly ShownPage[], scale: number): void {
    this.#sheets.forEach((sheet, index) => {
      const page = pages[index];
      if (page) sheet.resize(page, scale);
    });
  }

  showPlace(boxes: readonly PlacedBox[]): void {
    this.#sheets.forEach((sheet, index) => {
      sheet.showPlace(boxes.filter(({ page }) => page === index));
    });
  }

  #drawingsOf(pages: readonly ShownPage[]): ReadonlyMap<string, Drawing> {
    const told = new Map(pages.flatMap(({ hash, drawing }) => (drawing ? [[hash, drawing]] : [])));
    return new Map(
      pages.flatMap(({ hash }) => {
        const drawing = told.get(hash) ?? this.#drawings.get(hash);
        return drawing ? [[hash, drawing]] : [];
      }),
    );
  }

  /** Puts the sheets in their order and takes out the others, moving as few as may be: a moved one loses the focus. */
  #arrange(): void {
    const wanted = this.#sheets.map(({ element }) => element);
    const kept = new Set<Element>(wanted);
    for (const present of [...this.#parent.children]) if (!kept.has(present)) present.remove();
    wanted.forEach((sheet, index) => {
      const present = this.#parent.children[index] ?? null;
      if (present !== sheet) this.#parent.insertBefore(sheet, present);
    });
  }
}
