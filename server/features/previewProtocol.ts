import type { Position, Range } from 'vscode-languageserver';

/** Asks for a document's pages. */
export const previewRequest = 'vanban/preview';

/** Asks which place of the text stands at a point of a page. */
export const sourceRequest = 'vanban/preview/source';

/** Asks where on the pages the block of a place of the text stands. */
export const placeRequest = 'vanban/preview/place';

export interface PreviewParams {
  readonly uri: string;
  /** Which document of the file, from 0; the first when absent. */
  readonly index?: number;
  /** The hashes of the pages that the client has: their drawings are not sent again. */
  readonly known?: readonly string[];
}

/** A rectangle in points from a page's top left corner. */
export interface PageBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One line of set text: what a reader hears, finds and copies. */
export interface PageLine extends PageBox {
  readonly text: string;
  /** The line of the file that it begins in, from 0; absent for what the norm supplies. */
  readonly sourceLine?: number;
}

export interface PreviewPage {
  /** Of the drawing and its lines: pages of the same hash look and read the same. */
  readonly hash: string;
  /** Absent when the client said that it has this hash. */
  readonly svg?: string;
  /** In points. */
  readonly width: number;
  readonly height: number;
  readonly lines: readonly PageLine[];
}

/** A diagnostic's underline on a page. */
export interface PageMark extends PageBox {
  /** From 0. */
  readonly page: number;
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly message: string;
}

export interface PreviewResult {
  /** The version of the text that was laid out; -1 when the file is not open. */
  readonly version: number;
  readonly title: string;
  readonly pages: readonly PreviewPage[];
  readonly marks: readonly PageMark[];
  readonly documents: readonly { readonly index: number; readonly title: string }[];
  /** Why there are no pages, in the person's language. */
  readonly message?: string;
}

export interface SourceParams {
  readonly uri: string;
  readonly index: number;
  /** The version that the pages show; another one has no answer. */
  readonly version: number;
  /** From 0. */
  readonly page: number;
  /** In points from the page's top left corner. */
  readonly x: number;
  readonly y: number;
}

/** The word's range in the file; null where nothing of the file stands. */
export type SourceResult = Range | null;

export interface PlaceParams {
  readonly uri: string;
  readonly index: number;
  readonly version: number;
  readonly position: Position;
}

/** The lines of the block that holds the position, or of the next one before it; null where none stands. */
export type PlaceResult = {
  readonly boxes: readonly (PageBox & { readonly page: number })[];
} | null;
