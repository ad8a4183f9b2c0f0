import { window, type CancellationToken, type Disposable } from 'vscode';
import { LanguageClient, State, TransportKind } from 'vscode-languageclient/node.js';
import { documentSelector } from './documents.ts';
import { say } from './language.ts';

/** The language server as a process of its own. */
export class LanguageServer implements Disposable {
  readonly #client: LanguageClient;

  /** `module`: the server's bundle, as a file path. */
  constructor(module: string) {
    const run = { module, transport: TransportKind.ipc };
    this.#client = new LanguageClient(
      'vanban',
      'vanban',
      { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } } },
      {
        documentSelector,
        synchronize: { configurationSection: 'vanban' },
        diagnosticPullOptions: { onChange: true, onTabs: false },
      },
    );
  }

  async start(): Promise<void> {
    await this.#client.start();
  }

  async restart(): Promise<void> {
    await this.#client.restart();
    window.setStatusBarMessage(
      say({ vi: 'Đã khởi động lại máy chủ vanban', en: 'vanban server restarted' }),
      5000,
    );
  }

  showOutput(): void {
    this.#client.outputChannel.show();
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

  dispose(): void {
    this.#client.dispose().catch(() => undefined);
  }
}
