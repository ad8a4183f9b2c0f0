import { lookahead } from './boundaries.ts';
import { commonOf } from './common.ts';
import {
  chunkAt,
  definitionKey,
  usualLength,
  withDefinitions,
  type Chunk,
  type Definitions,
} from './chunk.ts';

import { isSameContent, type ParagraphContent } from './paragraphContent.ts';

/** A text cut into chunks that join to it. */
export interface Chunks {
  /** The text from `start` on. */
  readonly text: string;
  readonly start: number;
  readonly all: readonly Chunk[];
  readonly definitions: Definitions;
}

/**
 * The text from `start` on in chunks, which are the same whether they come from `previous` or are parsed anew:
 * each follows from the text at its place alone.
 */
export function chunksOf(
  text: string,
  start: number,
  previous: Chunks | undefined,
  smallest = usualLength,
): Chunks {
  const old = previous?.all ?? [];
  const before = previous?.definitions ?? new Map<string, ReadonlySet<string>>();
  const { kept, tail, end } = unchanged(text, start, previous);
  let at = end;
  // where the old chunk `next` stands now
  let next = tail;
  let nextAt = text.length;
  for (let index = tail; index < old.length; index += 1) nextAt -= old[index]?.text.length ?? 0;
  const parsed: Chunk[] = [];
  while (at < text.length) {
    while (next < old.length && nextAt < at) {
      nextAt += old[next]?.text.length ?? 0;
      next += 1;
    }
    if (next < old.length && nextAt === at) break;
    const chunk = chunkAt(text, at, before, smallest);
    parsed.push(chunk);
    at += chunk.text.length;
  }
  if (at >= text.length) next = old.length;
  const adopting = withContentsOf(old.slice(kept, next), parsed);
  const all = [...old.slice(0, kept), ...adopting, ...old.slice(next)];
  return { text, start, ...resolved(all, before) };
}

/** The old chunks that stand again: the first `kept`, which end at `end`, and those from `tail` on, if an end falls there. */
function unchanged(
  text: string,
  start: number,
  previous: Chunks | undefined,
): { readonly kept: number; readonly tail: number; readonly end: number } {
  const old = previous?.all ?? [];
  if (!previous) return { kept: 0, tail: 0, end: start };
  const { prefix, suffix } = commonOf(previous.text, text);
  let kept = 0;
  let end = start;
  if (previous.start === start) {
    const isSame = prefix === text.length && text.length === previous.text.length;
    for (const { text: own } of old) {
      const after = end + own.length;
      // what follows a chunk decided that it ends there
      if (after + lookahead > prefix && !isSame) break;
      kept += 1;
      end = after;
    }
  }
  let tail = old.length;
  let left = suffix;
  while (tail > kept) {
    const length = old[tail - 1]?.text.length ?? 0;
    if (length > left) break;
    left -= length;
    tail -= 1;
  }
  return { kept, tail, end };
}

/** The new chunks with the very paragraphs of the old ones where these are the same, so that they are known again. */
function withContentsOf(old: readonly Chunk[], chunks: readonly Chunk[]): readonly Chunk[] {
  const known = new Map<string, ParagraphContent[]>();
  for (const { visible } of old) {
    for (const { content } of visible.paragraphs) {
      const same = known.get(content.text.text);
      if (same) same.push(content);
      else known.set(content.text.text, [content]);
    }
  }
  if (known.size === 0) return chunks;
  return chunks.map((chunk) => {
    const paragraphs = chunk.visible.paragraphs.map((paragraph) => {
      const content = known
        .get(paragraph.content.text.text)
        ?.find((other) => isSameContent(other, paragraph.content));
      return content ? { ...paragraph, content } : paragraph;
    });
    return { ...chunk, visible: { ...chunk.visible, paragraphs } };
  });
}

/** Link definitions hold for the whole file: chunks that refer to a changed one are parsed again. */
function resolved(all: readonly Chunk[], before: Definitions): Pick<Chunks, 'all' | 'definitions'> {
  const labels: string[] = [];
  for (const { definitions } of all) if (definitions.length > 0) labels.push(...definitions);
  const definitions = new Map<string, Set<string>>();
  for (const label of labels) {
    const key = definitionKey(label);
    const same = definitions.get(key) ?? new Set();
    definitions.set(key, same.add(normalised(label)));
  }
  // what was parsed now was parsed with those of before
  if (areSame(definitions, before)) return { all, definitions: before };
  return { all: all.map((chunk) => withDefinitions(chunk, definitions)), definitions };
}

function areSame(one: Definitions, other: Definitions): boolean {
  if (one.size !== other.size) return false;
  for (const [key, labels] of one) {
    const others = other.get(key);
    if (others?.size !== labels.size || [...labels].some((label) => !others.has(label)))
      return false;
  }
  return true;
}

/** A label as Markdown compares it: other spaces than Markdown's own are letters. */
function normalised(label: string): string {
  return label
    .replace(/[\t\r\n ]+/gu, ' ')
    .replace(/^ | $/gu, '')
    .toLowerCase()
    .toUpperCase();
}
