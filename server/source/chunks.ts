import { lookahead } from './boundaries.ts';
import {
  chunkAt,
  definitionKey,
  usualLength,
  withDefinitions,
  type Chunk,
  type Definitions,
} from './chunk.ts';

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
  const tail = unchangedTail(old, all.length, text, at);
  let reused = 0;
  while (at < text.length) {
    while (reused < tail.length && (tail[reused]?.start ?? 0) < at) reused += 1;
    if (tail[reused]?.start === at) {
      for (const { chunk } of tail.slice(reused)) all.push(chunk);
      break;
    }
    const chunk = chunkAt(text, at, before, smallest);
    all.push(chunk);
    at += chunk.text.length;
  }
  return resolved(all, before);
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
