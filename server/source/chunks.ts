import { lookahead } from './boundaries.ts';
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
  const all: Chunk[] = [];
  let at = start;
  for (const chunk of old) {
    if (!standsAt(chunk, text, at)) break;
    all.push(chunk);
    at += chunk.text.length;
  }
  const head = all.length;
  const tail = unchangedTail(old, head, text, at);
  const parsed: Chunk[] = [];
  let reused = 0;
  while (at < text.length) {
    while (reused < tail.length && (tail[reused]?.start ?? 0) < at) reused += 1;
    if (tail[reused]?.start === at) {
      for (const { chunk } of tail.slice(reused)) all.push(chunk);
      break;
    }
    const chunk = chunkAt(text, at, before, smallest);
    parsed.push(chunk);
    all.push(chunk);
    at += chunk.text.length;
  }
  const dropped = old.slice(head, old.length - (tail.length - reused));
  const adopting = withContentsOf(dropped, parsed);
  all.splice(head, adopting.length, ...adopting);
  return resolved(all, before);
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

function standsAt(chunk: Chunk, text: string, at: number): boolean {
  const end = at + chunk.text.length;
  return text.slice(at, end) === chunk.text && text.slice(end, end + lookahead) === chunk.next;
}

/** The old chunks that end the text as they ended the old one, with where they stand now. */
function unchangedTail(
  old: readonly Chunk[],
  from: number,
  text: string,
  least: number,
): readonly { readonly chunk: Chunk; readonly start: number }[] {
  const tail: { chunk: Chunk; start: number }[] = [];
  let end = text.length;
  for (let index = old.length - 1; index >= from; index -= 1) {
    const chunk = old[index];
    if (!chunk) break;
    const start = end - chunk.text.length;
    if (start < least || text.slice(start, end) !== chunk.text) break;
    tail.push({ chunk, start });
    end = start;
  }
  return tail.reverse();
}

/** Link definitions hold for the whole file: chunks that refer to a changed one are parsed again. */
function resolved(all: readonly Chunk[], before: Definitions): Chunks {
  const labels: string[] = [];
  for (const chunk of all) labels.push(...chunk.definitions);
  if (labels.length === 0 && before.size === 0) return { all, definitions: before };
  const definitions = new Map<string, Set<string>>();
  for (const label of labels) {
    const key = definitionKey(label);
    const same = definitions.get(key) ?? new Set();
    definitions.set(key, same.add(normalised(label)));
  }
  return { all: all.map((chunk) => withDefinitions(chunk, definitions)), definitions };
}

/** A label as Markdown compares it: other spaces than Markdown's own are letters. */
function normalised(label: string): string {
  return label
    .replace(/[\t\r\n ]+/gu, ' ')
    .replace(/^ | $/gu, '')
    .toLowerCase()
    .toUpperCase();
}
