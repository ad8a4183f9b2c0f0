import { foldersAbove } from '../config/configFiles.ts';
import type { Document } from '../document/document.ts';
import { allKnown, type KnownDocument, type KnownDocuments } from '../norms/knownDocuments.ts';
import { bundledRegister } from '../norms/register/bundled.ts';
import { knownDocuments } from '../norms/register/knownDocuments.ts';
import { registerSteps } from '../register/readRegister.ts';
import { issuedBy } from '../workspace/issuedDocument.ts';
import { nameOf, type ScannedFile, type WorkspaceScanner } from '../workspace/scanner.ts';
import { WorkspaceIndex } from '../workspace/workspaceIndex.ts';

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
  /** The text of a register; undefined when there is none. Absent where no files can be read. */
  readonly read: ((uri: string) => Promise<string | undefined>) | undefined;
  /** The documents of a file open in the editor, which go before those on disk; undefined of any other. */
  readonly openDocuments: (uri: string) => readonly Document[] | undefined;
  readonly now: () => number;
  /** Told when what is known has changed, a while after the last change. */
  readonly changed: () => void;
  /** Told once, when every file that was there at the start has been read. */
  readonly readOnce: (reading: FirstReading) => void;
  readonly fault: (error: unknown) => void;
}

/** Where an office keeps its register below the folder that it is for; the first that is there counts. */
const registers = ['.vanban/register.csv', '.vanban/register.json'] as const;

const nothingFound: ScannedFile = { documents: [], isKnown: false };

/** How long nobody must have typed before files are read, milliseconds. */
const quietMs = 400;

/** How many files the scanner is asked for at once: few enough that it rests soon after a key. */
const handful = 32;

/** What other work gets between two files that are read here, milliseconds. */
const restMs = 2;

/** How long all must rest before it is written down for the next session, milliseconds. */
const saveMs = 2000;

/** How long what is known must rest before anyone is told, milliseconds. */
const tellMs = 300;

/** The same while many files are read: all that is open is checked anew each time. */
const tellWhileReadingMs = 5000;

/**
 * What the workspace's documents and registers say, read in the background whenever nobody types, and kept up as
 * files are edited, saved and removed.
 */
export class WorkspaceDocuments {
  readonly #host: WorkspaceDocumentsHost;
  readonly #index = new WorkspaceIndex();
  #scanner: WorkspaceScanner | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;
  /** Until every file that was there at the start has been read. */
  #first: { begun: number; files: number; known: number; isWhole: boolean } | undefined;
  /** The addresses that wait because something happened to them, by name. */
  readonly #queue = new Map<string, string>();
  /** The addresses of a listing that wait, the next one last. */
  #listed: string[] = [];
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
  #isWorking = false;
  /** How many times folders are being listed now. */
  #listings = 0;
  #telling: ReturnType<typeof setTimeout> | undefined;
  #told = 0;

  constructor(host: WorkspaceDocumentsHost) {
    this.#host = host;
  }

  /** Grows whenever what is known has changed and `changed` is called: not with every file that is read. */
  get generation(): number {
    return this.#told;
  }

