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
  readonly generation: number;
  readonly settings: LintSettings;
}

/** The client's settings joined with the workspace's documents, each file's made once. */
export class KnownSettings implements FileSettings {
  readonly #store: SettingsStore;
  readonly #documents: WorkspaceDocuments;
  readonly #merged = new Map<string, Merged>();

  constructor(store: SettingsStore, documents: WorkspaceDocuments) {
    this.#store = store;
    this.#documents = documents;
  }

  get generation(): string {
    return `${this.#store.generation}.${this.#documents.generation}`;
  }

  async of(uri: string): Promise<LintSettings> {
    const base = await this.#store.of(uri);
    const { generation } = this.#documents;
    const merged = this.#merged.get(uri);
    if (merged?.base === base && merged.generation === generation) return merged.settings;
    const settings = { ...base, known: this.#documents.known(uri) };
    this.#merged.set(uri, { base, generation, settings });
    return settings;
  }

  forget(uri: string): void {
    this.#merged.delete(uri);
    this.#store.forget(uri);
  }
}
