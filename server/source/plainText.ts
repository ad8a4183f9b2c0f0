import type { Paragraph as ParagraphNode, RootContent } from 'mdast';
import { linesOf } from './lines.ts';
import { TextBuilder } from './mappedText.ts';
import { Memory } from './memory.ts';
import type { RawParagraph, Visible } from './visibleText.ts';

interface TypedLine {
  readonly text: string;
  readonly start: number;
  /** The line's number from 1. */
  readonly number: number;
}

/** The text read without Markdown: a paragraph is a run of lines between blank ones, or one row of a table. */
export function plainTextOf(text: string): { nodes: readonly RootContent[]; visible: Visible } {
  const blocks = plainBlocks(text);
  return {
    nodes: blocks.map(nodeOf),
    visible: { paragraphs: blocks.map(paragraphOf), comments: [] },
  };
}

function plainBlocks(text: string): readonly (readonly TypedLine[])[] {
  const blocks: TypedLine[][] = [];
  let open: TypedLine[] | undefined;
  let number = 0;
  for (const match of text.matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/gu)) {
    number += 1;
    const line = { text: match[1] ?? '', start: match.index, number };
    if (line.text.trim() === '') open = undefined;
    else if (isRow(line)) {
      blocks.push([line]);
      open = undefined;
    } else if (open) open.push(line);
    else blocks.push((open = [line]));
  }
  return blocks;
}

function isRow(line: TypedLine | undefined): boolean {
  return line !== undefined && /^\s*(?:\||\+[-=+]{3})/u.test(line.text);
}

function paragraphOf(block: readonly TypedLine[]): RawParagraph {
  const start = block[0]?.start ?? 0;
  const builder = new TextBuilder(start);
  block.forEach((line, index) => {
    const before = block[index - 1];
    if (before) {
      const end = before.start + before.text.length;
      builder.add('\n', end, line.start - end);
    }
    builder.add(line.text, line.start);
  });
  const text = builder.build();
  return {
    start,
    content: {
      kind: isRow(block[0]) ? 'tableRow' : 'paragraph',
      depth: 0,
      text,
      length: text.span.end,
      lines: linesOf(text.text, ''),
      memory: new Memory(),
    },
  };
}

function nodeOf(block: readonly TypedLine[]): ParagraphNode {
  const first = block[0];
  const last = block.at(-1);
  const position = {
    start: { line: first?.number ?? 1, column: 1, offset: first?.start ?? 0 },
    end: {
      line: last?.number ?? 1,
      column: (last?.text.length ?? 0) + 1,
      offset: (last?.start ?? 0) + (last?.text.length ?? 0),
    },
  };
  const value = block.map((line) => line.text).join('\n');
  return { type: 'paragraph', children: [{ type: 'text', value, position }], position };
}
