/** What the panel tells the page: the whole state, so that a page that was reloaded needs nothing else. */
export interface PreviewState {
  readonly version: number;
  readonly title: string;
  /** One SVG a page, as the typesetter drew it. */
  readonly pages: readonly string[];
  readonly documents: readonly { readonly index: number; readonly title: string }[];
  readonly index: number;
  readonly pageCount: string;
  readonly chooseDocument: string;
  /** Said above the pages, or in their place. */
  readonly message?: string;
}

/** What the page shows, as it tells the panel. */
export interface Shown {
  readonly version: number;
  readonly title: string;
  /** How many pages are drawn. */
  readonly pages: number;
  /** How many glyphs are drawn on all pages. */
  readonly glyphs: number;
  readonly message: string;
}

/** What the page tells the panel. */
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'choose'; readonly index: number }
  | { readonly type: 'shown'; readonly shown: Shown };
