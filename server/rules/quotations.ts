import type { Document } from '../document/document.ts';
import { documentTypes } from '../norms/documentTypes.ts';
import { pattern } from '../source/letters.ts';
import { perText } from '../source/memory.ts';
import type { Line, Paragraph } from '../source/source.ts';
import type { Span } from '../source/span.ts';
import { asWord } from '../source/words.ts';
import { paragraphAt } from './citations/mentions.ts';

/**
 * Whether the place in the file stands between a pair of quotation marks of its paragraph. What is quoted are
 * somebody else's words, which no rule puts right by itself: a letter that corrects another would lose what it
 * corrects. Marks without a partner quote nothing.
 */
export function isQuotedIn(paragraph: Paragraph, { start, end }: Span): boolean {
  return (
    around(paragraph, ({ from, to }) => {
      const quotation = paragraph.spanOf(from, to);
      return { before: quotation.start < start, after: end < quotation.end };
    }).length > 0
  );
}

/** The same for a place in any paragraph; front matter quotes nothing. */
export function isQuoted(document: Document, place: Span): boolean {
  const paragraph = paragraphAt(document, place);
  return paragraph !== undefined && isQuotedIn(paragraph, place);
}

/** The same for `line.text.slice(from, to)`. */
export function isQuotedInLine(line: Line, from: number, to: number): boolean {
  return aroundInLine(line, from, to).length > 0;
}

/**
 * Whether all that quotes it are titles, as of `Đề án “…”`: the drafter writes them out, so that slips in names
 * are worth a look, though no rule changes a title by itself.
 */
export function isInTitle(line: Line, from: number, to: number): boolean {
  const quotations = aroundInLine(line, from, to);
  return quotations.length > 0 && quotations.every(({ isTitle }) => isTitle);
}

function aroundInLine({ paragraph, offset }: Line, from: number, to: number): readonly Quotation[] {
  return around(paragraph, (quotation) => ({
    before: quotation.from < offset + from,
    after: offset + to < quotation.to,
  }));
}

/** The quotations about a place, from within; `sides`: whether one begins before the place and ends after it. */
function around(
  paragraph: Paragraph,
  sides: (quotation: Quotation) => { readonly before: boolean; readonly after: boolean },
): readonly Quotation[] {
  const all = quotationsIn(paragraph);
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = all[middle];
    if (one && sides(one).before) low = middle + 1;
    else high = middle;
  }
  const found: Quotation[] = [];
  for (let one = all[low - 1]; one; one = one.outer) if (sides(one).after) found.push(one);
  return found;
}

/** A pair of marks in a paragraph's text: `text.slice(from, to)` begins and ends with them. */
interface Quotation {
  readonly from: number;
  readonly to: number;
  readonly isTitle: boolean;
  /** The next quotation about it. */
  readonly outer: Quotation | undefined;
}

const none: readonly Quotation[] = [];
const mark = /["“”]/gu;

/** More than the longest name of a type with the blank after it. */
const longestType = 24;
const typeBefore = new RegExp(
  `${asWord(documentTypes.map(({ name }) => name).join('|'))}\\s*$`,
  'iu',
);

/** Deeper ones than any text has are left to those about them. */
const deepest = 8;

/** By where they begin; nested ones as well, so that the outer one is known even where the inner lacks a mark. */
const quotationsIn = perText(({ kind, text }: Paragraph): readonly Quotation[] => {
  if (kind === 'code' || !/[”"]/u.test(text)) return none;
  const pairs: { readonly from: number; readonly to: number }[] = [];
  const open: number[] = [];
  for (const { index, 0: typed } of text.matchAll(mark)) {
    if (opens(text, index, typed, open.length > 0)) {
      open.push(index);
      continue;
    }
    const from = open.pop();
    if (from !== undefined && open.length < deepest) pairs.push({ from, to: index + 1 });
  }
  if (pairs.length === 0) return none;
  const found: Quotation[] = [];
  for (const { from, to } of pairs.sort((a, b) => a.from - b.from)) {
    let outer = found.at(-1);
    while (outer && outer.to < to) outer = outer.outer;
    const isTitle = typeBefore.test(text.slice(Math.max(0, from - longestType), from));
    found.push({ from, to, isTitle, outer });
  }
  return found;
});

/** A straight mark opens where one is due; inside a quotation only before a word that it stands apart from. */
function opens(text: string, at: number, typed: string, isInside: boolean): boolean {
  if (typed !== '"') return typed === '“';
  const before = text.charAt(at - 1);
  // 24" is a length
  if (!isInside) return !/\d/u.test(before);
  return /^[\s([]?$/u.test(before) && pattern.u`[\p{L}\p{N}]`.test(text.charAt(at + 1));
}
