import type { Event, Uri } from 'vscode';
import type { Exchange } from './exchange/exchange.ts';
import type { Shown } from './webview/messages.ts';

/** What `activate` returns. */
export interface Api {
  /** Milliseconds from the start of `activate` to a running server. */
  readonly activationMs: number;
  readonly previews: PreviewsShown;
  readonly exchange: Pick<Exchange, 'export' | 'import'>;
}

/** What the previews show, as their pages tell it. */
export interface PreviewsShown {
  /** Fires each time a preview has drawn its pages. */
  readonly onDidShow: Event<Uri>;
  /** What the preview of a file shows now; undefined when none is open or nothing is drawn yet. */
  shown(uri: Uri): Shown | undefined;
}
