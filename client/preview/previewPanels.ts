import {
  EventEmitter,
  window,
  workspace,
  type Disposable,
  type TextDocument,
  type Uri,
} from 'vscode';
import type { PreviewsShown } from '../api.ts';
import { isServed } from '../documents.ts';
import { say } from '../language.ts';
import type { LanguageServer } from '../languageServer.ts';
import type { Shown } from '../webview/messages.ts';
import { PreviewPanel } from './previewPanel.ts';

/** The open previews, one a file. */
export class PreviewPanels implements Disposable, PreviewsShown {
  readonly #extension: Uri;
  readonly #server: LanguageServer;
  readonly #panels = new Map<string, PreviewPanel>();
  readonly #didShow = new EventEmitter<Uri>();
  readonly #listener: Disposable;
  readonly onDidShow = this.#didShow.event;

  constructor(extension: Uri, server: LanguageServer) {
    this.#extension = extension;
    this.#server = server;
    this.#listener = workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) this.#panels.get(document.uri.toString())?.update();
    });
  }

  openForActiveEditor(): void {
    const document = window.activeTextEditor?.document;
    if (document && isServed(document)) {
      this.#open(document);
      return;
    }
    window.showInformationMessage(
      say({
        vi: 'Hãy mở một tệp Markdown để xem trang in của nó.',
        en: 'Open a Markdown file to see its printed pages.',
      }),
    );
  }

  shown(uri: Uri): Shown | undefined {
    return this.#panels.get(uri.toString())?.shown;
  }

  refresh(): void {
    for (const panel of this.#panels.values()) panel.update();
  }

  dispose(): void {
    this.#listener.dispose();
    for (const panel of this.#panels.values()) panel.dispose();
    this.#didShow.dispose();
  }

  #open({ uri }: TextDocument): void {
    const key = uri.toString();
    const open = this.#panels.get(key);
    if (open) {
      open.reveal();
      return;
    }
    this.#panels.set(
      key,
      new PreviewPanel(uri, this.#extension, this.#server, {
        shown: () => this.#didShow.fire(uri),
        closed: () => this.#panels.delete(key),
      }),
    );
  }
}
