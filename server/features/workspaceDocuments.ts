import { foldersAbove } from '../config/configFiles.ts';
import { allKnown, type KnownDocument, type KnownDocuments } from '../norms/knownDocuments.ts';
import { bundledRegister } from '../norms/register/bundled.ts';
import { knownDocuments } from '../norms/register/knownDocuments.ts';
import { registerSteps } from '../register/readRegister.ts';
import { SavedIndex } from '../workspace/savedIndex.ts';
import { WorkspaceIndex } from '../workspace/workspaceIndex.ts';

/** The files of a workspace where the server can read them; addresses are URIs. */
export interface WorkspaceFiles {
  /**
   * The Markdown files below a folder; none where its files cannot be read (a virtual workspace). Not `isWhole` where
   * there are more than are read.
   */
  list(folder: string): Promise<{ readonly uris: readonly string[]; readonly isWhole: boolean }>;
  /** The text; undefined when there is none, or it is too large or no text. */
  read(uri: string): Promise<string | undefined>;
  /**
   * What tells the file from what it was or will be, without reading it; undefined when there is none, or it was
   * written so lately that it may be written again and tell the same.
   */
  stamp(uri: string): Promise<string | undefined>;
}

/** One text that outlives the session. */
export interface SavedText {
  read(): Promise<string | undefined>;
  write(text: string): Promise<void>;
}

/** What the first reading of a workspace came to. */
export interface FirstReading {
  readonly files: number;
  /** Of them, those that an earlier session had read. */
  readonly known: number;
  readonly milliseconds: number;
  /** Whether there were more files than are read. */
  readonly isWhole: boolean;
}

export interface WorkspaceDocumentsHost {
  /** The program's version. */
  readonly version: string;
  readonly files: WorkspaceFiles | undefined;
  /** The text of a file open in the editor, which goes before the one on disk. */
  readonly openText: (uri: string) => string | undefined;
  readonly now: () => number;
  /** Told when what is known has changed, a while after the last change. */
  readonly changed: () => void;
  /** Told once, when every file that was there at the start has been read. */
  readonly readOnce: (reading: FirstReading) => void;
  readonly fault: (error: unknown) => void;
}

/** Where an office keeps its register below the folder that it is for; the first that is there counts. */
const registers = ['.vanban/register.csv', '.vanban/register.json'] as const;

/** How long nobody must have typed before files are read, milliseconds. */
const quietMs = 400;

/** How long files are read at a stretch, and what other work gets in between, milliseconds. */
const stretchMs = 4;
const restMs = 2;

/** How long all must rest before it is written down for the next session, milliseconds. */
const saveMs = 2000;

/** How long what is known must rest before anyone is told, milliseconds. */
const tellMs = 300;

/** The same while many files are read: all that is open is checked anew each time. */
const tellWhileReadingMs = 5000;

/**
 * What the workspace's documents and registers say, read file by file in the background whenever nobody types,
 * and kept up as files are edited, saved and removed.
 */
export class WorkspaceDocuments {
  readonly #host: WorkspaceDocumentsHost;
  readonly #index = new WorkspaceIndex();
  readonly #saved: SavedIndex;
  #store: SavedText | undefined;
  #saving: ReturnType<typeof setTimeout> | undefined;
  /** Until every file that was there at the start has been read. */
  #first: { begun: number; files: number; known: number; isWhole: boolean } | undefined;
  /** The addresses that wait, by name. */
  readonly #queue = new Map<string, string>();
  readonly #registerRows = new Map<string, readonly KnownDocument[]>();
  /** What the editor calls the files that it had open, by name. */
  readonly #opened = new Map<string, string>();
  #folders: readonly string[] = [];
  /** What the register of a folder says with the bundled one, by the folder's name. */
  readonly #registers = new Map<string, KnownDocuments>();
  /** The folders whose register was looked for. */
  readonly #sought = new Set<string>();
  #registerGeneration = 0;
  #typedAt = Number.NEGATIVE_INFINITY;
  #working: ReturnType<typeof setTimeout> | undefined;
  #telling: ReturnType<typeof setTimeout> | undefined;
  #told = 0;

