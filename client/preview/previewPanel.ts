import { randomBytes } from 'node:crypto';
import { Range, Uri, workspace, type WebviewPanel } from 'vscode';
import {
  sourceRequest,
  type PageMark,
  type PreviewResult,
  type SourceParams,
  type SourceResult,
} from '../../server/features/previewProtocol.ts';
import { say } from '../language.ts';
import type { LanguageServer } from '../languageServer.ts';
import type { FromPage, PagePoint, PreviewState, Shown, ToPage } from '../webview/messages.ts';
import type { Zoom } from '../webview/zoom.ts';
import { CaretPlace } from './caretPlace.ts';
import { pageHtml } from './pageHtml.ts';
import { PageRequests, type Subject } from './pageRequests.ts';
import { PageStore } from './pageStore.ts';
import type { PreviewSettings } from './previewSettings.ts';
import { ScrollLead } from './scrollLead.ts';
import { editorOf, goTo, scrollTo } from './sourceEditor.ts';

/** Milliseconds in which keystrokes gather into one request; requests themselves wait for each other. */
const stillness = 20;

/** Milliseconds after which diagnostics that came later than the pages are drawn on them. */
const afterDiagnostics = 150;

export interface PanelListener {
  shown(): void;
  pinned(): void;
  closed(): void;
}

/** What a panel needs of the extension. */
export interface PanelMeans {
  readonly server: LanguageServer;
  readonly settings: PreviewSettings;
  /** The folder of the page's script and style. */
  readonly resources: Uri;
}

/** What the last answer said beside its pages. */
interface Said {
  readonly version: number;
  readonly title: string;
  readonly marks: readonly PageMark[];
  readonly documents: PreviewResult['documents'];
  readonly message?: string;
}

/** One webview with the pages of one document. The last good pages stay while there are none. */
export class PreviewPanel {
  readonly panel: WebviewPanel;
  readonly #means: PanelMeans;
  readonly #listener: PanelListener;
  readonly #store = new PageStore();
  readonly #requests: PageRequests;
  readonly #caret: CaretPlace;
  readonly #lead = new ScrollLead(() => performance.now());
  #subject: Subject;
  #pinned: boolean;
  #zoom: Zoom;
  #said: Said | undefined;
  #shown: Shown | undefined;

