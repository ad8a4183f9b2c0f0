import type { BlockContent, DefinitionContent, PhrasingContent, RootContent, Table } from 'mdast';
import { alignText } from './alignment.ts';
import { holdsTable, readHtmlTables, type HtmlPiece, type HtmlRow } from './htmlTable.ts';
import { linesOf, StyleMarks } from './lines.ts';
import { TextBuilder } from './mappedText.ts';
import { Memory } from './memory.ts';
import type { ParagraphContent } from './paragraphContent.ts';
import type { ParagraphKind } from './source.ts';
import { span, type Span } from './span.ts';

/** A paragraph as read from one chunk. */
export interface RawParagraph {
  /** Where it begins with its marks, from the chunk's start. */
  readonly start: number;
  readonly content: ParagraphContent;
}

export interface RawComment {
  readonly text: string;
  readonly span: Span;
}

/** What a reader sees of a chunk: its paragraphs in order, and its comments. */
export interface Visible {
  readonly paragraphs: readonly RawParagraph[];
  readonly comments: readonly RawComment[];
}

/** The visible paragraphs of the nodes that were parsed from `text`. */
export function visibleOf(nodes: readonly RootContent[], text: string): Visible {
  const reader = new VisibleReader(text);
  for (const node of nodes) reader.block(node, { kind: 'paragraph', depth: 0 });
  return { paragraphs: reader.paragraphs, comments: reader.comments };
}

interface Place {
  readonly kind: ParagraphKind;
  readonly depth: number;
}

interface Style {
  readonly bold: boolean;
  readonly italic: boolean;
}

const footnote = /\[\^[^\]\s]{1,40}\]:/uy;
const gridRow = /\s*(?:\||\+[-=+]{3})/uy;

function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

const plain: Style = { bold: false, italic: false };

class VisibleReader {
  readonly paragraphs: RawParagraph[] = [];
  readonly comments: RawComment[] = [];
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  block(node: RootContent | BlockContent | DefinitionContent, place: Place, lead?: Span): void {
    const outer = placeOf(node);
    switch (node.type) {
      case 'paragraph':
        this.#paragraph(node.children, place, outer, lead);
        return;
      case 'heading':
        this.#paragraph(node.children, { kind: 'heading', depth: node.depth }, outer, lead);
        return;
      case 'blockquote':
        for (const child of node.children) this.block(child, { kind: 'quote', depth: place.depth });
        return;
      case 'list':
        for (const item of node.children) {
          const start = placeOf(item).start;
          const [first, ...rest] = item.children;
          const inner = {
            kind: 'listItem',
            depth: place.kind === 'listItem' ? place.depth + 1 : 1,
          } as const;
          const marker = span(start, first ? placeOf(first).start : placeOf(item).end);
          if (first?.type === 'paragraph') this.block(first, inner, marker);
          else this.#markerAlone(marker, inner, first);
          for (const child of rest) this.block(child, inner);
        }
        return;
      case 'table':
        this.#table(node);
        return;
      case 'code':
        this.#code(outer);
        return;
      case 'html':
        this.#comments(outer);
        this.#html(outer, place);
        return;
      case 'definition':
        if (node.identifier.startsWith('^')) this.#footnote(outer);
        return;
      default:
        return;
    }
  }