  /** Begins to read the folders by the help of `scanner`, where there is one; returns at once. */
  start(folders: readonly string[], scanner: WorkspaceScanner | undefined): void {
    this.#folders = folders.map(folderName);
    this.#scanner = scanner;
    this.#first = { begun: this.#host.now(), files: 0, known: 0, isWhole: true };
    void this.#list(folders);
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
    if (!this.#host.read) return;
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
    this.#listings += 1;
    for (const folder of folders) {
      const base = folder.replace(/\/?$/u, '/');
      for (const name of registers) this.#enqueue(base + name);
      try {
        const listing = await this.#scanner?.list(folder);
        this.#listed = this.#listed.concat(listing?.uris ?? []);
        if (this.#first && listing?.isWhole === false) this.#first.isWhole = false;
      } catch (error) {
        this.#host.fault(error);
      }
    }
    this.#listings -= 1;
    this.#begin();
  }

  #enqueue(uri: string): void {
    const name = nameOf(uri);
    const isRead = isRegister(name) || (/\.md$/iu.test(name) && this.#isWithin(name));
    if (!isRead) return;
    this.#queue.set(name, uri);
    this.#begin();
  }

  #isWithin(name: string): boolean {
    return this.#folders.some((folder) => name.startsWith(folder));
  }

  #begin(): void {
    if (this.#isWorking) return;
    this.#isWorking = true;
    void this.#work();
  }

  async #work(): Promise<void> {
    await this.#rest();
    while (this.#isReading()) {
      try {
        await this.#takeSome();
      } catch (error) {
        this.#host.fault(error);
      }
      this.#tellLater();
      await this.#rest();
    }
    this.#isWorking = false;
    if (this.#listings === 0) this.#done();
  }

  #isReading(): boolean {
    return this.#queue.size + this.#listed.length > 0;
  }

  /** Lets other work through, and whoever types finish. */
  async #rest(): Promise<void> {
    do {
      await new Promise((resolve) =>
        setTimeout(resolve, Math.max(quietMs - this.#quiet(), restMs)),
      );
    } while (this.#quiet() < quietMs);
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
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      if (!this.#isWorking) void this.#scanner?.rest().catch(this.#host.fault);
    }, saveMs);
  }

  /** Reads registers and what is open here, and has the scanner read a handful of other files. */
  async #takeSome(): Promise<void> {
    const files = new Map<string, string>();
    while (files.size < handful) {
      const next = this.#next();
      if (!next) break;
      const [name, uri] = next;
      if (isRegister(name)) await this.#takeRegister(name, await this.#host.read?.(uri));
      else if (!(await this.#takeOpen(name, uri))) files.set(name, uri);
    }
    if (!this.#scanner || files.size === 0) return;
    const found = await this.#scanner.scan([...files.values()]);
    for (const [at, name] of [...files.keys()].entries()) {
      const { documents, isKnown } = found[at] ?? nothingFound;
      if (this.#first) {
        this.#first.files += 1;
        if (isKnown) this.#first.known += 1;
      }
      // its folder may have left the workspace meanwhile
      if (this.#isWithin(name)) this.#index.put(name, documents);
    }
  }

  #next(): readonly [string, string] | undefined {
    const [waiting] = this.#queue;
    if (waiting) {
      this.#queue.delete(waiting[0]);
      return waiting;
    }
    const uri = this.#listed.pop();
    return uri === undefined ? undefined : [nameOf(uri), uri];
  }

  /** Takes what a file open in the editor says; false where it is not open. */
  async #takeOpen(name: string, uri: string): Promise<boolean> {
    const documents = this.#host.openDocuments(this.#opened.get(name) ?? uri);
    if (!documents) return false;
    if (this.#first) this.#first.files += 1;
    this.#index.put(name, issuedBy(documents, name));
    await this.#rest();
    return true;
  }

  async #stepwise<T>(steps: Generator<undefined, T>): Promise<T> {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      await this.#rest();
    }
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
    if (this.#told === this.#present() || (this.#isReading() && this.#telling)) return;
    clearTimeout(this.#telling);
    this.#telling = setTimeout(
      () => {
        this.#telling = undefined;
        // to check all that is open would keep a key waiting
        if (this.#quiet() < quietMs) this.#tellLater();
        else this.#tell();
      },
      this.#isReading() ? tellWhileReadingMs : tellMs,
    );
  }

  #tell(): void {
    if (this.#told === this.#present()) return;
    this.#told = this.#present();
    this.#host.changed();
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

/** The folder's name with a slash at its end, however its address is written. */
export function folderName(uri: string): string {
  return nameOf(uri).replace(/\/?$/u, '/');
}
