import type { Document } from '../../document/document.ts';
import { pattern } from '../../source/letters.ts';
import { perText } from '../../source/memory.ts';
import type { Line } from '../../source/source.ts';
import { SpanSet } from '../../source/spanSet.ts';

/** A place where the text says what an abbreviation stands for. */
export interface Definition {
  readonly short: string;
  /** The words before it, in lower case: as many as it has letters, or more. */
  readonly full: string;
  readonly line: Line;
  /** Of `(CCHC)` or `(sau đây viết tắt là CCHC)`, with the space before it, in the line's text. */
  readonly from: number;
  readonly to: number;
}

const defined = pattern.gu`(?<lead>\s*[(“"]\s*)(?:(?:sau đây\s+|dưới đây\s+)?(?:(?:được\s+)?(?:gọi|viết)(?:\s+tắt)?)\s+(?:là|:)\s*:?\s*[“"]?)?(?<short>\p{Lu}[\p{Lu}\p{N}&-]{1,11})[”"]?\s*\)`;
const called = pattern.gu`(?:sau đây\s+|dưới đây\s+)?(?:gọi|viết) tắt (?:là|:)\s*:?\s*[“"]?(?<short>\p{Lu}[\p{Lu}\p{N}&-]{1,11})(?![\p{L}\p{N}])`;

const closed = pattern.u`\)(?<=\p{Lu}[\p{Lu}\p{N}&-]{1,11}[”"]?\s*\))`;

/** Whether it has what the one or the other needs. */
function mayDefine(text: string): boolean {
  return closed.test(text) || text.includes(' tắt');
}

/** Where abbreviations are spelled out, in the order of the text. */
export function definitionsOf({ lines }: Document): readonly Definition[] {
  const definitions: Definition[] = [];
  for (const line of lines) {
    for (const found of definitionsIn(line)) definitions.push({ ...found, line });
  }
  return definitions;
}

/** Those of a line. */
export const definitionsIn = perText((line: Line): readonly Omit<Definition, 'line'>[] => {
  if (line.paragraph.kind === 'code' || !mayDefine(line.text)) return none;
  const found: Omit<Definition, 'line'>[] = [];
  for (const pattern of [defined, called]) {
    const known = new SpanSet(found.map(({ from, to }) => ({ start: from, end: to })));
    for (const match of line.text.matchAll(pattern)) {
      const short = match.groups?.['short'] ?? '';
      const from = match.index;
      const to = from + match[0].length;
      if (known.overlaps({ start: from, end: from + 1 })) continue;
      found.push({ short, full: wordsBefore(line.text, from, short), from, to });
    }
  }
  return found.length === 0 ? none : found;
});

const none: readonly never[] = [];

/** Longer than any name that is abbreviated, characters. */
const furthest = 400;

/** The words whose initials the abbreviation is, in lower case; '' where they are not. */
function wordsBefore(text: string, from: number, short: string): string {
  const letters = [...short.replace(pattern.gu`[^\p{L}]`, '')].map((letter) =>
    letter.toLowerCase(),
  );
  const words =
    text.slice(Math.max(0, from - furthest), from).match(pattern.gu`[\p{L}\p{M}\p{N}]+`) ?? [];
  let at = words.length;
  let left = letters.length;
  // joining words (và, của) may have no letter of their own
  for (let spare = 3; at > 0 && left > 0;) {
    const initial = bare(words[at - 1]?.charAt(0) ?? '');
    at -= 1;
    if (initial === bare(letters[left - 1] ?? '')) left -= 1;
    else if ((spare -= 1) < 0) return '';
  }
  return left > 0 ? '' : words.slice(at).join(' ').toLowerCase();
}

function bare(letter: string): string {
  return letter
    .normalize('NFD')
    .replace(pattern.gu`\p{M}`, '')
    .toLowerCase();
}
