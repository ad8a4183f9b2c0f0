import assert from 'node:assert/strict';
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { frontMatterEnd } from '../../server/source/boundaries.ts';
import { chunksOf, type Chunks } from '../../server/source/chunks.ts';
import { documentMarkdown, parseFrontMatterBlock } from '../../server/source/markdown.ts';
import { parseSource } from '../../server/source/parseSource.ts';
import type { Source } from '../../server/source/source.ts';
import { joinedTree, moved } from '../../server/source/tree.ts';
import { edit, markdown } from './markdownPieces.ts';
import type { Random } from './random.ts';

const withFrontMatter = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(documentMarkdown)
  .freeze();
const without = unified().use(remarkParse).use(documentMarkdown).freeze();

/** The whole text parsed at once; an unclosed front matter is none. */
export function fullParse(text: string): Root {
  const whole: Root = withFrontMatter.parse(text);
  const root: Root = whole.children[0]?.type === 'yaml' ? whole : without.parse(text);
  return moved(root, { offset: bomLength(text), line: 0 });
}

/** All that later stages read of a source, as plain data. */
export function contentOf(source: Source): unknown {
  const { frontMatter, comments, limits } = source;
  return {
    frontMatter,
    comments,
    limits,
    paragraphs: source.paragraphs.map(({ kind, depth, text, span, outer, lines }) => ({
      kind,
      depth,
      text,
      span,
      outer,
      lines: lines.length,
    })),
    lines: source.lines.map(({ index, text, span, offset, boldLength, bold, italic }) => ({
      index,
      text,
      span,
      offset,
      boldLength,
      bold,
      italic,
    })),
  };
}

export interface FuzzTally {
  documents: number;
  edits: number;
}

/**
 * Edits random documents at random, at least `least` times in all; throws, with the text and the edit, at the
 * first tree that differs from the same text parsed whole, or source that differs from the same text parsed anew.
 */
export function fuzzIncrementalSource(random: Random, least: number): FuzzTally {
  const tally: FuzzTally = { documents: 0, edits: 0 };
  while (tally.edits < least) {
    let text = markdown(random);
    const open = new OpenText(text);
    compare(open, 'a new document');
    tally.documents += 1;
    for (let left = 6 + random.below(30); left > 0 && text.length < 6000; left -= 1) {
      const { from, to, inserted } = edit(random, text.length);
      const before = text;
      text = text.slice(0, from) + inserted + text.slice(to);
      open.change(text);
      compare(open, JSON.stringify({ before, from, to, inserted }));
      if (random.chance(0.2)) {
        assert.deepEqual(
          contentOf(open.source),
          contentOf(parseSource(text)),
          JSON.stringify(text),
        );
      }
      tally.edits += 1;
    }
  }
  return tally;
}

/** A text as it is edited, cut as usual and cut wherever it can be. */
class OpenText {
  text: string;
  source: Source;
  finest: Chunks;

  constructor(text: string) {
    this.text = text;
    this.source = parseSource(text);
    this.finest = chunksOf(text, bodyStart(text), undefined, 0);
  }

  change(text: string): void {
    this.text = text;
    this.source = parseSource(text, this.source);
    this.finest = chunksOf(text, bodyStart(text), this.finest, 0);
  }

  finestTree(): Root {
    const bom = bomLength(this.text);
    const head = this.text.slice(bom, bodyStart(this.text));
    const nodes = head === '' ? [] : parseFrontMatterBlock(head).children;
    return joinedTree([{ text: head, nodes }, ...this.finest.all], bom);
  }
}

function bomLength(text: string): number {
  return text.startsWith('\uFEFF') ? 1 : 0;
}

function bodyStart(text: string): number {
  return bomLength(text) + frontMatterEnd(text.slice(bomLength(text)));
}

function compare(open: OpenText, when: string): void {
  const full = JSON.stringify(plain(fullParse(open.text)));
  for (const tree of [open.source.root(), open.finestTree()]) {
    const joined = JSON.stringify(plain(tree));
    if (joined !== full) throw new DifferenceError(when, open.text, full, joined);
  }
}

/** The order of a node's properties is no difference. */
function plain({ type, children, position }: Root): unknown {
  return { type, children, position };
}

class DifferenceError extends Error {
  constructor(when: string, text: string, full: string, joined: string) {
    let at = 0;
    while (full[at] === joined[at]) at += 1;
    const around = (tree: string): string => tree.slice(Math.max(0, at - 200), at + 200);
    super(
      `${when}\ntext   ${JSON.stringify(text)}\nfull   ${around(full)}\njoined ${around(joined)}`,
    );
  }
}
