import type { Document } from '../document/document.ts';
import { parseDocuments } from '../document/parseDocuments.ts';
import type { KnownDocument, KnownDocuments } from '../norms/knownDocuments.ts';
import { parseSource } from '../source/parseSource.ts';
import { headRegions, type HeadRegion } from './headRegions.ts';
import { issuedBy } from './issuedDocument.ts';

/** More than is open at once ever cites. */
const mostAsked = 50_000;

/** What the documents of many files say of themselves, by number; kept up as files change. */
export class WorkspaceIndex {
  readonly #files = new Map<string, readonly KnownDocument[]>();
  readonly #byNumber = new Map<string, Set<KnownDocument>>();
  readonly #byNumeral = new Map<string, Set<KnownDocument>>();
  /** The numbers and numerals that somebody was told of. */
  readonly #asked = new Set<string>();
  #generation = 0;

  /** Grows whenever an answer that was given may be right no longer: of most files in a folder nobody asks. */
  get generation(): number {
    return this.#generation;
  }

  /** Takes the text of a file, in place of what it held before. */
  set(uri: string, text: string): void {
    this.put(uri, issuedDocuments(uri, text));
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
    const isNews = [...before, ...documents].some(
      ({ number }) => this.#asked.has(plain(number)) || this.#asked.has(numeralOf(number)),
    );
    if (isNews) this.#renew();
  }

  /** Whoever asked must ask again. */
  #renew(): void {
    this.#generation += 1;
    this.#asked.clear();
  }

  #ask(key: string): string {
    if (this.#asked.size >= mostAsked) this.#renew();
    this.#asked.add(key);
    return key;
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
      withNumber: (normal) => others(this.#byNumber.get(this.#ask(plain(normal)))),
      withNumeral: (numeral) => others(this.#byNumeral.get(this.#ask(plain(numeral)))),
    };
  }
}

/** What the documents of a file's text say of themselves. */
export function issuedDocuments(uri: string, text: string): readonly KnownDocument[] {
  return issuedBy(headRegions(text).flatMap(documentsIn), uri);
}

/** The documents of a region, read no further than to the end of its last head where that is whole. */
function documentsIn({ text, headEnd }: HeadRegion): readonly Document[] {
  const heads = parseDocuments(parseSource(text.slice(0, headEnd)));
  const last = heads.at(-1);
  return headEnd === text.length || (last && isWhole(last))
    ? heads
    : parseDocuments(parseSource(text));
}

/** Whether what follows the text can change nothing of what is read in its head. */
function isWhole(document: Document): boolean {
  const { recognised, number, placeAndDate, type, issuer, subject, body, lines } = document;
  const date = placeAndDate?.date;
  return (
    recognised &&
    number?.numeral !== undefined &&
    number.symbol !== undefined &&
    date?.day !== undefined &&
    date.month !== undefined &&
    date.year !== undefined &&
    type !== undefined &&
    issuer !== undefined &&
    subject !== undefined &&
    body.some(({ paragraph }) => paragraph !== lines.at(-1)?.paragraph)
  );
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
