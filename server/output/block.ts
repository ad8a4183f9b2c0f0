import type { NumberingKind } from '../document/document.ts';
import type { Span } from '../source/span.ts';
import type { Orientation, StyleName } from './layout.ts';

/** A stretch of text of one look, beside what its paragraph's style says. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** A footnote that hangs on the run's end; a `\n` parts its paragraphs. */
  readonly note?: string;
}

/** One paragraph; a `\n` in a run's text breaks the line. */
export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly style: StyleName;
  readonly runs: readonly Run[];
  /** Where it stands in the file; undefined for what the norm supplies. */
  readonly span: Span | undefined;
  /** A rule under it, as a part of the text's length. */
  readonly rule?: number;
  /** The kind of heading that it begins or names. */
  readonly section?: NumberingKind;
}

/** The head's two columns: each row's cells begin level. */
export interface HeadBlock {
  readonly kind: 'head';
  readonly rows: readonly HeadRow[];
}

export interface HeadRow {
  readonly left: readonly ParagraphBlock[];
  readonly right: readonly ParagraphBlock[];
}

/** `Kính gửi:` with a list of two addressees or more. */
export interface AddresseesBlock {
  readonly kind: 'addressees';
  readonly label: ParagraphBlock;
  readonly items: readonly ParagraphBlock[];
}

/** A cell of a table; a `\n` in it parts its paragraphs. */
export interface TableCell extends ParagraphBlock {
  /** How many columns and rows it takes; one when absent. */
  readonly colspan?: number;
  readonly rowspan?: number;
}

export interface TableBlock {
  readonly kind: 'table';
  /** By column; undefined where the author says nothing. */
  readonly align: readonly ('left' | 'center' | 'right' | undefined)[];
  /** What part of the table each column takes, where the author says it of all. */
  readonly shares?: readonly number[];
  /** The first row where it is a header; empty for a table without one. */
  readonly header: readonly TableCell[];
  /** How many of `rows` belong to the header too, where it has several rows. */
  readonly headRows?: number;
  /** A row holds the cells that begin in it: `gridOf` gives each its place. */
  readonly rows: readonly (readonly TableCell[])[];
  readonly span: Span;
}

/** Recipients and signature side by side: never alone on a page. */
export interface ClosingBlock {
  readonly kind: 'closing';
  readonly recipients: readonly ParagraphBlock[];
  readonly signature: readonly ParagraphBlock[];
  /** The signer's name, below the room for the signature. */
  readonly name: ParagraphBlock | undefined;
}

/** A picture between paragraphs, centred. */
export interface ImageBlock {
  readonly kind: 'image';
  /** The place that the text names, as written. */
  readonly path: string;
  /** What it shows, in words. */
  readonly alt: string;
  readonly span: Span;
  /** Undefined until it is read, and where it cannot be: its place then says so. */
  readonly picture?: Picture;
}

export interface Picture {
  readonly format: 'png' | 'jpg' | 'gif';
  readonly bytes: Uint8Array;
  /** Of the bytes, as hexadecimal digits. */
  readonly hash: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** A new page with its own numbering (PL I, mục III.1). */
export interface AnnexBreak {
  readonly kind: 'annexBreak';
  readonly orientation: Orientation;
}

/** A new page, from which on the paper lies or stands; the numbering goes on (PL I, mục I.2). */
export interface OrientationBreak {
  readonly kind: 'orientationBreak';
  readonly orientation: Orientation;
}

/** How to reach the agency, at the foot of the first page (PL I, III.5). */
export interface ContactLineBlock {
  readonly kind: 'contactLine';
  readonly line: ParagraphBlock;
}

export type Block =
  | ParagraphBlock
  | HeadBlock
  | AddresseesBlock
  | TableBlock
  | ClosingBlock
  | ImageBlock
  | AnnexBreak
  | OrientationBreak
  | ContactLineBlock;

/** A paragraph of one run. */
export function paragraph(
  style: StyleName,
  text: string,
  span: Span | undefined,
  rule?: number,
): ParagraphBlock {
  const runs = [{ text, bold: false, italic: false }];
  return { kind: 'paragraph', style, runs, span, ...(rule === undefined ? {} : { rule }) };
}

/** The pictures that the blocks show. */
export function picturesOf(blocks: readonly Block[]): readonly Picture[] {
  return blocks.flatMap((block) =>
    block.kind === 'image' && block.picture ? [block.picture] : [],
  );
}

/** The visible text of a block with its notes, paragraphs joined by `\n`. */
export function textOf(block: Block): string {
  return paragraphsOf(block)
    .flatMap(({ runs }) => [
      runs.map((run) => run.text).join(''),
      ...runs.flatMap((run) => run.note ?? []),
    ])
    .join('\n');
}

/** The paragraphs of a block in reading order. */
export function paragraphsOf(block: Block): readonly ParagraphBlock[] {
  switch (block.kind) {
    case 'paragraph':
      return [block];
    case 'head':
      return block.rows.flatMap((row) => [...row.left, ...row.right]);
    case 'addressees':
      return [block.label, ...block.items];
    case 'table':
      return [...block.header, ...block.rows.flat()];
    case 'closing':
      return [...block.recipients, ...block.signature, ...(block.name ? [block.name] : [])];
    case 'contactLine':
      return [block.line];
    case 'image':
    case 'annexBreak':
    case 'orientationBreak':
      return [];
  }
}
