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
  return quotationsIn(paragraph).some(({ from, to }) => {
    const quotation = paragraph.spanOf(from, to);
    return quotation.start < start && end < quotation.end;
  });
}

/** The same for a place in any paragraph; front matter quotes nothing. */
export function isQuoted(document: Document, place: Span): boolean {
  const paragraph = paragraphAt(document, place);
  return paragraph !== undefined && isQuotedIn(paragraph, place);
}

/** The same for `line.text.slice(from, to)`. */
export function isQuotedInLine({ paragraph, offset }: Line, from: number, to: number): boolean {
  return quotationsIn(paragraph).some(
    (quotation) => quotation.from < offset + from && offset + to < quotation.to,
  );
}

/**
 * Whether all that quotes it are titles, as of `Đề án “…”`: the drafter writes them out, so that slips in names
 * are worth a look, though no rule changes a title by itself.
 */
export function isInTitle({ paragraph, offset }: Line, from: number, to: number): boolean {
  const around = quotationsIn(paragraph).filter(
    (quotation) => quotation.from < offset + from && offset + to < quotation.to,
  );
  return around.length > 0 && around.every(({ isTitle }) => isTitle);
}

/** A pair of marks in a paragraph's text: `text.slice(from, to)` begins and ends with them. */
interface Quotation {
  readonly from: number;
  readonly to: number;
  readonly isTitle: boolean;
}

const none: readonly Quotation[] = [];
const mark = /["“”]/gu;

/** More than the longest name of a type with the blank after it. */
const longestType = 24;
const typeBefore = new RegExp(
  `${asWord(documentTypes.map(({ name }) => name).join('|'))}\\s*$`,
  'iu',
);

/** Nested ones as well, so that the outer one is known even where the inner lacks a mark. */
const quotationsIn = perText(({ kind, text }: Paragraph): readonly Quotation[] => {
  if (kind === 'code' || !/[”"]/u.test(text)) return none;
  const found: Quotation[] = [];
  const open: number[] = [];
  for (const { index, 0: typed } of text.matchAll(mark)) {
    if (opens(text, index, typed, open.length > 0)) open.push(index);
    else {
      const from = open.pop();
      if (from !== undefined)
        found.push({
          from,
          to: index + 1,
          isTitle: typeBefore.test(text.slice(Math.max(0, from - longestType), from)),
        });
    }
  }
  return found.length === 0 ? none : found;
});

/** A straight mark opens where one is due; inside a quotation only before a word that it stands apart from. */
function opens(text: string, at: number, typed: string, isInside: boolean): boolean {
  if (typed !== '"') return typed === '“';
  const before = text.charAt(at - 1);
  // 24" is a length
  if (!isInside) return !/\d/u.test(before);
  return /^[\s([]?$/u.test(before) && pattern.u`[\p{L}\p{N}]`.test(text.charAt(at + 1));
}
