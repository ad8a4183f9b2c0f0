import {
  CodeActionKind,
  CompletionRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  TextDocuments,
  TextDocumentSyncKind,
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { configPath, isConfigFile } from '../config/configFiles.ts';
import type { Position } from '../lint/lines.ts';
import { say } from '../lint/settings.ts';
import { codeActions, fixAllKind, headFormKind } from './codeActions.ts';
import { configCompletionItems } from './configCompletion.ts';
import { Exchange, type ExchangeHost } from './exchange.ts';
import {
  exportRequest,
  importRequest,
  type ExportParams,
  type ExportResult,
  type ImportParams,
  type ImportResult,
} from './exchangeProtocol.ts';
import { foldingRanges } from './folding.ts';
import { Guard } from './guard.ts';
import { KnownSettings } from './knownSettings.ts';
import { OpenDocument } from './openDocument.ts';
import { Previews, unavailable, type PreviewHost } from './preview.ts';
import {
  placeRequest,
  previewRequest,
  sourceRequest,
  type PlaceParams,
  type PlaceResult,
  type PreviewParams,
  type SourceParams,
  type SourceResult,
} from './previewProtocol.ts';
import { Publishing, type PublishingHost } from './publishing.ts';
import { SettingsStore } from './settings.ts';
import { documentSymbols, flatSymbols } from './symbols.ts';
import type { WorkspaceScanner } from '../workspace/scanner.ts';
import { folderName, WorkspaceDocuments, type FirstReading } from './workspaceDocuments.ts';

/** The notification by which a client that can tells where the caret is. */
export const caretNotification = 'vanban/caret';

export interface CaretParams {
  readonly uri: string;
  readonly position: Position;
}

/** What the entry point knows of where the server runs. */
export interface ServerHost {
  readonly version: string;
  /** The folder of the rules' pages as a URI ending in `/`, where there is one. */
  readonly rulePages: string | undefined;
  readonly now: () => number;
  /** The text of a configuration or a register; undefined when there is none. Absent where no files can be read. */
  readonly readFile: ((uri: string) => Promise<string | undefined>) | undefined;
  /**
   * What scans the workspace's files, beside the server; absent where none can be read. `storage`: the folder in which
   * it may keep what it read. `lost` is told of what it gives up.
   */
  readonly scanner?: (
    storage: string | undefined,
    lost: (error: Error) => void,
  ) => WorkspaceScanner;
  /** What sets pages for previews, the same each time; undefined where none can be set. */
  readonly pageSetter: PreviewHost['pageSetter'];
  /** The bytes of a picture that a text names; undefined where none can be read. */
  readonly readPicture: PreviewHost['readPicture'];
  readonly fileSetter: ExchangeHost['fileSetter'];
}

/** Wires every feature to the connection and listens. */
export function startServer(connection: Connection, host: ServerHost): void {
  const store = new SettingsStore(connection);
  const guard = new Guard(connection, store);
  const documents = new TextDocuments<OpenDocument>({
    create: (uri, languageId, version, text) => new OpenDocument(uri, languageId, version, text),
    update: (document, changes, version) => document.update(changes, version, host.now()),
  });
  const workspace = new WorkspaceDocuments({
    read: host.readFile,
    openDocuments: (uri) => documents.get(uri)?.parsed().documents,
    now: host.now,
    changed: () => publishing.refresh(documents.all()),
    readOnce: (reading) => tellReading(reading),
    fault: (error) => guard.fault('workspace', error),
  });
  const settings = new KnownSettings(store, workspace, async (uri) => host.readFile?.(uri));
  const publishingHost: PublishingHost = {
    connection,
    settings,
    guard,
    documentOf: (uri) => documents.get(uri),
    now: host.now,
    rulePages: host.rulePages,
    pulls: false,
    refreshes: false,
  };
  const publishing = new Publishing(publishingHost);
  const previews = new Previews(host);
  const exchange = new Exchange(host);
  let client: ClientCapabilities = {};
  let folders: readonly string[] = [];
  let storage: string | undefined;

  const tellReading = ({ files, known, milliseconds, isWhole }: FirstReading): void => {
    if (files === 0) return;
    const seconds = (milliseconds / 1000).toFixed(1);
    const vi = `Đã đọc ${files} tệp của thư mục làm việc trong ${seconds} s (${known} tệp đã biết từ trước)`;
    const en = `Read ${files} files of the workspace in ${seconds} s (${known} known from before)`;
    const more = {
      vi: isWhole ? '' : '; các tệp còn lại không đọc vì quá nhiều',
      en: isWhole ? '' : '; there are more, which are not read',
    };
    connection.console.info(say({ vi: vi + more.vi, en: en + more.en }, store.language));
  };

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities;
    publishingHost.pulls = client.textDocument?.diagnostic !== undefined;
    publishingHost.refreshes = client.workspace?.diagnostics?.refreshSupport === true;
    folders = foldersOf(params);
    storage = storageOf(params.initializationOptions);
    store.start(client.workspace?.configuration === true, params.initializationOptions);
    return {
      serverInfo: { name: 'vanban', version: host.version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        codeActionProvider: {
          codeActionKinds: [CodeActionKind.QuickFix, headFormKind, fixAllKind],
        },
        documentSymbolProvider: { label: 'vanban' },
        foldingRangeProvider: true,
        ...(publishingHost.pulls
          ? {
              diagnosticProvider: {
                identifier: 'vanban',
                // Files do depend on each other; the server itself asks for a refresh, which costs no keystroke.
                interFileDependencies: false,
                workspaceDiagnostics: false,
              },
            }
          : {}),
      },
    };
  });

  connection.onInitialized(() => {
    const lost = (error: Error): void => guard.fault('workspace', error);
    workspace.start(folders, host.scanner?.(storage, lost));
    if (client.workspace?.workspaceFolders === true) {
      connection.workspace.onDidChangeWorkspaceFolders((event) => {
        const added = event.added.map(({ uri }) => uri);
        const removed = event.removed.map(({ uri }) => uri);
        folders = changedFolders(folders, added, removed);
        workspace.changeFolders(added, removed);
      });
    }
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true && host.readFile) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [
          { globPattern: '**/*.md' },
          { globPattern: '**/.vanban/*.{csv,json}' },
          // a config file names files of the office's own rules, and a baseline, wherever they are
          { globPattern: '**/*.{yml,yaml}' },
        ],
      });
    }
    // For config files alone: in documents nothing is suggested that nobody asked for.
    if (client.textDocument?.completion?.dynamicRegistration === true) {
      void connection.client.register(CompletionRequest.type, {
        documentSelector: [{ pattern: `**/${configPath}` }],
      });
    }
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration !== true) return;
    void connection.client.register(DidChangeConfigurationNotification.type, {
      section: 'vanban',
    });
  });

  connection.onDidChangeConfiguration((params: { readonly settings: unknown }) => {
    store.change(params.settings);
    publishing.refresh(documents.all());
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) workspace.touched(uri);
    if (!changes.some(({ uri }) => isConfigFile(uri) || settings.followFrom(uri))) return;
    settings.configChanged();
    publishing.refresh(documents.all());
  });

  documents.onDidChangeContent(({ document }) => {
    workspace.edited(document.uri);
    publishing.changed(document);
  });
  documents.onDidClose(({ document }) => {
    settings.forget(document.uri);
    publishing.closed(document.uri);
    previews.forget(document.uri);
    workspace.touched(document.uri);
  });

  connection.onNotification(caretNotification, ({ uri, position }: CaretParams) => {
    const document = documents.get(uri);
    if (document?.moveCaret(position, host.now())) publishing.refresh([document]);
  });

  connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
    guard.answer<DocumentDiagnosticReport>(
      'textDocument/diagnostic',
      { kind: DocumentDiagnosticReportKind.Full, items: [] },
      () => publishing.pull(textDocument.uri, previousResultId, token),
    ),
  );

  connection.onCodeAction(({ textDocument, range, context }, token) =>
    guard.answer('textDocument/codeAction', [], async () => {
      const ofFile = await settings.of(textDocument.uri);
      const document = documents.get(textDocument.uri);
      if (!document || token.isCancellationRequested) return [];
      return [
        ...codeActions(document, ofFile, range, context, {
          rulePages: host.rulePages,
          versionedEdits: client.workspace?.workspaceEdit?.documentChanges === true,
          disabledActions: client.textDocument?.codeAction?.disabledSupport === true,
        }),
      ];
    }),
  );

  connection.onDocumentSymbol(({ textDocument: { uri } }) =>
    guard.answer('textDocument/documentSymbol', [], async () => {
      const { language } = await settings.of(uri);
      const document = documents.get(uri);
      if (!document?.isActive()) return [];
      const symbols = documentSymbols(document.parsed().documents, document.lines, language);
      const trees = client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
      return trees ? symbols : flatSymbols(symbols, uri);
    }),
  );

  connection.onCompletion(({ textDocument: { uri }, position }) =>
    guard.answer('textDocument/completion', [], async () => {
      const { language } = await settings.of(uri);
      const document = documents.get(uri);
      return document && isConfigFile(uri)
        ? configCompletionItems(document, position, language)
        : [];
    }),
  );

  connection.onFoldingRanges(({ textDocument: { uri } }) =>
    guard.answer('textDocument/foldingRange', [], () => {
      const document = documents.get(uri);
      return document?.isActive() ? foldingRanges(document.parsed().documents, document.lines) : [];
    }),
  );

  connection.onRequest(previewRequest, async (params: PreviewParams) => {
    const ofFile = await settings.of(params.uri);
    const { language } = ofFile;
    const failed = {
      vi: 'Không xem trước được văn bản này.',
      en: 'This document cannot be previewed.',
    };
    return guard.answer(previewRequest, unavailable(-1, say(failed, language)), () =>
      previews.show(documents.get(params.uri), params, ofFile, folders),
    );
  });
  connection.onRequest(sourceRequest, (params: SourceParams) =>
    guard.answer<SourceResult>(sourceRequest, null, () =>
      previews.source(documents.get(params.uri), params),
    ),
  );
  connection.onRequest(placeRequest, (params: PlaceParams) =>
    guard.answer<PlaceResult>(placeRequest, null, () =>
      previews.place(documents.get(params.uri), params),
    ),
  );

  connection.onRequest(exportRequest, async (params: ExportParams, token: CancellationToken) => {
    const ofFile = await settings.of(params.uri);
    return guard.answer<ExportResult>(
      exportRequest,
      { files: [], told: [say(notMade, ofFile.language)] },
      () => exchange.export(params, ofFile, folders, token),
    );
  });
  connection.onRequest(importRequest, (params: ImportParams) =>
    guard.answer<ImportResult>(
      importRequest,
      { pictures: [], told: [say(notMade, store.language)] },
      () => exchange.import(params, store.language),
    ),
  );

  documents.listen(connection);
  connection.listen();
}

const notMade = {
  vi: 'Có lỗi khi chuyển đổi tệp; chi tiết ở bảng Output.',
  en: 'Converting the file failed; the Output panel has the details.',
};

/** The workspace's folders; older clients name one root. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}

/** The folders without those that left, by whatever writing of their address, and with those that joined. */
function changedFolders(
  folders: readonly string[],
  added: readonly string[],
  removed: readonly string[],
): readonly string[] {
  const gone = new Set(removed.map(folderName));
  return [...folders.filter((uri) => !gone.has(folderName(uri))), ...added];
}

/** The folder in which the client lets the server keep what it knows, as a path. */
function storageOf(options: unknown): string | undefined {
  const isNamed = typeof options === 'object' && options !== null && 'storage' in options;
  return isNamed && typeof options.storage === 'string' ? options.storage : undefined;
}