  constructor(host: WorkspaceDocumentsHost) {
    this.#host = host;
    this.#saved = new SavedIndex(host.version);
  }

  /** Grows whenever what is known has changed and `changed` is called: not with every file that is read. */
  get generation(): number {
    return this.#told;
  }

  /** Begins to read the folders, by the help of what `store` keeps of an earlier session; returns at once. */
  start(folders: readonly string[], store: SavedText | undefined): void {
    this.#folders = folders.map(folderName);
    this.#store = store;
    this.#first = { begun: this.#host.now(), files: 0, known: 0, isWhole: true };
    void this.#begin(folders);
  }

  async #begin(folders: readonly string[]): Promise<void> {
    const text = await this.#store?.read().catch(() => undefined);
    if (text !== undefined) this.#saved.load(text);
    await this.#list(folders);
    if (this.#queue.size === 0) this.#done();
  }

  /** Takes that folders joined the workspace or left it. */
  changeFolders(added: readonly string[], removed: readonly string[]): void {
    const gone = removed.map(folderName);
    this.#folders = this.#folders.filter((folder) => !gone.includes(folder));
    this.#folders = [...this.#folders, ...added.map(folderName)];
    for (const folder of gone) {
      for (const name of this.#index.uris().filter((one) => one.startsWith(folder))) {
        this.#index.delete(name);
      }
      for (const register of registers) void this.#takeRegister(folder + register, undefined);
    }
    this.#tellLater();
    void this.#list(added);
  }