  #markerAlone(
    marker: Span,
    place: Place,
    first: BlockContent | DefinitionContent | undefined,
  ): void {
    if (first) this.block(first, place);
    else this.#push(place, marker, (builder, marks) => this.#marker(builder, marks, marker));
  }

  #paragraph(
    children: readonly PhrasingContent[],
    place: Place,
    outer: Span,
    lead: Span | undefined,
  ): void {
    if (isAt(footnote, this.#source, outer.start)) place = { kind: 'footnote', depth: 0 };
    if (isAt(gridRow, this.#source, outer.start)) {
      this.#gridRows(outer);
      return;
    }
    this.#push(place, lead ? span(lead.start, outer.end) : outer, (builder, marks) => {
      if (lead) this.#marker(builder, marks, lead);
      this.#phrasing(children, plain, builder, marks);
    });
  }

  #marker(builder: TextBuilder, marks: StyleMarks, lead: Span): void {
    const typed = this.#source.slice(lead.start, lead.end);
    const marker = /^(?:[-+*]|\d{1,9}[.)])/u.exec(typed)?.[0] ?? '';
    builder.add(marker, lead.start);
    if (typed.length > marker.length)
      builder.add(' ', lead.start + marker.length, typed.length - marker.length);
    marks.add('l', builder.text.length);
  }

  #push(place: Place, outer: Span, fill: (builder: TextBuilder, marks: StyleMarks) => void): void {
    const builder = new TextBuilder(outer.start);
    const marks = new StyleMarks();
    fill(builder, marks);
    const raw = builder.text;
    if (raw.trim() === '') return;
    const text = builder.build();
    const styles =
      marks.text === '' || text.text === raw ? marks.text : composedMarks(raw, marks.text);
    const lines = linesOf(text.text, styles);
    const length = outer.end - outer.start;
    const { kind, depth } = place;
    const content = { kind, depth, text, length, lines, memory: new Memory() };
    this.paragraphs.push({ start: outer.start, content });
  }

  #phrasing(
    nodes: readonly PhrasingContent[],
    style: Style,
    builder: TextBuilder,
    marks: StyleMarks,
  ): void {
    for (const node of nodes) {
      const before = builder.text.length;
      const place = placeOf(node);
      switch (node.type) {
        case 'text':
          alignText(builder, node.value, this.#source, place);
          break;
        case 'inlineCode':
          this.#inlineCode(builder, node.value, place);
          break;
        case 'break':
          builder.add('\n', place.start, place.end - place.start);
          break;
        case 'html':
          if (/^<br\s*\/?>$/iu.test(node.value))
            builder.add('\n', place.start, place.end - place.start);
          else if (node.value.startsWith('<!--')) this.#comments(place);
          break;
        case 'strong':
          this.#phrasing(node.children, { ...style, bold: true }, builder, marks);
          continue;
        case 'emphasis':
          this.#phrasing(node.children, { ...style, italic: true }, builder, marks);
          continue;
        case 'linkReference':
          if (node.identifier.startsWith('^')) {
            builder.add(this.#source.slice(place.start, place.end), place.start);
            break;
          }
          this.#phrasing(node.children, style, builder, marks);
          continue;
        case 'link':
        case 'delete':
          this.#phrasing(node.children, style, builder, marks);
          continue;
        default:
          break;
      }
      const mark = style.bold ? (style.italic ? 'x' : 'b') : style.italic ? 'i' : ' ';
      marks.add(mark, builder.text.length - before);
    }
  }

  #inlineCode(builder: TextBuilder, value: string, place: Span): void {
    const at = this.#source.slice(place.start, place.end).indexOf(value);
    if (at >= 0) builder.add(value, place.start + at);
    else builder.add(value, place.start, place.end - place.start);
  }

  #table(table: Table): void {
    for (const row of table.children) {
      this.#push({ kind: 'tableRow', depth: 0 }, placeOf(row), (builder, marks) => {
        row.children.forEach((cell, index) => {
          const place = placeOf(cell);
          if (index > 0) {
            builder.add(
              ' | ',
              place.start,
              cell.children[0] ? placeOf(cell.children[0]).start - place.start : 1,
            );
            marks.add(' ', 3);
          }
          this.#phrasing(cell.children, plain, builder, marks);
        });
      });
    }
  }

  /** Raw HTML: the rows of its tables, or its lines of text, each a paragraph. */
  #html(outer: Span, place: Place): void {
    const html = this.#source.slice(outer.start, outer.end);
    const rows = readHtmlTables(html).flatMap((table) => table.rows);
    if (holdsTable(html)) {
      this.#htmlRows(rows, outer);
      return;
    }
    const lines = rows.flatMap(({ cells }) => cells.flatMap(({ pieces }) => linesOfPieces(pieces)));
    lines.forEach((pieces, index) => {
      const start = pieces[0]?.source ?? 0;
      const last = pieces.at(-1);
      const end = index < lines.length - 1 && last ? last.source + last.sourceLength : html.length;
      this.#push(place, span(outer.start + start, outer.start + end), (builder, marks) => {
        for (const piece of pieces) addPiece(builder, marks, piece, outer.start);
      });
    });
  }

  #htmlRows(rows: readonly HtmlRow[], outer: Span): void {
    rows.forEach((row, index) => {
      // what follows the last row belongs to the table still: nothing may come between
      const end = index === rows.length - 1 ? outer.end : outer.start + row.span.end;
      const place = span(outer.start + row.span.start, end);
      this.#push({ kind: 'tableRow', depth: 0 }, place, (builder, marks) => {
        row.cells.forEach(({ open, pieces }, column) => {
          if (column > 0) {
            builder.add(' | ', outer.start + open.start, open.end - open.start);
            marks.add(' ', 3);
          }
          for (const piece of pieces) addPiece(builder, marks, piece, outer.start);
        });
      });
    });
  }

  /** Rows that a converter drew with bars and plus signs, which Markdown reads as a paragraph. */
  #gridRows(outer: Span): void {
    for (const match of this.#source.slice(outer.start, outer.end).matchAll(/[^\r\n]+/gu)) {
      const start = outer.start + match.index;
      this.#push(
        { kind: 'tableRow', depth: 0 },
        span(start, start + match[0].length),
        (builder, marks) => {
          builder.add(match[0], start);
          marks.add(' ', match[0].length);
        },
      );
    }
  }

  #code(outer: Span): void {
    this.#verbatim({ kind: 'code', depth: 0 }, outer);
  }

  /** A footnote of one word, which Markdown reads as a link definition. */
  #footnote(outer: Span): void {
    this.#verbatim({ kind: 'footnote', depth: 0 }, outer);
  }

  #verbatim(place: Place, outer: Span): void {
    this.#push(place, outer, (builder, marks) => {
      const source = this.#source.slice(outer.start, outer.end);
      for (const match of source.matchAll(/([^\r\n]+)|\r\n|\r|\n/gu)) {
        builder.add(match[1] ?? '\n', outer.start + match.index, match[0].length);
      }
      marks.add(' ', builder.text.length);
    });
  }

  #comments(place: Span): void {
    const html = this.#source.slice(place.start, place.end);
    let from = html.indexOf('<!--');
    while (from >= 0) {
      const close = html.indexOf('-->', from + 4);
      if (close < 0) return;
      this.comments.push({
        text: html.slice(from + 4, close).trim(),
        span: span(place.start + from, place.start + close + 3),
      });
      from = html.indexOf('<!--', close + 3);
    }
  }
}

