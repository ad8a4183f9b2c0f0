import { ResponseError, type Connection } from 'vscode-languageserver';
import type { SettingsStore } from './settings.ts';
import { say } from '../lint/settings.ts';
import type { RuleFault } from '../lint/lint.ts';

/** Keeps faults away from the person who writes: the log has each, and one plain message tells of the first. */
export class Guard {
  readonly #connection: Connection;
  readonly #settings: SettingsStore;
  readonly #toldRules = new Set<string>();
  readonly #logged = new Set<string>();
  #told = false;

  constructor(connection: Connection, settings: SettingsStore) {
    this.#connection = connection;
    this.#settings = settings;
  }

  /** What `work` gives; `instead` when it fails. Refusals that the protocol knows pass through. */
  async answer<T>(name: string, instead: T, work: () => T | Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      this.fault(name, error);
      return instead;
    }
  }

  /** Logs rules that failed, each once. */
  rules(faults: readonly RuleFault[]): void {
    for (const { rule, error } of faults) {
      if (this.#toldRules.has(rule)) continue;
      this.#toldRules.add(rule);
      this.#connection.console.error(`vanban: ${rule}: ${detail(error)}`);
    }
  }

  fault(name: string, error: unknown): void {
    const line = `vanban: ${name}: ${detail(error)}`;
    // what fails with every keystroke is one fault
    if (this.#logged.has(line)) return;
    this.#logged.add(line);
    this.#connection.console.error(line);
    if (this.#told) return;
    this.#told = true;
    const message = {
      vi: 'vanban gặp trục trặc khi đọc văn bản; chi tiết ở bảng Output.',
      en: 'vanban had a fault while reading the document; the Output panel has the details.',
    };
    this.#connection.window.showWarningMessage(say(message, this.#settings.language));
  }
}

function detail(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
