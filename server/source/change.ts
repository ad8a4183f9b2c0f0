import type { Piece, Source } from './source.ts';
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
  /** UTF-16 offsets. */
  readonly text: ChangedRange;
  readonly paragraphs: ChangedRange;
  readonly lines: ChangedRange;
}

/** The least stretch of whole pieces that differs between two editions, none where only `before` was read in part. */
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
  const from = head === 0 ? start : edgeOf(before, old[head]);
  const beforeTo = edgeOf(before, old[old.length - tail]);
  const afterTo = edgeOf(after, present[present.length - tail]);
  return {
    text: { from: from.offset, beforeTo: beforeTo.offset, afterTo: afterTo.offset },
    paragraphs: {
      from: from.paragraph,
      beforeTo: beforeTo.paragraph,
      afterTo: afterTo.paragraph,
    },
    lines: { from: from.line, beforeTo: beforeTo.line, afterTo: afterTo.line },
  };
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
        paragraph: source.paragraphs.length,
        line: source.lines.length,
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

/** Whether an index or offset of the old edition is that of the new one: both in the changed stretch count as one. */
export function isSamePlace(before: number, after: number, range: ChangedRange): boolean {
  if (before < range.from || after < range.from) return before === after;
  if (before > range.beforeTo || after > range.afterTo) {
    return before - range.beforeTo === after - range.afterTo;
  }
  return true;
}
