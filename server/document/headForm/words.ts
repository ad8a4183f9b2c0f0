import { pattern } from '../../source/letters.ts';
import type { Source } from '../../source/source.ts';
import { parseFrontMatter } from '../frontMatter.ts';

const word = pattern.gu`[\p{L}\p{M}\p{N}]+`;

/** The first word that the one file shows more often than the other; undefined when none is lost. */
export function missingWord(one: Source, other: Source): string | undefined {
  const left = countOf(other);
  for (const [text, count] of countOf(one)) {
    if (count > (left.get(text) ?? 0)) return text;
  }
  return undefined;
}

/** How often each word stands in the lines, comments and keys and values of the file, case aside. */
function countOf({ lines, comments, frontMatter }: Source): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (text: string): void => {
    for (const [found] of text.normalize('NFC').toLowerCase().matchAll(word)) {
      counts.set(found, (counts.get(found) ?? 0) + 1);
    }
  };
  for (const { text } of lines) add(text);
  for (const { text } of comments) add(text);
  if (frontMatter) {
    for (const { items } of parseFrontMatter(frontMatter).entries) {
      for (const { text } of items) add(text);
    }
  }
  return counts;
}
