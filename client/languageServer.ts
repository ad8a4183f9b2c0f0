import { Uri, window, workspace, type CancellationToken, type Disposable } from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  State,
  TransportKind,
  type CloseHandlerResult,
  type Middleware,
} from 'vscode-languageclient/node.js';
import { documentSelector } from './documents.ts';
import { say, type Localized } from './language.ts';
import { Restarts } from './restarts.ts';
import { runAnew } from './runAnew.ts';
import { Suspects } from './suspects.ts';

/** The language server as a process of its own. */
export class LanguageServer implements Disposable {
  #client: LanguageClient;
  /** One for all clients: each would show one of its own. */
  readonly #output = window.createOutputChannel('vanban');
  readonly #newClient: () => LanguageClient;
  readonly #restarted: (() => void)[] = [];
  readonly #restarts = new Restarts();
  readonly #suspects = new Suspects();
  #toldOfRestart = false;
  #restarting: Promise<void> | undefined;

  /** `module`: the server's bundle; `storage`: where it may keep what it knows of this workspace; both file paths. */
  constructor(module: string, storage: string | undefined) {
    this.#newClient = () => this.#makeClient(module, storage);
    this.#client = this.#newClient();
  }

  #makeClient(module: string, storage: string | undefined): LanguageClient {
    const run = { module, transport: TransportKind.ipc };
    const client: LanguageClient = new LanguageClient(
      'vanban',
      'vanban',
      { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } } },
      {
        documentSelector,
        outputChannel: this.#output,
        initializationOptions: { storage },
        synchronize: { configurationSection: 'vanban' },
        diagnosticPullOptions: { onChange: true, onTabs: false },
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        middleware: this.#watchSuspects(),
        errorHandler: {
          error: () => ({ action: ErrorAction.Continue, handled: true }),
          // of a client that was given up, nobody needs to hear
          closed: (): CloseHandlerResult =>
            client === this.#client
              ? this.#ended()
              : { action: CloseAction.DoNotRestart, handled: true },
        },
      },
    );
    client.onDidChangeState(({ oldState, newState }) => {
      if (client !== this.#client || oldState !== State.Starting || newState !== State.Running)
        return;
      for (const listener of this.#restarted) listener();
    });
    return client;
  }

  async start(): Promise<void> {
    await this.#client.start();
  }

  /** Calls back whenever the server runs again after it ended. */
  onRestarted(listener: () => void): void {
    this.#restarted.push(listener);
  }

  /** Runs the server anew, also one that never came up, and tells whether it runs. Never rejects. */
  restart(): Promise<void> {
    this.#restarting ??= this.#restartOnce().finally(() => {
      this.#restarting = undefined;
    });
    return this.#restarting;
  }

  async #restartOnce(): Promise<void> {
    this.#suspects.clear();
    try {
      await runAnew(this.#client, () => (this.#client = this.#newClient()));
    } catch (error) {
      this.warn('restart', error);
      void this.#offer({
        vi: 'vanban chưa khởi động lại được; văn bản của bạn vẫn nguyên vẹn.',
        en: 'vanban could not be restarted; your text is untouched.',
      });
      return;
    }
    window.setStatusBarMessage(
      say({ vi: 'Đã khởi động lại máy chủ vanban', en: 'vanban server restarted' }),
      5000,
    );
  }

  showOutput(): void {
    this.#output.show();
  }

  /** Sends what may be lost: nothing is sent, and nothing thrown, while the server is not running. */
  notify(method: string, params: unknown): void {
    if (this.#client.state !== State.Running) return;
    this.#client.sendNotification(method, params).catch((error: unknown) => {
      this.#client.error(method, error, false);
    });
  }

  /** The server's answer; rejects when it is not running or fails. */
  request<Result>(method: string, params: unknown, token?: CancellationToken): Promise<Result> {
    return this.#client.sendRequest<Result>(method, params, token);
  }

  /** A line of the output panel. */
  note(text: string): void {
    this.#client.info(text, undefined, false);
  }

  warn(text: string, cause: unknown): void {
    this.#client.warn(text, cause, false);
  }

  /** Keeps from the server what it ended at, and notes which documents it is asked about. */
  #watchSuspects(): Middleware {
    const suspects = this.#suspects;
    return {
      didOpen: async (document, next) => {
        if (!suspects.isLeftOut(document.uri.toString())) await next(document);
      },
      didClose: async (document, next) => {
        suspects.closed(document.uri.toString());
        await next(document);
      },
      sendRequest: async (type, param, token, next) => {
        const uri = documentOf(param);
        if (uri === undefined) return next(type, param, token);
        suspects.asked(uri);
        try {
          return await next(type, param, token);
        } finally {
          suspects.answered(uri);
        }
      },
    };
  }

  /** It ended by itself: the texts are the editor's and are whole, so the person is told once and goes on. */
  #ended(): CloseHandlerResult {
    const leftOut = this.#suspects.ended(lengthOf);
    // whoever asked for the restart is told, and offered another
    if (this.#restarting) return { action: CloseAction.DoNotRestart, handled: true };
    if (this.#restarts.mayRestart(Date.now())) {
      if (leftOut !== undefined) void window.showWarningMessage(say(saidOf(leftOut)));
      else if (!this.#toldOfRestart) {
        const message = say({
          vi: 'vanban vừa gặp sự cố và đang tự khởi động lại; văn bản của bạn vẫn nguyên vẹn.',
          en: 'vanban had a fault and is restarting by itself; your text is untouched.',
        });
        void window.showWarningMessage(message);
      }
      this.#toldOfRestart = true;
      return { action: CloseAction.Restart, handled: true };
    }
    void this.#offer({
      vi: 'vanban gặp sự cố nhiều lần nên đã dừng; văn bản của bạn vẫn nguyên vẹn.',
      en: 'vanban had one fault after another and has stopped; your text is untouched.',
    });
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  /** Says what became of the server, with the way to another start. */
  async #offer(text: Localized): Promise<void> {
    const again = say({ vi: 'Khởi động lại', en: 'Restart' });
    const log = say({ vi: 'Xem chi tiết', en: 'Show Details' });
    const answer = await window.showErrorMessage(say(text), again, log);
    if (answer === again) await this.restart();
    else if (answer === log) this.showOutput();
  }

  dispose(): void {
    this.#client
      .dispose()
      .catch(() => undefined)
      .finally(() => this.#output.dispose());
  }
}

/** The address of the document that a request is about. */
function documentOf(param: unknown): string | undefined {
  const { textDocument, uri } = (param ?? {}) as {
    textDocument?: { uri?: unknown };
    uri?: unknown;
  };
  const address = textDocument?.uri ?? uri;
  return typeof address === 'string' ? address : undefined;
}

/** Characters; 0 of a document that is not open. */
function lengthOf(uri: string): number {
  const document = workspace.textDocuments.find((each) => each.uri.toString() === uri);
  return document?.getText().length ?? 0;
}

function saidOf(leftOut: string): { vi: string; en: string } {
  const name = workspace.asRelativePath(Uri.parse(leftOut));
  return {
    vi: `vanban gặp sự cố khi đọc ${name} nên không kiểm tra văn bản này nữa cho đến khi nó được mở lại; các văn bản khác vẫn được kiểm tra, chữ của bạn vẫn nguyên vẹn.`,
    en: `vanban had a fault while reading ${name} and leaves it unchecked until it is opened again; other documents are checked, and your text is untouched.`,
  };
}
