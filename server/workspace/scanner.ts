import type { KnownDocument } from '../norms/knownDocuments.ts';

/** The files of a workspace where they can be read; addresses are URIs. */
export interface WorkspaceFiles {
  /** The Markdown files below a folder; none where its files cannot be read (a virtual workspace). */
  list(folder: string): Promise<Listing>;
  /** The text; undefined when there is none, or it is too large or no text. */
  read(uri: string): Promise<string | undefined>;
  /**
   * What tells the file from what it was or will be, without reading it; undefined when there is none, or it was
   * written so lately that it may be written again and tell the same.
   */
  stamp(uri: string): Promise<string | undefined>;
}

export interface Listing {
  readonly uris: readonly string[];
  /** Whether these are all: more than so many are not read. */
  readonly isWhole: boolean;
}

/** One text that outlives the session. */
export interface SavedText {
  read(): Promise<string | undefined>;
  write(text: string): Promise<void>;
}

/** What a file says of itself. */
export interface ScannedFile {
  readonly documents: readonly KnownDocument[];
  /** Whether an earlier session had read it. */
  readonly isKnown: boolean;
}

/** Reads the files of a workspace for what they say of themselves. */
export interface WorkspaceScanner {
  list(folder: string): Promise<Listing>;
  /** What each file says, in the order asked; nothing of one that cannot be read. */
  scan(uris: readonly string[]): Promise<readonly ScannedFile[]>;
  /** Keeps for the next session what was read, and frees what is not needed until it is asked again. */
  rest(): Promise<void>;
}

/** One name for one file: clients escape more of an address than others do. */
export function nameOf(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
