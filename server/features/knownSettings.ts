import { ConfigFiles } from '../config/configFiles.ts';
import { settingsFor } from '../config/settingsFor.ts';
import type { LintSettings } from '../lint/settings.ts';
import type { SettingsStore } from './settings.ts';
import type { WorkspaceDocuments } from './workspaceDocuments.ts';

/** What rules go by for a file: its settings with what is known beside it. */
export interface FileSettings {
  /** The settings of a file; the same object until they or what is known change. */
  of(uri: string): Promise<LintSettings>;
  /** Differs whenever the settings or what is known may have changed. */
  readonly generation: string;
}

interface Merged {
  readonly base: LintSettings;
  readonly generation: string;
  readonly settings: LintSettings;
}

/** The config files joined with the client's settings and the workspace's documents, each file's made once. */
export class KnownSettings implements FileSettings {
  readonly #store: SettingsStore;
  readonly #documents: WorkspaceDocuments;
  readonly #configs: ConfigFiles;
  #configGeneration = 0;
  readonly #merged = new Map<string, Merged>();

  /** `read` gives a file's text; undefined when there is none. */
  constructor(
    store: SettingsStore,
    documents: WorkspaceDocuments,
    read: (uri: string) => Promise<string | undefined>,
  ) {
    this.#store = store;
    this.#documents = documents;
    this.#configs = new ConfigFiles(read);
  }

  get generation(): string {
    return `${this.#store.generation}.${this.#documents.generation}.${this.#configGeneration}`;
  }

  async of(uri: string): Promise<LintSettings> {
    const base = await this.#store.of(uri);
    // Taken before the files are: what changes meanwhile is seen the next time.
    const { generation } = this;
    const found = await this.#configs.of(uri);
    const merged = this.#merged.get(uri);
    if (merged?.base === base && merged.generation === generation) return merged.settings;
    const settings = {
      ...settingsFor(uri, found, base).settings,
      known: this.#documents.known(uri),
    };
    this.#merged.set(uri, { base, generation, settings });
    return settings;
  }

  /** Whether the settings told so far follow from the file, wherever a config file has it. */
  followFrom(uri: string): boolean {
    return this.#configs.hasSought(uri);
  }

  /** Takes that config files were made, changed or removed. */
  configChanged(): void {
    this.#configs.forget();
    this.#configGeneration += 1;
  }

  forget(uri: string): void {
    this.#merged.delete(uri);
    this.#store.forget(uri);
  }
}
