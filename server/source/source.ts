import type { Root } from 'mdast';
import type { MappedText } from './mappedText.ts';
import type { Memory } from './memory.ts';
import type { Span } from './span.ts';

/** What kind of Markdown a paragraph stands in. */
export type ParagraphKind =
  'heading' | 'paragraph' | 'listItem' | 'quote' | 'tableRow' | 'code' | 'footnote';

/**
 * One visible line. `text` is what a reader sees: NFC, without Markdown marks and escapes, with the list
 * marker as typed (`- `, `1. `). Offsets into `text` are UTF-16; `spanOf` maps them back to the file.
 */
export interface Line {
  readonly index: number;
  readonly text: string;
  readonly span: Span;
  readonly paragraph: Paragraph;
  /** Where `text` begins in `paragraph.text`. */
  readonly offset: number;
  /** How many characters of `text` from its start are bold (a list marker counts when what follows is). */
  readonly boldLength: number;
  /** Whether every letter is bold. */
  readonly bold: boolean;
  readonly italic: boolean;
  readonly memory: Memory;
  /** The file's span of `text.slice(from, to)`. */
  spanOf(from: number, to: number): Span;
}

/** A run of lines of one Markdown block: its text joins the lines with `\n`. */
export interface Paragraph extends MappedText {
  readonly kind: ParagraphKind;
  /** Heading depth 1–6; list nesting from 1; otherwise 0. */
  readonly depth: number;
  /** The paragraph with its Markdown marks (`## `, `- `, `**`), as it stands in the file. */
  readonly outer: Span;
  readonly lines: readonly Line[];
  /** Its text with offsets from `base`: the same object in every edition of the file in which it stands unchanged. */
  readonly content: MappedText;
  /** Where in the file the offsets of `content` begin. */
  readonly base: number;
  readonly memory: Memory;
}

/** An HTML comment: `text` is what stands between the marks, trimmed. */
export interface Comment {
  readonly text: string;
  readonly span: Span;
}

export interface FrontMatterBlock {
  /** The YAML between the fences. */
  readonly yaml: string;
  /** Where `yaml` begins in the file. */
  readonly start: number;
  /** The block with its fences and the closing fence's line ending. */
  readonly span: Span;
}

/** A part of the file that was parsed by itself, at its place. */
export interface Piece {
  /** What was parsed: the same object in every edition of the file in which the text stands unchanged. */
  readonly chunk: object;
  /** Where it begins in the file. */
  readonly base: number;
  /** Indexes of its first paragraph and line in the file's. */
  readonly firstParagraph: number;
  readonly firstLine: number;
  readonly paragraphs: readonly Paragraph[];
  readonly lines: readonly Line[];
  readonly lineCount: number;
  /** What was found out about its lines wherever they stand. */
  readonly memory: Memory;
}

/** A file as parsed: everything later reads this and never the text again. */
export interface Source {
  readonly text: string;
  readonly frontMatter: FrontMatterBlock | undefined;
  readonly paragraphs: readonly Paragraph[];
  readonly lines: readonly Line[];
  readonly comments: readonly Comment[];
  /** In order; the front matter is in none. */
  readonly pieces: readonly Piece[];
  /** How many paragraphs and lines there are, for who does not need all of them. */
  readonly paragraphCount: number;
  readonly lineCount: number;
  /** The paragraphs whose indexes lie from `from` to before `to`; the others are not even made. */
  paragraphsBetween(from: number, to: number): readonly Paragraph[];
  /** The lines whose indexes lie from `from` to before `to`; the others are not even made. */
  linesBetween(from: number, to: number): readonly Line[];
  /** The line that stands where the offset is, its ends included; undefined between lines. */
  lineAt(offset: number): Line | undefined;
  /** Said when a part was too large or too hostile to parse as Markdown and is read as plain text. */
  readonly limits: readonly SourceLimit[];
  /** The joined syntax tree with absolute positions; made on demand, for output. */
  root(): Root;
}

export interface SourceLimit {
  readonly span: Span;
  readonly reason: 'block-too-large' | 'file-too-large' | 'binary';
}