/** Adds a piece of raw HTML that begins at `base`. */
function addPiece(
  builder: TextBuilder,
  marks: StyleMarks,
  { text, source, sourceLength, bold, italic }: HtmlPiece,
  base: number,
): void {
  builder.add(text, base + source, sourceLength);
  marks.add(bold ? (italic ? 'x' : 'b') : italic ? 'i' : ' ', text.length);
}

function linesOfPieces(pieces: readonly HtmlPiece[]): readonly (readonly HtmlPiece[])[] {
  const lines: HtmlPiece[][] = [[]];
  for (const piece of pieces) {
    if (piece.text === '\n') lines.push([]);
    else lines.at(-1)?.push(piece);
  }
  return lines;
}

function placeOf(node: {
  position?: { start: { offset?: number }; end: { offset?: number } } | undefined;
}): Span {
  return span(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

/** Composition joins a letter with its marks: the composed letter takes the letter's style. */
function composedMarks(raw: string, marks: string): string {
  let result = '';
  let at = 0;
  while (at < raw.length) {
    let end = at + ((raw.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
    while (end < raw.length && /\p{M}/u.test(raw.charAt(end))) end += 1;
    result += marks.charAt(at).repeat(raw.slice(at, end).normalize('NFC').length);
    at = end;
  }
  return result;
}
