import type { Nodes, RootContent } from 'mdast';
import { isListItem, lookahead, partEnds } from './boundaries.ts';
import { isHostile } from './hostility.ts';
import { parseMarkdown } from './markdown.ts';
import { plainTextOf } from './plainText.ts';
import { simpleMarkdown } from './simpleMarkdown.ts';
import { moved } from './tree.ts';
import { visibleOf, type Visible } from './visibleText.ts';

/**
 * A part of the file that parses by itself; immutable, its positions count from its own start. It follows from
 * `text` and `next` alone, so wherever these two stand again the chunk may stand again.
 */
export interface Chunk {
  readonly text: string;
  /** The first characters of what follows, which decided that the chunk ends here. */
  readonly next: string;
  readonly nodes: readonly RootContent[];
  readonly visible: Visible;
  /** The labels of the link definitions that it makes. */
  readonly definitions: readonly string[];
  /** Keys of what stands between brackets in it, which may refer to definitions anywhere in the file. */
  readonly references: readonly string[];
  /** Labels defined elsewhere that it was parsed with. */
  readonly known: readonly string[];
  /** Whether it was read as plain text because Markdown would take too long. */
  readonly plain: boolean;
}

/** Link definitions of a file: their labels by key, for a key is coarser than Markdown's own. */
export type Definitions = ReadonlyMap<string, ReadonlySet<string>>;

/** Smaller chunks cost more to parse one by one than they save when one of them changes. */
export const usualLength = 300;

/** The chunk of at least `smallest` characters that begins at `start`, parsed with the link definitions of the file. */
export function chunkAt(
  text: string,
  start: number,
  definitions: Definitions,
  smallest: number,
): Chunk {
  let least = start + smallest;
  let earlier = start;
  for (const end of partEnds(text, start)) {
    if (end < least && end < text.length) {
      earlier = end;
      continue;
    }
    const whole = read(text, start, end, definitions);
    // what stands before a hostile block is none
    const before =
      whole?.plain === true && earlier > start
        ? read(text, start, earlier, definitions)
        : undefined;
    const chunk = before ?? whole;
    if (chunk) return chunk;
    // something is open that may stay so for long: trying every end would cost the square of the text
    least = end + (end - start);
  }
  return plainChunk(text.slice(start), '');
}

/** The chunk between two offsets, or undefined when something in it is still open at its end: then it is none. */
function read(
  text: string,
  start: number,
  end: number,
  definitions: Definitions,
): Chunk | undefined {
  const next = ownCopy(text.slice(end, end + lookahead));
  return parseChunk(ownCopy(text.slice(start, end)), next, definitions);
}

/** The same chunk parsed with other definitions of the file, where it refers to any of them. */
export function withDefinitions(chunk: Chunk, definitions: Definitions): Chunk {
  if (chunk.plain) return chunk;
  const known = knownTo(chunk.references, definitions);
  if (known.join('\n') === chunk.known.join('\n')) return chunk;
  return parseChunk(chunk.text, chunk.next, definitions) ?? chunk;
}

/** A slice would hold the whole text of its version of the file in memory for as long as the chunk lives. */
function ownCopy(slice: string): string {
  return ` ${slice}`.slice(1);
}

function parseChunk(text: string, next: string, definitions: Definitions): Chunk | undefined {
  if (isHostile(text)) return plainChunk(text, next);
  const references = referencesIn(text);
  const known = knownTo(references, definitions);
  const simple = known.length === 0 ? simpleMarkdown(text, next === '') : undefined;
  const nodes = simple ?? nodesOf(text, next, known);
  if (!nodes) return undefined;
  return {
    text,
    next,
    nodes,
    visible: visibleOf(nodes, text),
    definitions: text.includes(']:') ? definitionsIn(nodes, text) : [],
    references,
    known,
    plain: false,
  };
}

/** The tree that the full parser reads; undefined when something in it is still open at its end. */
function nodesOf(
  text: string,
  next: string,
  known: readonly string[],
): readonly RootContent[] | undefined {
  const lead = known.map((label) => `[${label}]: x\n`).join('') + (known.length > 0 ? '\n' : '');
  const probe = next !== '' && mayStayOpen.test(text) ? probeFor(next) : '';
  const nodes = parseMarkdown(lead + text + probe).children.filter(
    (node) => (node.position?.start.offset ?? 0) >= lead.length,
  );
  if (probe !== '' && !takesProbe(nodes, lead.length + text.length)) return undefined;
  return known.length === 0
    ? nodes
    : nodes.map((node) => moved(node, { offset: -lead.length, line: -known.length - 1 }));
}

function plainChunk(text: string, next: string): Chunk {
  return {
    text,
    next,
    ...plainTextOf(text),
    definitions: [],
    references: [],
    known: [],
    plain: true,
  };
}

/** What can hold the lines after it, blank ones too: fences and raw HTML. */
const mayStayOpen = /```|~~~|</u;

/** A line that opens a block of its own unless the chunk swallows it, of the sort that really follows. */
function probeFor(next: string): string {
  return next.startsWith('>') || isListItem(next, 0) ? '>' : '#';
}

/** Takes the probe's node off the tree; false when the chunk's last block swallowed it. */
function takesProbe(nodes: RootContent[], at: number): boolean {
  const last = nodes.at(-1);
  if (last?.type !== 'heading' && last?.type !== 'blockquote') return false;
  if (last.position?.start.offset !== at) return false;
  nodes.pop();
  return true;
}

const label = /\[((?:\\.|[^\\[\]]){1,999})\]/gsu;

function referencesIn(text: string): readonly string[] {
  if (!text.includes('[')) return [];
  return [...new Set([...text.matchAll(label)].map((match) => definitionKey(match[1] ?? '')))];
}

/** A key that is the same wherever Markdown takes two labels for one, quotation marks on their lines included. */
export function definitionKey(text: string): string {
  return text
    .replace(/[\s>]+/gu, '')
    .toLowerCase()
    .toUpperCase();
}

function knownTo(references: readonly string[], definitions: Definitions): readonly string[] {
  if (definitions.size === 0) return [];
  return references.flatMap((key) => [...(definitions.get(key) ?? [])]);
}

function definitionsIn(nodes: readonly Nodes[], text: string): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'definition')
      return 'children' in node ? definitionsIn(node.children, text) : [];
    const source = text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
    const typed = /^\[((?:\\.|[^\\[\]]){1,999})\]:/su.exec(source)?.[1];
    return typed === undefined ? [] : [typed.replace(/[\r\n][\s>]*/gu, ' ')];
  });
}
