import type { FrontMatterBlock } from '../../source/source.ts';
import type { FrontMatter, FrontMatterEntry } from '../frontMatter.ts';

/**
 * The lines of the front matter without those entries: other keys and comments as they stand. Undefined when an
 * entry is written so that it cannot be taken out without leaving a part of it.
 */
export function restOfYaml(
  block: FrontMatterBlock,
  frontMatter: FrontMatter,
  moved: readonly FrontMatterEntry[],
): readonly string[] | undefined {
  const { yaml, start } = block;
  const { entries } = frontMatter;
  const kept: string[] = [];
  let at = 0;
  for (const [index, entry] of entries.entries()) {
    const from = yaml.lastIndexOf('\n', entry.keySpan.start - start - 1) + 1;
    const next = entries[index + 1];
    const to =
      next === undefined ? yaml.length : yaml.lastIndexOf('\n', next.keySpan.start - start - 1) + 1;
    if (from < at || to <= from) return undefined;
    kept.push(yaml.slice(at, from));
    at = to;
    if (!moved.includes(entry)) {
      kept.push(yaml.slice(from, to));
      continue;
    }
    const comments = commentsAround(block, entry, from, to);
    if (comments === undefined) return undefined;
    kept.push(...comments.map((comment) => `${comment}\n`));
  }
  kept.push(yaml.slice(at));
  return kept
    .join('')
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '');
}

const markup = /^(?:[\s"'|>,[\]:+-]|#[^\n]*)*$/u;

/** The comments on the lines of an entry; undefined when something else than marks stands there too. */
function commentsAround(
  { yaml, start }: FrontMatterBlock,
  { keySpan, items }: FrontMatterEntry,
  from: number,
  to: number,
): readonly string[] | undefined {
  let at = from;
  let rest = '';
  for (const one of [keySpan, ...items.map(({ span }) => span)]) {
    if (one.start - start < at) return undefined;
    rest += `${yaml.slice(at, one.start - start)}\u0000`;
    at = one.end - start;
  }
  rest += yaml.slice(at, to);
  const gaps = rest.split('\u0000');
  if (!gaps.every((gap) => markup.test(gap))) return undefined;
  return gaps.flatMap((gap) => gap.match(/#[^\r\n]*/gu) ?? []);
}