  /** What is known beside the file: the registers, bundled and nearest above it, and the other files' documents. */
  known(uri: string): KnownDocuments {
    const name = nameOf(uri);
    this.#seekRegisters(uri);
    return allKnown([this.#registersFor(name), this.#index.known(name)]);
  }

  /** Reads the registers above a file once: each folder may be an office's, in the workspace or above it. */
  #seekRegisters(uri: string): void {
    if (!this.#host.files) return;
    for (const folder of foldersAbove(uri)) {
      if (this.#sought.has(folder)) return;
      this.#sought.add(folder);
      for (const register of registers) this.#enqueue(folder + register);
    }
  }

  #registersFor(name: string): KnownDocuments {
    const office = nearestOffice(name, [...this.#registerRows.keys()]);
    const known = this.#registers.get(office) ?? this.#readTogether(office);
    this.#registers.set(office, known);
    return known;
  }

  #readTogether(office: string): KnownDocuments {
    const found = registers.map((register) => this.#registerRows.get(office + register));
    return knownDocuments([bundledRegister(), found.find((rows) => rows !== undefined) ?? []]);
  }

  /** Takes that a file of the editor was opened, edited or closed. */
  edited(uri: string): void {
    this.#typedAt = this.#host.now();
    this.#opened.set(nameOf(uri), uri);
    this.#enqueue(uri);
  }

  /** Takes that a file was made, changed or removed on disk. */
  touched(uri: string): void {
    this.#enqueue(uri);
  }

  async #list(folders: readonly string[]): Promise<void> {
    const { files } = this.#host;
    if (!files) return;
    try {
      for (const folder of folders) {
        const base = folder.replace(/\/?$/u, '/');
        for (const name of registers) this.#enqueue(base + name);
        const { uris, isWhole } = await files.list(folder);
        for (const uri of uris) this.#enqueue(uri);
        if (this.#first && !isWhole) this.#first.isWhole = false;
      }
    } catch (error) {
      this.#host.fault(error);
    }
  }

  #enqueue(uri: string): void {
    const name = nameOf(uri);
    const isWithin = this.#folders.some((folder) => name.startsWith(folder));
    if (!isWithin && !isRegister(name)) return;
    this.#queue.set(name, uri);
    this.#working ??= setTimeout(() => void this.#work(), restMs);
  }

  async #work(): Promise<void> {
    const begun = this.#host.now();
    while (this.#quiet() >= quietMs && this.#host.now() - begun < stretchMs) {
      const [next] = this.#queue;
      if (!next) break;
      const [name, uri] = next;
      this.#queue.delete(name);
      try {
        await this.#take(name, uri);
      } catch (error) {
        this.#host.fault(error);
      }
    }
    this.#tellLater();
    const wait = Math.max(quietMs - this.#quiet(), restMs);
    this.#working = this.#queue.size === 0 ? undefined : setTimeout(() => void this.#work(), wait);
    if (!this.#working) this.#done();
  }

  /** How long nobody has typed, milliseconds. */
  #quiet(): number {
    return this.#host.now() - this.#typedAt;
  }

  /** Takes that nothing waits to be read. */
  #done(): void {
    const first = this.#first;
    this.#first = undefined;
    if (first) {
      const { begun, ...reading } = first;
      this.#host.readOnce({ ...reading, milliseconds: this.#host.now() - begun });
    }
    clearTimeout(this.#saving);
    if (this.#store) this.#saving = setTimeout(() => void this.#save(), saveMs).unref();
  }

  async #save(): Promise<void> {
    if (this.#queue.size > 0) return;
    if (this.#quiet() < saveMs) {
      this.#saving = setTimeout(() => void this.#save(), saveMs).unref();
      return;
    }
    const text = this.#saved.unwritten;
    if (text === undefined) return;
    // without it the next session reads all files again, which it can
    await this.#store?.write(text).catch(() => undefined);
  }

  async #take(name: string, uri: string): Promise<void> {
    if (isRegister(name)) {
      await this.#takeRegister(name, await this.#host.files?.read(uri));
      return;
    }
    if (!/\.md$/iu.test(name)) return;
    const open = this.#host.openText(this.#opened.get(name) ?? uri);
    const stamp = open === undefined ? await this.#host.files?.stamp(uri) : undefined;
    const known = stamp === undefined ? undefined : this.#saved.find(name, stamp);
    if (this.#first) {
      this.#first.files += 1;
      if (known) this.#first.known += 1;
    }
    if (known) {
      this.#index.put(name, known);
      return;
    }
    const text = open ?? (await this.#host.files?.read(uri));
    if (text === undefined) {
      this.#index.delete(name);
      this.#saved.delete(name);
      return;
    }
    await this.#stepwise(this.#index.steps(name, text));
    this.#saved.set(name, stamp, this.#index.documentsOf(name));
  }

  async #stepwise<T>(steps: Generator<undefined, T>): Promise<T> {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      await this.#rest();
    }
  }

  /** Lets other work through, and whoever types finish. */
  async #rest(): Promise<void> {
    do {
      await new Promise((resolve) => setTimeout(resolve, restMs));
    } while (this.#host.now() - this.#typedAt < quietMs);
  }

  async #takeRegister(name: string, text: string | undefined): Promise<void> {
    const before = this.#registerRows.get(name);
    if (text === undefined && !before) return;
    const file = registers.find((one) => name.endsWith(`/${one}`)) ?? name;
    if (text === undefined) this.#registerRows.delete(name);
    else
      this.#registerRows.set(name, (await this.#stepwise(registerSteps(text, { file }))).entries);
    this.#registers.clear();
    this.#registerGeneration += 1;
  }

  #tellLater(): void {
    const isReading = this.#queue.size > 0;
    if (this.#told === this.#present() || (isReading && this.#telling)) return;
    clearTimeout(this.#telling);
    const wait = isReading ? tellWhileReadingMs : tellMs;
    this.#telling = setTimeout(() => {
      this.#telling = undefined;
      if (this.#told === this.#present()) return;
      this.#told = this.#present();
      this.#host.changed();
    }, wait);
  }

  #present(): number {
    return this.#index.generation + this.#registerGeneration;
  }
}

function isRegister(name: string): boolean {
  return registers.some((register) => name.endsWith(`/${register}`));
}

/** The innermost folder above the file that has one of the registers; `''` for a file below none. */
function nearestOffice(name: string, paths: readonly string[]): string {
  let nearest = '';
  for (const path of paths) {
    const register = registers.find((one) => path.endsWith(`/${one}`)) ?? '';
    const office = path.slice(0, path.length - register.length);
    if (name.startsWith(office) && office.length > nearest.length) nearest = office;
  }
  return nearest;
}

/** One name for one file: clients escape more of an address than others do. */
function nameOf(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

function folderName(uri: string): string {
  return nameOf(uri).replace(/\/?$/u, '/');
}
