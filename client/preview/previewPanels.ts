import {
  commands,
  EventEmitter,
  languages,
  Uri,
  ViewColumn,
  window,
  workspace,
  type Disposable,
  type TextEditor,
  type WebviewPanel,
} from 'vscode';
import type { PreviewsShown } from '../api.ts';
import { isServed } from '../documents.ts';
import { say } from '../language.ts';
import type { PagePoint, Shown } from '../webview/messages.ts';
import type { Zoom } from '../webview/zoom.ts';
import { PreviewPanel, type PanelMeans } from './previewPanel.ts';
import { savedStateFrom } from './savedState.ts';

const viewType = 'vanban.preview';

/** The open previews: one follows the active document, the others are pinned to theirs. */
export class PreviewPanels implements Disposable, PreviewsShown {
  readonly #means: PanelMeans;
  readonly #panels = new Set<PreviewPanel>();
  readonly #didShow = new EventEmitter<Uri>();
  readonly #disposables: readonly Disposable[];
  readonly onDidShow = this.#didShow.event;

  constructor(means: PanelMeans) {
    this.#means = means;
    this.#disposables = [
      window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: (panel, state) => this.restore(panel, state),
      }),
      window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#each(document.uri, (preview) => preview.textChanged());
      }),
      window.onDidChangeTextEditorSelection(({ textEditor: { document } }) =>
        this.#each(document.uri, (preview) => preview.caretMoved(true)),
      ),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
        const line = visibleRanges[0]?.start.line;
        if (line === undefined) return;
        this.#each(textEditor.document.uri, (preview) => preview.editorScrolled(line));
      }),
      languages.onDidChangeDiagnostics(({ uris }) => {
        for (const uri of uris) this.#each(uri, (preview) => this.#drawLater(preview));
      }),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('vanban')) this.refresh();
      }),
      commands.registerCommand('vanban.openPreview', () => this.openForActiveEditor()),
      commands.registerCommand('vanban.togglePreviewPin', () => this.#togglePin()),
    ];
  }

  openForActiveEditor(): void {
    const document = window.activeTextEditor?.document;
    if (!document || !isServed(document)) {
      window.showInformationMessage(
        say({
          vi: 'Hãy mở một tệp Markdown để xem trang in của nó.',
          en: 'Open a Markdown file to see its printed pages.',
        }),
      );
      return;
    }
    const { uri } = document;
    const own = this.#of(uri) ?? this.#following();
    if (own) {
      own.follow(uri);
      own.panel.reveal(undefined, true);
      return;
    }
    const panel = window.createWebviewPanel(
      viewType,
      '',
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableFindWidget: true },
    );
    this.#add(panel, uri, 0, false, this.#means.settings.zoom);
  }

  shown(uri: Uri): Shown | undefined {
    return this.#of(uri)?.shown;
  }

  refresh(): void {
    for (const preview of this.#panels) preview.refresh();
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
    for (const { panel } of this.#panels) panel.dispose();
    this.#didShow.dispose();
  }

  isPinned(uri: Uri): boolean | undefined {
    return this.#of(uri)?.pinned;
  }

  async goToSource(uri: Uri, at: Omit<PagePoint, 'uri'>): Promise<void> {
    await this.#of(uri)?.goToSource({ ...at, uri: uri.toString() });
  }

  restore(panel: WebviewPanel, value: unknown): Promise<void> {
    const state = savedStateFrom(value);
    if (state) this.#add(panel, Uri.parse(state.uri), state.index, state.pinned, state.zoom);
    else panel.dispose();
    return Promise.resolve();
  }

  #add(panel: WebviewPanel, uri: Uri, index: number, pinned: boolean, zoom: Zoom): void {
    const tellPinned = (): void => {
      const active = [...this.#panels].find(({ panel: own }) => own.active);
      void commands.executeCommand('setContext', 'vanban.previewPinned', active?.pinned === true);
    };
    const preview: PreviewPanel = new PreviewPanel(
      panel,
      { uri, index },
      { pinned, zoom },
      this.#means,
      {
        shown: () => this.#didShow.fire(preview.uri),
        pinned: () => {
          tellPinned();
          if (!preview.pinned) this.#letFollow(preview);
        },
        closed: () => this.#panels.delete(preview),
      },
    );
    this.#panels.add(preview);
    panel.onDidChangeViewState(tellPinned);
  }

  #follow(editor: TextEditor | undefined): void {
    if (!editor || !isServed(editor.document)) return;
    const { uri } = editor.document;
    if (!this.#of(uri)) this.#following()?.follow(uri);
  }

  /** One preview follows: the one that was let go takes the place of the one that did. */
  #letFollow(preview: PreviewPanel): void {
    for (const other of [...this.#panels]) {
      if (other !== preview && !other.pinned) other.panel.dispose();
    }
    this.#follow(window.activeTextEditor);
  }

  /** Pages whose text has moved on are asked for anyway; only those that are up to date wait for diagnostics. */
  #drawLater(preview: PreviewPanel): void {
    const text = workspace.textDocuments.find(
      ({ uri }) => uri.toString() === preview.uri.toString(),
    );
    if (text && text.version === preview.version) preview.refresh();
  }

  #togglePin(): void {
    const active = [...this.#panels].find(({ panel }) => panel.active);
    (active ?? this.#following() ?? [...this.#panels].at(-1))?.togglePin();
  }

  #of(uri: Uri): PreviewPanel | undefined {
    return [...this.#panels].find((preview) => preview.uri.toString() === uri.toString());
  }

  #following(): PreviewPanel | undefined {
    return [...this.#panels].find(({ pinned }) => !pinned);
  }

  #each(uri: Uri, act: (preview: PreviewPanel) => void): void {
    if (this.#panels.size === 0) return;
    const key = uri.toString();
    for (const preview of this.#panels) if (preview.uri.toString() === key) act(preview);
  }
}
