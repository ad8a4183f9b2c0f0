import type { PageMark } from '../../server/features/previewProtocol.ts';
import { Bar } from './bar.ts';
import { element } from './element.ts';
import { pixelOf } from './geometry.ts';
import { host } from './host.ts';
import { Memory } from './memory.ts';
import type { PlacedBox, PreviewState } from './messages.ts';
import { PageMouse } from './pageMouse.ts';
import { Pages } from './pages.ts';
import { anchorsOf, lineOfPixel, pixelOfLine, type Anchor } from './sync.ts';
import { markText } from './texts.ts';
import { Tooltip } from './tooltip.ts';
import { View } from './view.ts';
import { zoomedByWheel, zoomedIn, zoomedOut, type Zoom } from './zoom.ts';

export type ZoomStep = 'in' | 'out' | 'fit' | 'true';

/** The whole preview: what the panel tells is shown, what the person does is told. */
export class Preview {
  readonly #message = element('message', HTMLParagraphElement);
  readonly #tooltip = new Tooltip();
  readonly #memory = new Memory();
  readonly #bar: Bar;
  readonly #pages: Pages;
  readonly #view: View;
  #state: PreviewState | undefined;
  #anchors: readonly Anchor[] = [];
  #place: readonly PlacedBox[] = [];

  constructor(room: HTMLElement) {
    this.#bar = new Bar({
      chooseDocument: (index) => host.postMessage({ type: 'choose', index }),
      turn: (by) => this.#turn(by),
      zoom: (step) => this.zoomBy(step),
      toggleDiagnostics: () => {
        if (this.#state) host.postMessage({ type: 'diagnostics', on: !this.#state.diagnostics });
      },
      togglePin: () => host.postMessage({ type: 'pin' }),
    });
    this.#pages = new Pages(room, {
      choose: ({ page, x, y, width, height }) => this.#goTo(page, x + width / 2, y + height / 2),
      show: (mark, beside) => this.#hover(mark, beside.getBoundingClientRect()),
      hide: () => this.#tooltip.hide(),
    });
    this.#view = new View(room, this.#memory.zoom ?? 'fit', {
      resized: (scale) => this.#pages.resize(this.#state?.pages ?? [], scale),
      scrolled: (byHand) => this.#scrolled(byHand),
    });
    new PageMouse(room, () => this.#pages.sheets, {
      click: (page, x, y) => this.#goTo(page, x, y),
      hover: (mark, place) => this.#hover(mark, place),
    });
  }

  show(state: PreviewState): void {
    const before = this.#state;
    this.#state = state;
    this.#anchors = anchorsOf(state.pages);
    document.documentElement.lang = state.language;
    this.#tooltip.hide();
    this.#pages.show(state);
    this.#view.show(state.pages);
    if (!before) this.#begin(state);
    else if (before.uri !== state.uri || before.index !== state.index) this.#view.scrollTo(0);
    this.#message.textContent = state.message ?? '';
    this.#message.hidden = state.message === undefined;
    this.#bar.show(state);
    this.#scrolled(false);
    this.#tell();
  }

  /** Marks the caret's block, and brings it into view when it left it or `reveal` says so. */
  showPlace(boxes: readonly PlacedBox[], reveal: boolean): void {
    const before = this.#stretchOf(this.#place);
    const wasSeen = before !== undefined && this.#view.shows(before.top, before.bottom);
    this.#place = boxes;
    this.#pages.showPlace(boxes);
    const stretch = this.#stretchOf(boxes);
    const seen = stretch && this.#view.shows(stretch.top, stretch.bottom);
    if (stretch && !seen && (reveal || wasSeen)) this.#view.reveal(stretch.top, stretch.bottom);
    this.#tell();
  }

  scrollToLine(line: number): void {
    this.#view.scrollTo(pixelOfLine(this.#anchors, this.#view.stack, line));
  }

  /** One step larger or smaller, as wide as the room, or the paper's true size. */
  zoomBy(step: ZoomStep): void {
    const { percent } = this.#view;
    if (step === 'fit') this.#zoomTo('fit');
    else if (step === 'true') this.#zoomTo(100);
    else this.#zoomTo(step === 'in' ? zoomedIn(percent) : zoomedOut(percent));
  }

  /** Zooms by a turn of the wheel over a height of the view. */
  zoomByWheel(delta: number, at: number): void {
    this.#zoomTo(zoomedByWheel(this.#view.percent, delta), at);
  }

  /** Takes the shown message away; whether there was one. */
  dismiss(): boolean {
    const { shown } = this.#tooltip;
    this.#tooltip.hide();
    return shown;
  }

  /** Goes to the file's line of the first words of a sheet that are in view. */
  open(sheet: Element): void {
    const index = this.#pages.sheets.findIndex(({ element: own }) => own === sheet);
    const page = this.#state?.pages[index];
    const lines = page?.tops
      .filter((top) => pixelOf(this.#view.stack, index, top) >= this.#view.top)
      .map((top) => page.sourceLines[page.tops.indexOf(top)]);
    const line = lines?.find((each) => typeof each === 'number');
    if (typeof line === 'number') host.postMessage({ type: 'line', line });
  }

  #begin({ zoom, uri }: PreviewState): void {
    this.#view.setZoom(this.#memory.zoom ?? zoom, 0);
    this.#view.scrollTo(this.#memory.topOf(uri));
  }

  #zoomTo(zoom: Zoom, at?: number): void {
    this.#view.setZoom(zoom, at);
    this.#tooltip.hide();
    this.#scrolled(false);
    host.postMessage({ type: 'zoom', zoom });
  }

  #turn(by: number): void {
    const top = this.#view.stack.tops[this.#view.page + by];
    if (top === undefined) return;
    this.#view.scrollTo(top - 8);
    this.#lead();
  }

  #scrolled(byHand: boolean): void {
    const state = this.#state;
    if (!state) return;
    const { page, percent, zoom, top } = this.#view;
    this.#bar.tell(page, state.pages.length, percent, zoom === 'fit', state.language);
    this.#memory.keep(state, zoom, top);
    if (byHand) this.#lead();
  }

  /** Lets the editor follow. */
  #lead(): void {
    if (this.#anchors.length === 0) return;
    const line = Math.floor(lineOfPixel(this.#anchors, this.#view.stack, this.#view.top));
    host.postMessage({ type: 'scrolled', line });
  }

  #goTo(page: number, x: number, y: number): void {
    const state = this.#state;
    if (!state) return;
    const { uri, version } = state;
    host.postMessage({ type: 'source', at: { uri, version, page, x, y } });
  }

  #hover(mark: PageMark | undefined, place: DOMRect): void {
    if (!mark || !this.#state) this.#tooltip.hide();
    else this.#tooltip.show(markText(mark, this.#state.language), place, this.#state.language);
  }

  /** Where boxes stand in the stack, as far as they are on the first one's page. */
  #stretchOf(
    boxes: readonly PlacedBox[],
  ): { readonly top: number; readonly bottom: number } | undefined {
    const [first] = boxes;
    if (!first) return undefined;
    const own = boxes.filter(({ page }) => page === first.page);
    const { stack } = this.#view;
    const top = Math.min(...own.map(({ y }) => y));
    const bottom = Math.max(...own.map(({ y, height }) => y + height));
    return {
      top: pixelOf(stack, first.page, top),
      bottom: pixelOf(stack, first.page, bottom),
    };
  }

  #tell(): void {
    const state = this.#state;
    if (!state) return;
    const sum = (count: (sheet: Pages['sheets'][number]) => number): number =>
      this.#pages.sheets.reduce((total, sheet) => total + count(sheet), 0);
    host.postMessage({
      type: 'shown',
      shown: {
        uri: state.uri,
        index: state.index,
        version: state.version,
        title: state.title,
        pages: this.#pages.sheets.length,
        glyphs: sum(({ glyphs }) => glyphs),
        marks: sum(({ marks }) => marks.length),
        placed: sum(({ placed }) => placed),
        message: this.#message.textContent ?? '',
      },
    });
  }
}
