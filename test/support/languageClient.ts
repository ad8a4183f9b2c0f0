import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-jsonrpc/node.js';
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  DocumentSymbol,
  FoldingRange,
  InitializeResult,
  PublishDiagnosticsParams,
  Range,
  TextDocumentContentChangeEvent,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';

export type Entry = 'server' | 'vanban lsp';

const root = fileURLToPath(new URL('../../', import.meta.url));

const commandLines: Readonly<Record<Entry, readonly string[]>> = {
  server: ['server/main.ts', '--stdio'],
  'vanban lsp': ['server/cli/main.ts', 'lsp', '--stdio'],
};

/** What most editors can do; a test adds what it is about. */
export const pushCapabilities: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true } },
  textDocument: {
    publishDiagnostics: { versionSupport: true, relatedInformation: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

export const pullCapabilities: ClientCapabilities = {
  ...pushCapabilities,
  textDocument: { ...pushCapabilities.textDocument, diagnostic: {} },
};

interface Waiter {
  readonly wanted: (params: PublishDiagnosticsParams) => boolean;
  readonly found: (params: PublishDiagnosticsParams) => void;
}

/** A client that speaks to a real server process over standard input and output. */
export class LanguageClient {
  readonly connection: MessageConnection;
  /** Everything published so far, oldest first. */
  readonly published: PublishDiagnosticsParams[] = [];
  readonly log: string[] = [];
  readonly shown: string[] = [];
  /** What the server gets when it asks for the configuration, now or when it is settled. */
  configuration: unknown = null;
  refreshes = 0;
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #waiters = new Set<Waiter>();
  readonly #exit: Promise<number | null>;

  /** `options`: of Node, for the server's process. */
  constructor(entry: Entry = 'server', options: readonly string[] = []) {
    const args = [...options, '--import', 'tsx', ...commandLines[entry]];
    this.#process = spawn(process.execPath, args, { cwd: root });
    this.#exit = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.stderr.on('data', (chunk: Buffer) => this.log.push(chunk.toString()));
    this.connection = createMessageConnection(
      new StreamMessageReader(this.#process.stdout),
      new StreamMessageWriter(this.#process.stdin),
    );
    this.connection.onNotification(
      'textDocument/publishDiagnostics',
      (params: PublishDiagnosticsParams) => {
        this.published.push(params);
        for (const waiter of this.#waiters) {
          if (!waiter.wanted(params)) continue;
          this.#waiters.delete(waiter);
          waiter.found(params);
        }
      },
    );
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.log.push(message);
    });
    this.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      this.shown.push(message);
    });
    this.connection.onRequest(
      'workspace/configuration',
      async ({ items }: { items: unknown[] }) => {
        const configuration = await this.configuration;
        return items.map(() => configuration);
      },
    );
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes += 1;
      return null;
    });
    this.connection.listen();
  }

  /** The server process's id. */
  get pid(): number | undefined {
    return this.#process.pid;
  }

  async initialize(
    capabilities: ClientCapabilities = pushCapabilities,
    initializationOptions?: unknown,
    folder?: string,
  ): Promise<InitializeResult> {
    const result: InitializeResult = await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: folder ?? null,
      workspaceFolders: folder === undefined ? null : [{ uri: folder, name: 'workspace' }],
      capabilities,
      initializationOptions,
    });
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  open(uri: string, text: string, languageId = 'markdown', version = 1): Promise<void> {
    return this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version, text },
    });
  }

  change(
    uri: string,
    version: number,
    contentChanges: readonly TextDocumentContentChangeEvent[],
  ): Promise<void> {
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** The next diagnostics published for the file, those already published included, that pass `wanted`. */
  diagnostics(
    uri: string,
    version: number,
    wanted: (diagnostics: readonly Diagnostic[]) => boolean = () => true,
  ): Promise<readonly Diagnostic[]> {
    const passes = (params: PublishDiagnosticsParams): boolean =>
      params.uri === uri && params.version === version && wanted(params.diagnostics);
    const before = this.published.find(passes);
    if (before) return Promise.resolve(before.diagnostics);
    return new Promise((resolve) => {
      this.#waiters.add({ wanted: passes, found: ({ diagnostics }) => resolve(diagnostics) });
    });
  }

  /** The next time that the file's diagnostics are published from now on. */
  nextPublished(uri: string): Promise<PublishDiagnosticsParams> {
    return new Promise((resolve) => {
      this.#waiters.add({ wanted: (params) => params.uri === uri, found: resolve });
    });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri },
      previousResultId,
    });
  }

  codeActions(uri: string, range: Range, only?: readonly string[]): Promise<CodeAction[]> {
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
  }

  symbols(uri: string): Promise<DocumentSymbol[]> {
    return this.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
  }

  folds(uri: string): Promise<FoldingRange[]> {
    return this.connection.sendRequest('textDocument/foldingRange', { textDocument: { uri } });
  }

  /** Sends bytes as they are. */
  sendRaw(bytes: string): void {
    this.#process.stdin.write(bytes);
  }

  /** Settles when the server ended by itself; gives its exit code, `null` where a signal ended it. */
  get ended(): Promise<number | null> {
    return this.#exit;
  }

  /** Ends the server as the protocol says; gives its exit code. */
  async stop(): Promise<number | null> {
    if (this.#process.exitCode === null) {
      await this.connection.sendRequest('shutdown');
      await this.connection.sendNotification('exit');
    }
    const code = await this.#exit;
    this.connection.dispose();
    return code;
  }
}

/** The text with a workspace edit of that one file applied. */
export function edited(text: string, uri: string, edit: WorkspaceEdit | undefined): string {
  const edits: TextEdit[] = (edit?.documentChanges ?? []).flatMap((change) =>
    'edits' in change && change.textDocument.uri === uri ? (change.edits as TextEdit[]) : [],
  );
  return TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 0, text), [
    ...edits,
    ...(edit?.changes?.[uri] ?? []),
  ]);
}

/** The range of the first `word` in the text. */
export function rangeOf(text: string, word: string): Range {
  const document = TextDocument.create('', '', 0, text);
  const start = text.indexOf(word);
  if (start < 0) throw new Error(`no ${word} in the text`);
  return {
    start: document.positionAt(start),
    end: document.positionAt(start + word.length),
  };
}

/** What stands in the text at a range. */
export function textAt(text: string, range: Range): string {
  return TextDocument.create('', '', 0, text).getText(range);
}
