import type { Event, Uri, WebviewPanel } from 'vscode';
import type { Exchange } from './exchange/exchange.ts';
import type { PagePoint, Shown } from './webview/messages.ts';

/** What `activate` returns. */
export interface Api {
  /** Milliseconds of `activate` that the editor waited for the extension's own code: its loading and what it registers. */
  readonly ownMs: number;
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
  /** Whether the preview of a file is pinned to it; undefined when none is open. */
  isPinned(uri: Uri): boolean | undefined;
  /** What a click on a page of a file does: the caret goes to the word there. */
  goToSource(uri: Uri, at: Omit<PagePoint, 'uri'>): Promise<void>;
  /** What VS Code does after a reload: gives a panel and the state that its page kept. */
  restore(panel: WebviewPanel, state: unknown): Promise<void>;
}
