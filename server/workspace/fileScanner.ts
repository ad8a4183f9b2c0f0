import { SavedIndex } from './savedIndex.ts';
import {
  nameOf,
  type Listing,
  type SavedText,
  type ScannedFile,
  type WorkspaceFiles,
  type WorkspaceScanner,
} from './scanner.ts';
import { issuedDocuments } from './workspaceIndex.ts';

const nothing: ScannedFile = { documents: [], isKnown: false };

/** Scans files where it runs, reading only those that changed since `store` was written. */
export class FileScanner implements WorkspaceScanner {
  readonly #files: WorkspaceFiles;
  readonly #store: SavedText | undefined;
  readonly #saved: SavedIndex;
  #loaded: Promise<void> | undefined;

  /** `version`: the program's. */
  constructor(version: string, files: WorkspaceFiles, store: SavedText | undefined) {
    this.#files = files;
    this.#store = store;
    this.#saved = new SavedIndex(version);
  }

  list(folder: string): Promise<Listing> {
    return this.#files.list(folder);
  }

  async scan(uris: readonly string[]): Promise<readonly ScannedFile[]> {
    await (this.#loaded ??= this.#load());
    const found: ScannedFile[] = [];
    for (const uri of uris) found.push(await this.#scan(uri));
    return found;
  }

  async rest(): Promise<void> {
    const text = this.#store && this.#saved.unwritten;
    if (text === undefined) return;
    // without it the next session reads all files again, which it can
    await this.#store?.write(text).catch(() => undefined);
  }

  async #load(): Promise<void> {
    const text = await this.#store?.read().catch(() => undefined);
    if (text !== undefined) this.#saved.load(text);
  }

  async #scan(uri: string): Promise<ScannedFile> {
    const name = nameOf(uri);
    const stamp = await this.#files.stamp(uri);
    const known = stamp === undefined ? undefined : this.#saved.find(name, stamp);
    if (known) return { documents: known, isKnown: true };
    const text = await this.#files.read(uri);
    if (text === undefined) {
      this.#saved.delete(name);
      return nothing;
    }
    const documents = issuedDocuments(name, text);
    this.#saved.set(name, stamp, documents);
    return { documents, isKnown: false };
  }
}
