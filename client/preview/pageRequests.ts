import { workspace, type Uri } from 'vscode';
import { LSPErrorCodes, ResponseError } from 'vscode-languageclient/node.js';
import {
  previewRequest,
  type PreviewParams,
  type PreviewResult,
} from '../../server/features/previewProtocol.ts';
import { say } from '../language.ts';
import type { LanguageServer } from '../languageServer.ts';

/** What a preview shows: a document of a file. */
export interface Subject {
  readonly uri: Uri;
  /** Which document of the file, from 0. */
  readonly index: number;
}

interface Asker {
  subject(): Subject;
  known(): readonly string[];
  /** False when the answer cannot be used for want of a drawing that was thought to be known. */
  answered(subject: Subject, result: PreviewResult): boolean;
}

/** Asks for the pages, one request at a time; what changed meanwhile is asked for when it has been answered. */
export class PageRequests {
  readonly #server: LanguageServer;
  readonly #asker: Asker;
  #timer: NodeJS.Timeout | undefined;
  #asking = false;
  #changed = false;
  #closed = false;

  constructor(server: LanguageServer, asker: Asker) {
    this.#server = server;
    this.#asker = asker;
  }

  /** Asks after so many milliseconds, in which more changes may come. */
  ask(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), delay);
  }

  stop(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  async #ask(): Promise<void> {
    if (this.#asking) {
      this.#changed = true;
      return;
    }
    this.#asking = true;
    let known = this.#asker.known();
    do {
      this.#changed = false;
      const subject = this.#asker.subject();
      const result = await this.#answer(subject, known);
      if (this.#closed) return;
      known = this.#asker.known();
      if (result && !this.#asker.answered(subject, result)) {
        known = [];
        this.#changed = true;
      }
    } while (this.#changed);
    this.#asking = false;
  }

  /** The server's answer, or a message in its place; undefined when a newer text took over. */
  async #answer(
    { uri, index }: Subject,
    known: readonly string[],
  ): Promise<PreviewResult | undefined> {
    const params: PreviewParams = { uri: uri.toString(), index, known };
    try {
      // after a reload, or when its tab was closed, the file may not be open
      await workspace.openTextDocument(uri);
    } catch {
      return without(fileGone());
    }
    try {
      return await this.#server.request<PreviewResult>(previewRequest, params);
    } catch (error) {
      if (isOutdated(error)) {
        this.#changed = true;
        return undefined;
      }
      this.#server.warn(previewRequest, error);
      return without(unanswered());
    }
  }
}

/** Whether the server gave up because it knew of a newer text. */
function isOutdated(error: unknown): boolean {
  return error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified;
}

function without(message: string): PreviewResult {
  return { version: -1, title: '', pages: [], marks: [], documents: [], message };
}

function fileGone(): string {
  return say({
    vi: 'Không mở được tệp của văn bản này: tệp đã bị xóa, đổi tên hoặc chuyển chỗ.',
    en: 'The file of this document cannot be opened: it was deleted, renamed or moved.',
  });
}

function unanswered(): string {
  return say({
    vi: 'Máy chủ vanban không trả lời; hãy chạy lệnh “vanban: Khởi động lại máy chủ”.',
    en: 'The vanban server does not answer; run the command “vanban: Restart Server”.',
  });
}
