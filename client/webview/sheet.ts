import type { PageMark } from '../../server/features/previewProtocol.ts';
import { drawingOf } from './drawing.ts';
import { made, placeAtBox } from './element.ts';
import { markLayer, type MarkListener } from './markLayer.ts';
import type { Drawing, PlacedBox, ShownPage } from './messages.ts';
import { textLayer } from './textLayer.ts';
import type { Language } from './texts.ts';

/** One page of paper: its drawing, the caret's block, the words over it and the diagnostics. */
export class Sheet {
  readonly hash: string;
  readonly complete: boolean;
  readonly element = made('section', 'sheet');
  readonly #layers = made('div', 'layers');
  readonly #place = made('div', 'place');
  readonly #drawing = made('div', 'drawing');
  #marks: readonly PageMark[] = [];
  #said = '';
  #scale = 1;
  #markLayer: HTMLElement | undefined;

  /** Without its drawing the sheet stays blank until the page is told again. */
  constructor({ hash, sourceLines }: ShownPage, drawing: Drawing | undefined) {
    this.hash = hash;
    this.complete = drawing !== undefined;
    // each drawing numbers its glyphs anew, so it lives in a tree of its own
    this.#drawing.attachShadow({ mode: 'open' }).replaceChildren(...drawingOf(drawing?.svg ?? ''));
    this.#drawing.ariaHidden = 'true';
    this.#place.ariaHidden = 'true';
    this.#layers.append(this.#place, textLayer(drawing?.lines ?? [], sourceLines));
    this.element.tabIndex = 0;
    this.element.role = 'group';
    this.element.append(this.#drawing, this.#layers);
  }

  get marks(): readonly PageMark[] {
    return this.#marks;
  }

  /** CSS pixels a point. */
  get scale(): number {
    return this.#scale;
  }

  /** How many glyphs are drawn. */
  get glyphs(): number {
    return this.#drawing.shadowRoot?.querySelectorAll('use').length ?? 0;
  }

  /** How many boxes mark the caret's block. */
  get placed(): number {
    return this.#place.childElementCount;
  }

  /** Gives the page its size. `scale`: CSS pixels a point. */
  resize({ width, height }: ShownPage, scale: number): void {
    this.#scale = scale;
    const { style } = this.element;
    style.width = `${width * scale}px`;
    style.height = `${height * scale}px`;
    this.#layers.style.width = `${width}px`;
    this.#layers.style.height = `${height}px`;
    this.#layers.style.transform = `scale(${scale})`;
  }

  showMarks(
    marks: readonly PageMark[],
    page: ShownPage,
    language: Language,
    listener: MarkListener,
  ): void {
    const said = JSON.stringify([language, marks]);
    this.#marks = marks;
    if (said === this.#said) return;
    this.#said = said;
    const layer = markLayer(marks, page, language, listener);
    if (this.#markLayer) this.#markLayer.replaceWith(layer);
    else this.#layers.append(layer);
    this.#markLayer = layer;
  }

  showPlace(boxes: readonly PlacedBox[]): void {
    this.#place.replaceChildren(
      ...boxes.map((box) => {
        const mark = document.createElement('div');
        placeAtBox(mark, box);
        return mark;
      }),
    );
  }
}
