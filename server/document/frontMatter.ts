import type { Span } from '../source/span.ts';

/** One key of the front matter as typed, with its place. */
export interface FrontMatterEntry {
  /** The key as typed. */
  readonly key: string;
  readonly keySpan: Span;
  /** The name in code that the key stands for; undefined for a key we do not know. */
  readonly field: string | undefined;
  readonly value: unknown;
  readonly valueSpan: Span;
  /** The value as text with its place: one item for a scalar, one an element for a list. */
  readonly items: readonly { readonly text: string; readonly span: Span }[];
}

export interface FrontMatterProblem {
  readonly span: Span;
  readonly kind: 'syntax' | 'too-many-aliases' | 'not-a-map' | 'unknown-key' | 'wrong-kind';
  /** The parser's or our own words, short. */
  readonly detail: string;
  /** The nearest known key, for `unknown-key`. */
  readonly suggestion?: string;
}

export interface FrontMatter {
  readonly span: Span;
  readonly entries: readonly FrontMatterEntry[];
  readonly problems: readonly FrontMatterProblem[];
}
import type { FrontMatterBlock } from '../source/source.ts';
export function parseFrontMatter(block: FrontMatterBlock): FrontMatter {
  return { span: block.span, entries: [], problems: [] };
}
