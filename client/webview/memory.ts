import { host } from './host.ts';
import type { PreviewState } from './messages.ts';
import { zoomFrom, type Zoom } from './zoom.ts';

/** Milliseconds of stillness before the place of the pages is noted. */
const stillness = 200;

/** What a reload brings back: of this page alone, or of the whole window by the panel. */
export class Memory {
  /** As the last page left it; undefined when this is the first. */
  readonly zoom: Zoom | undefined;
  readonly #uri: string | undefined;
  readonly #top: number;
  #timer = 0;

  constructor() {
    const saved = host.getState();
    const has = (name: string): unknown =>
      typeof saved === 'object' && saved !== null ? Reflect.get(saved, name) : undefined;
    this.zoom = has('zoom') === undefined ? undefined : zoomFrom(has('zoom'));
    this.#uri = typeof has('uri') === 'string' ? String(has('uri')) : undefined;
    this.#top = Number(has('top')) || 0;
  }

  /** How far the pages of a file were scrolled, in CSS pixels. */
  topOf(uri: string): number {
    return uri === this.#uri ? this.#top : 0;
  }

  keep({ uri, index, pinned }: PreviewState, zoom: Zoom, top: number): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(
      () => host.setState({ uri, index, pinned, zoom, top }),
      stillness,
    );
  }
}
