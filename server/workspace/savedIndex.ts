import type { KnownDocument } from '../norms/knownDocuments.ts';

/** Grows with every change of what is read of a document, or of how it is written here. */
const format = 1;

interface SavedFile {
  /** What the file's size and time were. */
  readonly stamp: string;
  readonly documents: readonly KnownDocument[];
}

/**
 * What each file of a workspace said of itself when it was read, from one session to the next. It is taken only from
 * the same edition of the program, and of a file that bears the same stamp.
 */
export class SavedIndex {
  readonly #edition: string;
  /** Of an earlier session. */
  #before: ReadonlyMap<string, SavedFile> = new Map();
  readonly #files = new Map<string, SavedFile>();
  #isChanged = false;

  /** `version`: the program's. */
  constructor(version: string) {
    this.#edition = `${format} ${version}`;
  }

  /** Takes what an earlier session wrote; nothing of it where it is damaged or of another edition. */
  load(text: string): void {
    this.#before = readFiles(text, this.#edition) ?? new Map();
    this.#isChanged = this.#before.size === 0;
  }

  /** What the file said when it bore the stamp; undefined when it must be read. */
  find(name: string, stamp: string): readonly KnownDocument[] | undefined {
    const known = this.#files.get(name) ?? this.#before.get(name);
    if (known?.stamp !== stamp) return undefined;
    this.#files.set(name, known);
    return known.documents;
  }

  /** Takes what a file says; without a stamp it is to be read again next time. */
  set(name: string, stamp: string | undefined, documents: readonly KnownDocument[]): void {
    if (stamp === undefined) this.delete(name);
    else {
      this.#files.set(name, { stamp, documents });
      this.#isChanged = true;
    }
  }

  delete(name: string): void {
    this.#isChanged = this.#files.delete(name) || this.#isChanged;
  }

  /** What is to be written for the next session; undefined when that is written already. */
  get unwritten(): string | undefined {
    const isLess = [...this.#before.keys()].some((name) => !this.#files.has(name));
    if (!this.#isChanged && !isLess) return undefined;
    this.#isChanged = false;
    this.#before = new Map();
    const files = [...this.#files].map(([name, { stamp, documents }]) => [
      name,
      stamp,
      documents.map(({ type, number, date, issuer, subject, certainty }) => [
        type ?? null,
        number,
        date ?? null,
        issuer ?? null,
        subject ?? null,
        certainty,
      ]),
    ]);
    return JSON.stringify([this.#edition, files]);
  }
}

function readFiles(text: string, edition: string): ReadonlyMap<string, SavedFile> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!Array.isArray(value) || value[0] !== edition || !Array.isArray(value[1])) return undefined;
    return new Map(value[1].map(readFile));
  } catch {
    return undefined;
  }
}

/** Throws for what is no such file. */
function readFile(value: unknown): readonly [string, SavedFile] {
  const [name, stamp, documents]: unknown[] = Array.isArray(value) ? value : [];
  if (typeof name !== 'string' || typeof stamp !== 'string' || !Array.isArray(documents)) {
    throw new TypeError('no file');
  }
  return [name, { stamp, documents: documents.map((each) => readDocument(each, name)) }];
}

function readDocument(value: unknown, uri: string): KnownDocument {
  const parts: unknown[] = Array.isArray(value) ? value : [];
  const [type, number, date, issuer, subject, certainty] = parts.map((part) => {
    if (part !== null && typeof part !== 'string') throw new TypeError('no document');
    return part ?? undefined;
  });
  if (number === undefined || (certainty !== 'sure' && certainty !== 'likely')) {
    throw new TypeError('no document');
  }
  return {
    // only this program writes the file, and only of the same edition is it read
    type: type as KnownDocument['type'],
    number,
    date,
    issuer,
    subject,
    inForceFrom: undefined,
    ended: undefined,
    certainty,
    origin: { kind: 'workspace', uri },
  };
}
