import type { PageBox, PageMark } from '../../server/features/previewProtocol.ts';
import type { Zoom } from './zoom.ts';

/** One line of set text, as the page needs it to be read, found and copied. */
export interface TextLine extends PageBox {
  readonly text: string;
}

export interface Drawing {
  readonly svg: string;
  readonly lines: readonly TextLine[];
}

export interface ShownPage {
  readonly hash: string;
  /** In points. */
  readonly width: number;
  readonly height: number;
  /** The drawing and its text; absent when the page was told of this hash before. */
  readonly drawing?: Drawing;
  /** By line of text, from the top: the file's line that it begins in, from 0; null for what the norm supplies. */
  readonly sourceLines: readonly (number | null)[];
  /** By line of text, its top in points from the page's top. */
  readonly tops: readonly number[];
}

/** The whole state of the preview, so that a page that was reloaded needs nothing else. */
export interface PreviewState {
  readonly type: 'state';
  readonly uri: string;
  readonly version: number;
  readonly language: 'vi' | 'en';
  readonly title: string;
  readonly pages: readonly ShownPage[];
  readonly marks: readonly PageMark[];
  readonly documents: readonly { readonly index: number; readonly title: string }[];
  readonly index: number;
  readonly pinned: boolean;
  /** Whether the diagnostics are drawn. */
  readonly diagnostics: boolean;
  /** How large a new preview begins. */
  readonly zoom: Zoom;
  /** Said above the pages, or in their place. */
  readonly message?: string;
}

export type PlacedBox = PageBox & { readonly page: number };

/** What the panel tells the page. */
export type ToPage =
  | PreviewState
  /** The caret's block; `reveal` when the person moved the caret, so that it should come into view. */
  | { readonly type: 'place'; readonly boxes: readonly PlacedBox[]; readonly reveal: boolean }
  /** The editor's first visible line, from 0. */
  | { readonly type: 'scroll'; readonly line: number };

/** What the page shows, as it tells the panel. */
export interface Shown {
  /** Whose pages they are; what the page told before it heard of another file may arrive after. */
  readonly uri: string;
  readonly index: number;
  readonly version: number;
  readonly title: string;
  /** How many pages are drawn. */
  readonly pages: number;
  /** How many glyphs are drawn on all pages. */
  readonly glyphs: number;
  /** How many diagnostics are drawn. */
  readonly marks: number;
  /** How many boxes mark the caret's block. */
  readonly placed: number;
  readonly message: string;
}

/** What a reload of the window brings back. */
export interface SavedState {
  readonly uri: string;
  readonly index: number;
  readonly pinned: boolean;
  readonly zoom: Zoom;
}

/** A point of a page of the version that is shown, in points from its top left corner. */
export interface PagePoint {
  readonly uri: string;
  readonly version: number;
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

/** What the page tells the panel. */
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'choose'; readonly index: number }
  | { readonly type: 'source'; readonly at: PagePoint }
  /** The person opened a page at the keyboard: the file's line in view, from 0. */
  | { readonly type: 'line'; readonly line: number }
  /** The person scrolled the pages: the file's line at their top, from 0. */
  | { readonly type: 'scrolled'; readonly line: number }
  | { readonly type: 'zoom'; readonly zoom: Zoom }
  | { readonly type: 'diagnostics'; readonly on: boolean }
  | { readonly type: 'pin' }
  | { readonly type: 'shown'; readonly shown: Shown };
