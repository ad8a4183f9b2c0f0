import type { Document } from '../document/document.ts';
import type { Span } from '../source/span.ts';
import type { ParagraphBlock } from './block.ts';

/** A character of the file as it is seen: NFC, lower case. */
interface SourceCharacter {
  readonly text: string;
  readonly span: Span;
}

/** How many characters on both sides are compared before two texts are taken to go on together. */
const certain = 6;

/** How far a text may run apart from its source before it is given up, in characters. */
const farthest = 400;

/**
 * Where each UTF-16 unit of a paragraph's text stands in the file; undefined for what the norm supplies. The
 * two differ by Markdown's marks, by what the layout tidies, and by letters that are composed otherwise.
 */
export function sourceOf(
  document: Document,
  paragraph: ParagraphBlock,
): readonly (Span | undefined)[] {
  const visible = charactersOf(paragraph.runs.map(({ text }) => text).join(''));
  const source = paragraph.span ? sourceCharacters(document, paragraph.span) : [];
  const found: (Span | undefined)[] = [];
  let at = 0;
  visible.forEach((character, index) => {
    const match = matchFrom(visible, index, source, at);
    for (let unit = 0; unit < character.length; unit += 1) {
      found.push(match === undefined ? undefined : source[match]?.span);
    }
    if (match !== undefined) at = match + 1;
  });
  return found;
}

/** The place of the visible character at `index` in the source from `at` on; undefined when it has none. */
function matchFrom(
  visible: readonly string[],
  index: number,
  source: readonly SourceCharacter[],
  at: number,
): number | undefined {
  const wanted = lowered(visible[index] ?? '');
  if (source[at]?.text === wanted) return at;
  for (let ahead = at + 1; ahead < Math.min(source.length, at + farthest); ahead += 1) {
    if (source[ahead]?.text === wanted && goesOn(visible, index, source, ahead)) return ahead;
  }
  return undefined;
}

function goesOn(
  visible: readonly string[],
  index: number,
  source: readonly SourceCharacter[],
  at: number,
): boolean {
  for (let step = 1; step < certain; step += 1) {
    const character = visible[index + step];
    if (character === undefined) return true;
    if (source[at + step]?.text !== lowered(character)) return false;
  }
  return true;
}

/** The characters that the model sees in the span; where it sees no lines, as in front matter, the file's own. */
function sourceCharacters(document: Document, span: Span): readonly SourceCharacter[] {
  const lines = linesIn(document, span);
  if (lines.length === 0) return rawCharacters(document.source.text, span);
  return lines.flatMap((line, order) => {
    const own: SourceCharacter[] = order === 0 ? [] : [{ text: ' ', span: line.span }];
    let at = 0;
    for (const character of charactersOf(line.text)) {
      const place = line.spanOf(at, at + character.length);
      if (place.start >= span.start && place.end <= span.end) {
        own.push({ text: lowered(character), span: place });
      }
      at += character.length;
    }
    return own;
  });
}

function linesIn({ lines }: Document, span: Span): Document['lines'] {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.span.end ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  const found = [];
  for (let line = lines[low]; line && line.span.start < span.end; line = lines[low]) {
    found.push(line);
    low += 1;
  }
  return found;
}

function rawCharacters(text: string, span: Span): readonly SourceCharacter[] {
  const found: SourceCharacter[] = [];
  for (const { 0: cluster, index } of text
    .slice(span.start, span.end)
    .matchAll(/[^\p{M}]\p{M}*|\p{M}+/gsu)) {
    const start = span.start + index;
    found.push({
      text: lowered(cluster.normalize('NFC')),
      span: { start, end: start + cluster.length },
    });
  }
  return found;
}

function charactersOf(text: string): readonly string[] {
  return [...text];
}

function lowered(character: string): string {
  return /\s/u.test(character) ? ' ' : character.toLowerCase();
}
