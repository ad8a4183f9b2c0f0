import { Uri, ViewColumn, window, type Disposable, type WebviewPanel } from 'vscode';
import { LSPErrorCodes, ResponseError } from 'vscode-languageclient/node.js';
import type { PreviewParams, PreviewResult } from '../../server/features/previewProtocol.ts';
import { say } from '../language.ts';
import type { LanguageServer } from '../languageServer.ts';
import type { FromPage, PreviewState, Shown } from '../webview/messages.ts';
import { pageHtml } from './pageHtml.ts';

/** Milliseconds of stillness after a change before the pages are asked for anew. */
const stillness = 120;

export interface PreviewListener {
  shown(): void;
  closed(): void;
}

/** One webview beside the text, with the pages of one file. The last good pages stay while there are none. */
export class PreviewPanel implements Disposable {
  readonly #uri: Uri;
  readonly #server: LanguageServer;
  readonly #listener: PreviewListener;
  readonly #panel: WebviewPanel;
  #index = 0;
  #state: PreviewState | undefined;
  #shown: Shown | undefined;
  #timer: NodeJS.Timeout | undefined;
  #asking = false;
  #changed = false;
  #closed = false;

  constructor(uri: Uri, extension: Uri, server: LanguageServer, listener: PreviewListener) {
    this.#uri = uri;
    this.#server = server;
    this.#listener = listener;
    const resources = Uri.joinPath(extension, 'dist');
    this.#panel = window.createWebviewPanel(
      'vanban.preview',
      panelTitle(''),
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, localResourceRoots: [resources] },
    );
    this.#panel.onDidDispose(() => {
      this.#closed = true;
      clearTimeout(this.#timer);
      listener.closed();
    });
    this.#panel.webview.onDidReceiveMessage((message: FromPage) => this.#receive(message));
    this.#panel.webview.html = pageHtml(this.#panel.webview, resources);
  }

  get shown(): Shown | undefined {
    return this.#shown;
  }

  reveal(): void {
    this.#panel.reveal(undefined, true);
  }

  /** Asks for the pages once the text rests. */
  update(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), stillness);
  }

  dispose(): void {
    this.#panel.dispose();
  }

  #receive(message: FromPage): void {
    switch (message.type) {
      case 'ready':
        // A page that was hidden comes back empty.
        if (this.#state) this.#post(this.#state);
        else void this.#ask();
        return;
      case 'choose':
        this.#index = message.index;
        void this.#ask();
        return;
      case 'shown':
        this.#shown = message.shown;
        this.#listener.shown();
    }
  }

  /** One request at a time; what changed meanwhile is asked for when it has been answered. */
  async #ask(): Promise<void> {
    if (this.#asking || this.#closed) {
      this.#changed = true;
      return;
    }
    this.#changed = false;
    this.#asking = true;
    const params: PreviewParams = { uri: this.#uri.toString(), index: this.#index };
    try {
      this.#show(await this.#server.request<PreviewResult>('vanban/preview', params));
    } catch (error) {
      if (isOutdated(error)) this.#changed = true;
      else {
        this.#server.warn('vanban/preview', error);
        this.#show(unanswered());
      }
    } finally {
      this.#asking = false;
    }
    if (this.#changed) await this.#ask();
  }

  #show(result: PreviewResult): void {
    if (this.#closed) return;
    const { title, pages, documents } =
      result.pages.length > 0 || !this.#state
        ? { ...result, pages: result.pages.map(({ svg }) => svg ?? '') }
        : this.#state;
    this.#state = {
      version: result.version,
      title,
      pages,
      documents,
      index: this.#index,
      pageCount: pageCount(pages.length),
      chooseDocument: say({ vi: 'Văn bản trong tệp', en: 'Document in the file' }),
      ...(result.message === undefined ? {} : { message: result.message }),
    };
    this.#panel.title = panelTitle(title);
    this.#post(this.#state);
  }

  #post(state: PreviewState): void {
    void this.#panel.webview.postMessage(state);
  }
}

function panelTitle(title: string): string {
  return title || say({ vi: 'Xem trang in', en: 'Printed pages' });
}

function pageCount(pages: number): string {
  return say({ vi: `${pages} trang`, en: pages === 1 ? '1 page' : `${pages} pages` });
}

/** Whether the server gave up because it knew of a newer text. */
function isOutdated(error: unknown): boolean {
  return error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified;
}

function unanswered(): PreviewResult {
  return {
    version: -1,
    title: '',
    pages: [],
    marks: [],
    documents: [],
    message: say({
      vi: 'Máy chủ vanban không trả lời; hãy chạy lệnh “vanban: Khởi động lại máy chủ”.',
      en: 'The vanban server does not answer; run the command “vanban: Restart Server”.',
    }),
  };
}
