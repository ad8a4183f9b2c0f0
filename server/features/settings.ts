import type { Connection } from 'vscode-languageserver';
import { readSettings, type Language, type LintSettings } from '../lint/settings.ts';

/** The client's settings for each file, asked for once until they change. */
export class SettingsStore {
  readonly #connection: Connection;
  readonly #perFile = new Map<string, Promise<LintSettings>>();
  #shared: LintSettings = {};
  #canAsk = false;
  #generation = 0;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Grows with each change of the configuration. */
  get generation(): number {
    return this.#generation;
  }

  /** The language for what concerns no file. */
  get language(): Language | undefined {
    return this.#shared.language;
  }

  /** Takes whether the client can be asked, and what it sent at the start. */
  start(canAsk: boolean, initial: unknown): void {
    this.#canAsk = canAsk;
    this.#shared = this.#read(initial);
  }

  /** Takes a change of configuration; `pushed` is what clients send that cannot be asked. */
  change(pushed: unknown): void {
    this.#perFile.clear();
    this.#generation += 1;
    const section = sectionOf(pushed);
    if (!this.#canAsk && section !== undefined) this.#shared = this.#read(section);
  }

  /** The settings of a file; the same object until they change. */
  async of(uri: string): Promise<LintSettings> {
    if (!this.#canAsk) return this.#shared;
    const known = this.#perFile.get(uri);
    if (known) return known;
    const asked = this.#ask(uri);
    this.#perFile.set(uri, asked);
    return asked;
  }

  forget(uri: string): void {
    this.#perFile.delete(uri);
  }

  async #ask(uri: string): Promise<LintSettings> {
    try {
      const section: unknown = await this.#connection.workspace.getConfiguration({
        scopeUri: uri,
        section: 'vanban',
      });
      const settings = this.#read(section);
      this.#shared = { ...this.#shared, language: settings.language ?? 'vi' };
      return settings;
    } catch (error) {
      this.#connection.console.warn(`vanban: ${String(error)}`);
      return this.#shared;
    }
  }

  #read(value: unknown): LintSettings {
    const { settings, problems } = readSettings(value);
    for (const { vi, en } of problems) {
      this.#connection.console.warn(settings.language === 'en' ? en : vi);
    }
    return settings;
  }
}

function sectionOf(pushed: unknown): unknown {
  if (typeof pushed !== 'object' || pushed === null) return undefined;
  return 'vanban' in pushed ? pushed.vanban : undefined;
}
