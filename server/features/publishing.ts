import {
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
  type Diagnostic as ProtocolDiagnostic,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { LintSettings } from '../lint/settings.ts';
import { holdMs, isHeld } from './caret.ts';
import { protocolDiagnostic } from './diagnostics.ts';
import { configDiagnostics } from './configDiagnostics.ts';
import type { Guard } from './guard.ts';
import type { OpenDocument } from './openDocument.ts';
import type { FileSettings } from './knownSettings.ts';

export interface PublishingHost {
  readonly connection: Connection;
  readonly settings: FileSettings;
  readonly guard: Guard;
  /** The open document of that address; undefined once it is closed. */
  readonly documentOf: (uri: string) => OpenDocument | undefined;
  readonly now: () => number;
  rulePages: string | undefined;
  /** Whether the client asks for diagnostics; otherwise they are sent. Never both. */
  pulls: boolean;
  /** Whether a client that asks can be told to ask again. */
  refreshes: boolean;
}

interface Shown {
  readonly items: readonly ProtocolDiagnostic[];
  /** Changes whenever `items` may have. */
  readonly resultId: string;
  /** Whether a report waits under the caret. */
  readonly held: boolean;
}

/** Checks that take no longer are made at each keystroke: few people type faster than them, ms. */
const quick = 30;
const maxDelay = 600;

/** Brings diagnostics to the client: of the newest version alone, held back where someone types. */
export class Publishing {
  readonly #host: PublishingHost;
  /** What takes back a check that is to come, by the file. */
  readonly #coming = new Map<string, () => void>();
  readonly #releases = new Map<string, ReturnType<typeof setTimeout>>();
  /** How long the last lint of a file took, milliseconds: a slow file waits for a longer pause. */
  readonly #durations = new Map<string, number>();

  constructor(host: PublishingHost) {
    this.#host = host;
  }

  /** Takes that a document was opened or changed. */
  changed(document: OpenDocument): void {
    const { uri } = document;
    clearTimeout(this.#releases.get(uri));
    if (this.#host.pulls) return;
    this.#after(uri, this.#delay(uri));
  }

  closed(uri: string): void {
    this.#coming.get(uri)?.();
    this.#coming.delete(uri);
    clearTimeout(this.#releases.get(uri));
    this.#releases.delete(uri);
    this.#durations.delete(uri);
    if (!this.#host.pulls) void this.#host.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** Takes that what is shown may differ although the text is the same: another caret, other settings. */
  refresh(documents: readonly OpenDocument[]): void {
    if (this.#host.pulls) {
      if (this.#host.refreshes && documents.length > 0) {
        this.#host.connection.languages.diagnostics.refresh();
      }
      return;
    }
    for (const { uri } of documents) this.#after(uri, 0);
  }

  /** Answers a client that asks. */
  async pull(
    uri: string,
    previous: string | undefined,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    const asked = this.#host.documentOf(uri);
    if (!asked) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const { version } = asked;
    await new Promise<void>((resolve) => later(this.#delay(uri), resolve));
    const settings = await this.#host.settings.of(uri);
    const document = this.#host.documentOf(uri);
    if (token.isCancellationRequested || document?.version !== version) throw outdated();
    const shown = this.#shown(document, settings);
    this.#releaseLater(document, shown);
    return shown.resultId === previous
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: shown.resultId }
      : {
          kind: DocumentDiagnosticReportKind.Full,
          resultId: shown.resultId,
          items: [...shown.items],
        };
  }

  #after(uri: string, delay: number): void {
    this.#coming.get(uri)?.();
    const push = (): void => {
      void this.#host.guard.answer('diagnostics', undefined, () => this.#push(uri));
    };
    this.#coming.set(uri, later(delay, push));
  }

  async #push(uri: string): Promise<void> {
    const version = this.#host.documentOf(uri)?.version;
    const settings = await this.#host.settings.of(uri);
    const document = this.#host.documentOf(uri);
    // A newer version has its own turn coming.
    if (!document || document.version !== version) return;
    const shown = this.#shown(document, settings);
    this.#releaseLater(document, shown);
    await this.#host.connection.sendDiagnostics({ uri, version, diagnostics: [...shown.items] });
  }

  #shown(document: OpenDocument, settings: LintSettings): Shown {
    const started = this.#host.now();
    const result = document.linted(settings);
    const now = this.#host.now();
    const before = this.#durations.get(document.uri);
    // What was at hand takes no time, and the first look takes all of it: neither tells of the next version.
    const taken = before === undefined ? 0 : Math.max(now - started, before / 2);
    this.#durations.set(document.uri, taken);
    const found =
      result?.diagnostics ??
      configDiagnostics(document.uri, document.text, settings.language) ??
      [];
    this.#host.guard.rules(result?.faults ?? []);
    const free = found.filter(({ span }) => !isHeld(span, document.caret, now));
    const { uri, lines, version } = document;
    const { rulePages, settings: store } = this.#host;
    return {
      items: free.map((diagnostic) => protocolDiagnostic(diagnostic, { uri, lines, rulePages })),
      resultId: `${version}.${store.generation}.${found.length - free.length}.${document.caret?.offset ?? ''}`,
      held: free.length < found.length,
    };
  }

  /** What waits under the caret comes by itself once the person has paused. */
  #releaseLater(document: OpenDocument, { held }: Shown): void {
    const { uri, caret } = document;
    clearTimeout(this.#releases.get(uri));
    if (!held || !caret) return;
    const wait = Math.max(0, caret.typedAt + holdMs - this.#host.now());
    this.#releases.set(
      uri,
      setTimeout(() => {
        const present = this.#host.documentOf(uri);
        if (present) this.refresh([present]);
      }, wait),
    );
  }

  #delay(uri: string): number {
    const last = this.#durations.get(uri) ?? 0;
    return Math.min(maxDelay, Math.max(0, last - quick));
  }
}

/**
 * Does it after so many milliseconds; for 0 once nothing more waits that came with the last message, which is read one
 * turn later, where a timer would wait a millisecond. Gives what takes it back.
 */
function later(delay: number, work: () => void): () => void {
  if (delay > 0) {
    const timer = setTimeout(work, delay);
    return () => clearTimeout(timer);
  }
  let coming = setImmediate(() => {
    coming = setImmediate(work);
  });
  return () => clearImmediate(coming);
}

/** Asks the client to ask again; any other refusal makes editors drop what they show. */
function outdated(): ResponseError<{ retriggerRequest: boolean }> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'outdated', { retriggerRequest: true });
}
