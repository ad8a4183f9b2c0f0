import { parseDocuments } from '../document/parseDocuments.ts';
import type { KnownDocument, KnownDocuments } from '../norms/knownDocuments.ts';
import { parseSource } from '../source/parseSource.ts';
import { headRegions } from './headRegions.ts';
import { issuedDocument } from './issuedDocument.ts';

/** What the documents of many files say of themselves, by number; kept up as files change. */
export class WorkspaceIndex {
  readonly #files = new Map<string, readonly KnownDocument[]>();
  readonly #byNumber = new Map<string, Set<KnownDocument>>();
  readonly #byNumeral = new Map<string, Set<KnownDocument>>();
  #generation = 0;

  /** Grows whenever what is known changes; a file that says of itself what it said before changes nothing. */
  get generation(): number {
    return this.#generation;
  }

  /** Takes the text of a file, in place of what it held before. */
  set(uri: string, text: string): void {
    const steps = this.steps(uri, text);
    while (!steps.next().done);
  }

  /** The same in short steps, for whoever has other work between them; the last one puts it in place. */
  *steps(uri: string, text: string): Generator<undefined, void> {
    this.put(uri, yield* issuedIn(uri, text));
  }

  /** The documents of a file, in place of those that it held before. */
  put(uri: string, documents: readonly KnownDocument[]): void {
    const before = this.#files.get(uri) ?? [];
    if (JSON.stringify(before) === JSON.stringify(documents)) return;
    for (const known of before) {
      this.#byNumber.get(plain(known.number))?.delete(known);
      this.#byNumeral.get(numeralOf(known.number))?.delete(known);
    }
    for (const known of documents) {
      add(this.#byNumber, plain(known.number), known);
      add(this.#byNumeral, numeralOf(known.number), known);
    }
    if (documents.length > 0) this.#files.set(uri, documents);
    else this.#files.delete(uri);
    this.#generation += 1;
  }

  delete(uri: string): void {
    this.put(uri, []);
  }

  /** The documents of a file. */
  documentsOf(uri: string): readonly KnownDocument[] {
    return this.#files.get(uri) ?? [];
  }

  /** The files that hold documents. */
  uris(): readonly string[] {
    return [...this.#files.keys()];
  }

  /** What the other files hold: a file's own documents are no news to it. Reads the index as it then is. */
  known(except: string): KnownDocuments {
    const others = (found: ReadonlySet<KnownDocument> | undefined): readonly KnownDocument[] =>
      [...(found ?? [])].filter(
        ({ origin }) => origin.kind !== 'workspace' || origin.uri !== except,
      );
    return {
      withNumber: (normal) => others(this.#byNumber.get(plain(normal))),
      withNumeral: (numeral) => others(this.#byNumeral.get(plain(numeral))),
    };
  }
}

/** What the documents of a file's text say of themselves. */
export function issuedDocuments(uri: string, text: string): readonly KnownDocument[] {
  const steps = issuedIn(uri, text);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function* issuedIn(uri: string, text: string): Generator<undefined, readonly KnownDocument[]> {
  const found = new Map<string, KnownDocument>();
  for (const region of headRegions(text)) {
    for (const document of parseDocuments(parseSource(region))) {
      const known = issuedDocument(document, uri);
      // Where parts overlap, the first one has the document with its whole head.
      const key = known && `${known.number} ${known.date ?? ''}`;
      if (known && key !== undefined && !found.has(key)) found.set(key, known);
    }
    yield;
  }
  return [...found.values()];
}

function add(index: Map<string, Set<KnownDocument>>, key: string, known: KnownDocument): void {
  const bucket = index.get(key);
  if (bucket) bucket.add(known);
  else index.set(key, new Set([known]));
}

/** Leading zeros tell no two numbers apart. */
function plain(number: string): string {
  return number.replace(/^0+(?=\p{Nd})/u, '');
}

function numeralOf(number: string): string {
  return /^\p{Nd}+/u.exec(plain(number))?.[0] ?? '';
}
