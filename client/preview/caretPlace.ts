import {
  placeRequest,
  type PlaceParams,
  type PlaceResult,
} from '../../server/features/previewProtocol.ts';
import type { LanguageServer } from '../languageServer.ts';
import type { PlacedBox } from '../webview/messages.ts';

/** Milliseconds of stillness of the caret before its block is looked for. */
const stillness = 40;

/** Finds the caret's block on the pages: only the last place asked for is answered. */
export class CaretPlace {
  readonly #server: LanguageServer;
  readonly #found: (boxes: readonly PlacedBox[], reveal: boolean) => void;
  #timer: NodeJS.Timeout | undefined;
  #asked = 0;

  constructor(
    server: LanguageServer,
    found: (boxes: readonly PlacedBox[], reveal: boolean) => void,
  ) {
    this.#server = server;
    this.#found = found;
  }

  find(params: PlaceParams, reveal: boolean): void {
    clearTimeout(this.#timer);
    this.#asked += 1;
    const asked = this.#asked;
    this.#timer = setTimeout(() => {
      this.#server.request<PlaceResult>(placeRequest, params).then(
        (place) => {
          if (asked === this.#asked) this.#found(place?.boxes ?? [], reveal);
        },
        // a newer text is on its way, and its pages ask again
        () => undefined,
      );
    }, stillness);
  }

  stop(): void {
    this.#asked += 1;
    clearTimeout(this.#timer);
  }
}
