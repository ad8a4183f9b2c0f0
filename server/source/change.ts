import type { Paragraph, Piece, Source } from './source.ts';
import { span, type Span } from './span.ts';

/** Indexes of a list before and after a change: `from` on, up to before `beforeTo` in the old, `afterTo` in the new. */
export interface ChangedRange {
  readonly from: number;
  readonly beforeTo: number;
  readonly afterTo: number;
}

/**
 * What parts two editions of a file: one stretch of each, beyond which all is the same and stands as far from the
 * start or from the end as before.
 */
export interface Change {
  /** UTF-16 offsets of what was typed: the characters on both sides of it differ, or stand at an end. */
  readonly text: ChangedRange;
  readonly paragraphs: ChangedRange;
  readonly lines: ChangedRange;
}

/** The stretch that differs between two editions, from paragraph to paragraph. */
export function changeBetween(before: Source, after: Source): Change {
  const old = before.pieces;
  const present = after.pieces;
  const most = Math.min(old.length, present.length);
  let head = 0;
  if (sameOpening(before, after)) {
    while (head < most && old[head]?.chunk === present[head]?.chunk) head += 1;
  }
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail)?.chunk === present.at(-1 - tail)?.chunk) tail += 1;
  return trimmed(
    {
      edition: before,
      from: head === 0 ? start : edgeOf(before, old[head]),
      to: edgeOf(before, old[old.length - tail]),
    },
    {
      edition: after,
      from: head === 0 ? start : edgeOf(after, present[head]),
      to: edgeOf(after, present[present.length - tail]),
    },
  );
}

/** Pieces of an edition that were parsed anew. */
interface Parsed {
  readonly edition: Source;
  readonly from: Edge;
  readonly to: Edge;
}

/** The change without the paragraphs at its ends that are the same and far from what was typed. */
function trimmed(old: Parsed, present: Parsed): Change {
  const [before, after] = [old, present].map(({ edition, from, to }) =>
    edition.paragraphsBetween(from.paragraph, to.paragraph),
  ) as [readonly Paragraph[], readonly Paragraph[]];
  const [oldText, text] = [old.edition.text, present.edition.text];
  const by = present.to.offset - old.to.offset;
  const typedFrom = firstDifference(oldText, text, old.from.offset, old.to.offset);
  const typedTo = lastDifference(oldText, text, old, present, typedFrom);
  const typed = { from: typedFrom, beforeTo: typedTo, afterTo: typedTo + by };
  let from = old.from;
  for (;;) {
    const at = from.paragraph - old.from.paragraph;
    const [one, other] = [before[at], after[at]];
    if (!one || one.content !== other?.content || one.base !== other.base) break;
    if (one.outer.end >= typedFrom) break;
    from = {
      offset: one.outer.end,
      paragraph: from.paragraph + 1,
      line: from.line + one.lines.length,
    };
  }
  let [to, end] = [old.to, present.to];
  while (to.paragraph > from.paragraph && end.paragraph > from.paragraph) {
    const one = before[to.paragraph - 1 - old.from.paragraph];
    const other = after[end.paragraph - 1 - present.from.paragraph];
    if (!one || !other || one.content !== other.content || one.base + by !== other.base) break;
    if (one.outer.start <= typedTo) break;
    to = edgeBefore(to, one);
    end = edgeBefore(end, other);
  }
  return {
    text: typed,
    paragraphs: { from: from.paragraph, beforeTo: to.paragraph, afterTo: end.paragraph },
    lines: { from: from.line, beforeTo: to.line, afterTo: end.line },
  };
}

function edgeBefore({ paragraph, line }: Edge, { outer, lines }: Paragraph): Edge {
  return { offset: outer.start, paragraph: paragraph - 1, line: line - lines.length };
}

function firstDifference(before: string, after: string, from: number, to: number): number {
  let at = from;
  while (at < to && before.charCodeAt(at) === after.charCodeAt(at)) at += 1;
  return at;
}

/** The offset in the old text after which the parsed stretches are the same. */
function lastDifference(
  before: string,
  after: string,
  old: Parsed,
  present: Parsed,
  from: number,
): number {
  let at = old.to.offset;
  let other = present.to.offset;
  while (at > from && other > from && before.charCodeAt(at - 1) === after.charCodeAt(other - 1)) {
    at -= 1;
    other -= 1;
  }
  return at;
}

function sameOpening(before: Source, after: Source): boolean {
  const start = before.pieces[0]?.base ?? before.text.length;
  const end = after.pieces[0]?.base ?? after.text.length;
  return start === end && before.text.slice(0, start) === after.text.slice(0, end);
}

interface Edge {
  readonly offset: number;
  readonly paragraph: number;
  readonly line: number;
}

const start: Edge = { offset: 0, paragraph: 0, line: 0 };

/** Where a piece begins; the end of the file for none. */
function edgeOf(source: Source, piece: Piece | undefined): Edge {
  return piece
    ? { offset: piece.base, paragraph: piece.firstParagraph, line: piece.firstLine }
    : {
        offset: source.text.length,
        paragraph: source.paragraphCount,
        line: source.lineCount,
      };
}

/** Where an unchanged place of the old edition stands in the new one; undefined for one in the changed stretch. */
export function movedSpan({ start: from, end: to }: Span, { text }: Change): Span | undefined {
  const by = text.afterTo - text.beforeTo;
  if (from === to) {
    if (to < text.from) return span(from, to);
    return from > text.beforeTo ? span(from + by, to + by) : undefined;
  }
  if (to <= text.from) return span(from, to);
  return from >= text.beforeTo ? span(from + by, to + by) : undefined;
}

/** Whether an index of the old edition at which something begins is that of the new one, outside of what changed. */
export function isSameEdge(before: number, after: number, range: ChangedRange): boolean {
  if (before <= range.from || after <= range.from) return before === after;
  return (
    before >= range.beforeTo &&
    after >= range.afterTo &&
    before - range.beforeTo === after - range.afterTo
  );
}

/** Whether an index or offset of the old edition is that of the new one: both in the changed stretch count as one. */
export function isSamePlace(before: number, after: number, range: ChangedRange): boolean {
  if (before < range.from || after < range.from) return before === after;
  if (before > range.beforeTo || after > range.afterTo) {
    return before - range.beforeTo === after - range.afterTo;
  }
  return true;
}
