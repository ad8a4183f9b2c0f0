import type { BlockContent, Html, List, ListItem, Paragraph } from 'mdast';
import { isDelimiterRow, itemMarkerAt, lineKindAt, type LineKind } from './simpleLineKind.ts';
import { SimpleLines, type Position } from './simpleLines.ts';
import { simplePhrasing } from './simplePhrasing.ts';
import { simpleTable } from './simpleTable.ts';

/**
 * The syntax tree of a text of the few kinds of blocks that most documents are made of, the same as the full parser
 * gives and many times faster; undefined for any text that this may not be sure of. What stands in brackets is
 * taken for text. `ends` says that nothing follows, so that nothing can be left open.
 */
export function simpleMarkdown(text: string, ends: boolean): BlockContent[] | undefined {
  if (strange.test(text)) return undefined;
  const lines = new SimpleLines(text);
  return new BlockReader(lines, ends).blocks(0, lines.length);
}

/** A byte order mark in front, characters of no or many columns, code and links. */
const strange = /^\uFEFF|[\0\t`]|\]\(/u;

/** A block with the line after it; undefined stands for what only the full parser knows. */
type Read<T> = { readonly node: T; readonly next: number } | undefined;

class BlockReader {
  readonly #lines: SimpleLines;
  readonly #text: string;
  readonly #ends: boolean;

  constructor(lines: SimpleLines, ends: boolean) {
    this.#lines = lines;
    this.#text = lines.text;
    this.#ends = ends;
  }

  blocks(from: number, to: number): BlockContent[] | undefined {
    const blocks: BlockContent[] = [];
    let line = from;
    while (line < to) {
      if (this.#lines.isBlank(line)) {
        line += 1;
        continue;
      }
      const read = this.#block(line, to);
      if (!read) return undefined;
      blocks.push(read.node);
      line = read.next;
    }
    return blocks;
  }

  #block(line: number, to: number): Read<BlockContent> {
    switch (this.#kindOf(line)) {
      case 'heading':
        return this.#heading(line);
      case 'rule': {
        const position = this.#position(line, this.#lines.content(line), line);
        return { node: { type: 'thematicBreak', position }, next: line + 1 };
      }
      case 'item':
        return this.#list(line, to);
      case 'quote':
        return this.#quote(line, to);
      case 'html':
        return this.#html(line, to);
      case 'text':
        return this.#table(line, to) ?? this.#paragraph(line, to);
      case 'unknown':
        return undefined;
    }
  }

  #kindOf(line: number): LineKind {
    return lineKindAt(this.#text, this.#lines.content(line));
  }

  #heading(line: number): Read<BlockContent> {
    const start = this.#lines.content(line);
    let from = start;
    let to = this.#lines.end(line);
    while (this.#text.charAt(from) === '#') from += 1;
    const depth = (from - start) as 1 | 2 | 3 | 4 | 5 | 6;
    while (from < to && this.#text.charAt(from) === ' ') from += 1;
    while (to > from && this.#text.charAt(to - 1) === ' ') to -= 1;
    // it may close the heading
    if (to > from && this.#text.charAt(to - 1) === '#') return undefined;
    const children = simplePhrasing(this.#lines, { first: line, from, last: line, to });
    if (!children) return undefined;
    const position = this.#position(line, start, line);
    return { node: { type: 'heading', depth, children, position }, next: line + 1 };
  }

  #paragraph(line: number, to: number): Read<Paragraph> {
    let next = line + 1;
    while (next < to && !this.#lines.isBlank(next)) {
      const kind = this.#kindOf(next);
      if (kind === 'unknown') return undefined;
      if (kind !== 'text' && !(kind === 'item' && this.#isText(next))) break;
      next += 1;
    }
    return this.#paragraphOf(line, this.#lines.content(line), next);
  }

  /** Whether what looks like an item is the text of an open paragraph: another number than 1. */
  #isText(line: number): boolean {
    const { number } = itemMarkerAt(this.#text, this.#lines.content(line));
    return number !== undefined && number !== '1';
  }

  /** The paragraph from an offset in its first line up to before the line `next`. */
  #paragraphOf(first: number, from: number, next: number): Read<Paragraph> {
    const last = next - 1;
    const to = this.#lines.end(last);
    const children = simplePhrasing(this.#lines, { first, from, last, to });
    if (!children) return undefined;
    const position = this.#position(first, from, last);
    return { node: { type: 'paragraph', children, position }, next };
  }

  #table(line: number, to: number): Read<BlockContent> {
    if (line + 1 >= to) return undefined;
    if (!isDelimiterRow(this.#text, this.#lines.content(line + 1))) return undefined;
    let next = line + 2;
    while (next < to && !this.#lines.isBlank(next)) next += 1;
    const node = simpleTable(this.#lines, line, next);
    return node && { node, next };
  }

  #list(first: number, to: number): Read<List> {
    const { mark, number } = itemMarkerAt(this.#text, this.#lines.content(first));
    const children: ListItem[] = [];
    let spread = false;
    let line = first;
    for (;;) {
      const item = this.#item(line, to);
      if (!item) return undefined;
      children.push(item.node);
      line = item.next;
      let after = line;
      while (after < to && this.#lines.isBlank(after)) after += 1;
      // in a quotation the marks of blank lines belong to the list
      if (after > line && this.#lines.isQuoted(line)) return undefined;
      if (after >= to) break;
      if (this.#lines.isIndented(after)) return undefined;
      if (this.#kindOf(after) !== 'item') break;
      if (itemMarkerAt(this.#text, this.#lines.content(after)).mark !== mark) break;
      spread ||= after > line;
      line = after;
    }
    const [start, end] = [children[0]?.position?.start, children.at(-1)?.position?.end];
    if (!start || !end) return undefined;
    const node: List = {
      type: 'list',
      ordered: number !== undefined,
      start: number === undefined ? null : Number(number),
      spread,
      children,
      position: { start, end },
    };
    return { node, next: line };
  }

  #item(line: number, to: number): Read<ListItem> {
    if (this.#lines.isIndented(line)) return undefined;
    const start = this.#lines.content(line);
    const { end: from } = itemMarkerAt(this.#text, start);
    if (lineKindAt(this.#text, from) !== 'text') return undefined;
    let next = line + 1;
    while (next < to && !this.#lines.isBlank(next)) {
      const kind = this.#kindOf(next);
      if (kind === 'text') next += 1;
      else if (kind === 'unknown' || kind === 'html' || this.#lines.isIndented(next))
        return undefined;
      else break;
    }
    const paragraph = this.#paragraphOf(line, from, next);
    if (!paragraph) return undefined;
    const node: ListItem = {
      type: 'listItem',
      spread: false,
      checked: null,
      children: [paragraph.node],
      position: this.#position(line, start, next - 1),
    };
    return { node, next };
  }

  #quote(line: number, to: number): Read<BlockContent> {
    // what a quotation may begin with is less where it breaks off a paragraph
    if (this.#lines.isQuoted(line) || (line > 0 && !this.#lines.isBlank(line - 1)))
      return undefined;
    const start = this.#lines.content(line);
    let next = line;
    while (next < to && this.#text.charAt(this.#lines.content(next)) === '>') {
      const base = this.#lines.content(next) + 1;
      this.#lines.enter(next, this.#text.charAt(base) === ' ' ? base + 1 : base);
      next += 1;
    }
    // the next line may carry on what stands in the quotation
    if (next < to && !this.#lines.isBlank(next)) return undefined;
    const children = this.blocks(line, next);
    if (!children) return undefined;
    const position = this.#position(line, start, next - 1);
    return { node: { type: 'blockquote', children, position }, next };
  }

  #html(line: number, to: number): Read<Html> {
    if (this.#lines.isQuoted(line) || this.#lines.isIndented(line)) return undefined;
    const start = this.#lines.start(line);
    let next = line + 1;
    if (this.#text.startsWith('<!--', start)) {
      const close = this.#text.indexOf('-->', start + 2);
      if (close < 0) return undefined;
      while (next < to && this.#lines.start(next) <= close) next += 1;
    } else {
      while (next < to && !this.#lines.isBlank(next)) next += 1;
      if (next === this.#lines.length && !this.#ends) return undefined;
    }
    const value = this.#text.slice(start, this.#lines.end(next - 1));
    return { node: { type: 'html', value, position: this.#position(line, start, next - 1) }, next };
  }

  /** From an offset in the first line to the end of the last. */
  #position(first: number, from: number, last: number): Position {
    return {
      start: this.#lines.point(first, from),
      end: this.#lines.point(last, this.#lines.end(last)),
    };
  }
}