  constructor(
    panel: WebviewPanel,
    subject: Subject,
    { pinned, zoom }: { readonly pinned: boolean; readonly zoom: Zoom },
    means: PanelMeans,
    listener: PanelListener,
  ) {
    this.panel = panel;
    this.#subject = subject;
    this.#pinned = pinned;
    this.#zoom = zoom;
    this.#means = means;
    this.#listener = listener;
    this.#requests = new PageRequests(means.server, {
      subject: () => this.#subject,
      known: () => this.#store.known(),
      answered: (asked, result) => this.#answered(asked, result),
    });
    this.#caret = new CaretPlace(means.server, (boxes, reveal) =>
      this.#post({ type: 'place', boxes, reveal }),
    );
    panel.onDidDispose(() => {
      this.#requests.stop();
      this.#caret.stop();
      listener.closed();
    });
    panel.webview.options = { enableScripts: true, localResourceRoots: [means.resources] };
    panel.webview.onDidReceiveMessage((message: FromPage) => this.#receive(message));
    panel.webview.html = this.#html();
    panel.title = titleOf(undefined, pinned);
  }

  get uri(): Uri {
    return this.#subject.uri;
  }

  get pinned(): boolean {
    return this.#pinned;
  }

  get shown(): Shown | undefined {
    return this.#shown;
  }

  /** Shows a file's first document in place of the present one. */
  follow(uri: Uri): void {
    if (uri.toString() === this.uri.toString()) return;
    this.#choose({ uri, index: 0 });
  }

  textChanged(): void {
    this.#requests.ask(stillness);
  }

  /** Draws what came after the pages: settings, or diagnostics of the very text that is shown. */
  refresh(): void {
    this.#requests.ask(afterDiagnostics);
  }

  /** The version of the text that is shown; undefined before anything is. */
  get version(): number | undefined {
    return this.#said?.version;
  }

  /** Marks the block at the editor's caret; `reveal` when the person moved the caret. */
  caretMoved(reveal: boolean): void {
    const editor = editorOf(this.uri);
    const version = this.#said?.version;
    if (!editor || version === undefined || editor.document.version !== version) return;
    const { line, character } = editor.selection.active;
    const { index } = this.#subject;
    const position = { line, character };
    this.#caret.find({ uri: this.uri.toString(), index, version, position }, reveal);
  }

  /** Follows the editor to its first visible line, from 0. */
  editorScrolled(line: number): void {
    if (this.#lead.take('editor')) this.#post({ type: 'scroll', line });
  }

  togglePin(): void {
    this.#pinned = !this.#pinned;
    this.panel.title = titleOf(this.#said?.title, this.#pinned);
    this.#postState();
    this.#listener.pinned();
  }

  /** Nothing of the last document stays: its pages would be taken for the new one's. */
  #choose(subject: Subject): void {
    this.#subject = subject;
    this.#store.clear();
    this.#shown = undefined;
    this.#said = undefined;
    this.#requests.ask(0);
  }

  #html(): string {
    const { webview } = this.panel;
    const { resources } = this.#means;
    const at = (name: string): string =>
      webview.asWebviewUri(Uri.joinPath(resources, name)).toString();
    return pageHtml({
      nonce: randomBytes(16).toString('base64url'),
      script: at('webview.js'),
      style: at('webview.css'),
      origin: webview.cspSource,
    });
  }

  #receive(message: FromPage): void {
    switch (message.type) {
      case 'ready':
        // a page that was hidden comes back empty
        this.#store.forgetSent();
        if (this.#said) this.#postState();
        this.#requests.ask(0);
        return;
      case 'choose':
        this.#choose({ ...this.#subject, index: message.index });
        return;
      case 'source':
        void this.goToSource(message.at);
        return;
      case 'line':
        void this.#goTo(this.uri, new Range(message.line, 0, message.line, 0));
        return;
      case 'scrolled': {
        const editor = editorOf(this.uri);
        if (editor && this.#lead.take('page')) scrollTo(editor, message.line);
        return;
      }
      case 'zoom':
        this.#zoom = message.zoom;
        this.#means.settings.keepZoom(message.zoom);
        return;
      case 'diagnostics':
        void this.#means.settings.keepDiagnostics(message.on);
        return;
      case 'pin':
        this.togglePin();
        return;
      case 'shown':
        if (!this.#isSubject(message.shown)) return;
        this.#shown = message.shown;
        this.#listener.shown();
    }
  }

  #isSubject({ uri, index }: Shown): boolean {
    return uri === this.uri.toString() && index === this.#subject.index;
  }

  /** Goes to the word at a point of the pages; stays where nothing of the file stands. */
  async goToSource({ uri, version, page, x, y }: PagePoint): Promise<void> {
    const { index } = this.#subject;
    const params: SourceParams = { uri, index, version, page, x, y };
    const range = await this.#means.server
      .request<SourceResult>(sourceRequest, params)
      .catch(() => null);
    if (!range) return;
    const { start, end } = range;
    await this.#goTo(
      Uri.parse(uri),
      new Range(start.line, start.character, end.line, end.character),
    );
  }

  /** The pages stay where the person looks, though the editor scrolls. */
  async #goTo(uri: Uri, place: Range): Promise<void> {
    this.#lead.take('page');
    await goTo(uri, place, this.panel.viewColumn);
    this.#lead.take('page');
  }

  #answered(asked: Subject, result: PreviewResult): boolean {
    // another document was chosen while this one was set
    if (asked !== this.#subject) return true;
    const good = result.pages.length > 0;
    if (good && !this.#store.take(result.pages)) return false;
    const before = this.#said;
    const stays = !good && this.#store.count > 0 && before;
    this.#said = {
      version: result.version,
      title: stays ? before.title : result.title,
      marks: good ? result.marks : [],
      documents: stays ? before.documents : result.documents,
      ...(result.message === undefined ? {} : { message: result.message }),
    };
    this.panel.title = titleOf(this.#said.title, this.#pinned);
    this.#postState();
    const line = before ? undefined : editorOf(this.uri)?.visibleRanges[0]?.start.line;
    if (line !== undefined) this.editorScrolled(line);
    this.caretMoved(false);
    return true;
  }

  #postState(): void {
    if (!this.#said) return;
    const { settings } = this.#means;
    const diagnostics = settings.diagnostics;
    const state: PreviewState = {
      type: 'state',
      uri: this.uri.toString(),
      language: workspace.getConfiguration('vanban').get('language') === 'en' ? 'en' : 'vi',
      pages: this.#store.toSend(),
      index: this.#subject.index,
      pinned: this.#pinned,
      diagnostics,
      zoom: this.#zoom,
      ...this.#said,
      marks: diagnostics ? this.#said.marks : [],
    };
    this.#post(state);
  }

  #post(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }
}

function titleOf(title: string | undefined, pinned: boolean): string {
  const name = title || say({ vi: 'Xem trang in', en: 'Printed pages' });
  return pinned ? say({ vi: `[Ghim] ${name}`, en: `[Pinned] ${name}` }) : name;
}
