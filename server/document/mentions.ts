import { perText } from '../source/memory.ts';
import type { Paragraph } from '../source/source.ts';
import type { Span } from '../source/span.ts';
import { SpanSet } from '../source/spanSet.ts';
import type { Citation } from './citations/citation.ts';
import { scanCitations } from './citations/scanCitations.ts';
import type { DateMention } from './dates/dateMention.ts';
import { scanDates } from './dates/scanDates.ts';
import { movedCitation, movedDates } from './movedMentions.ts';

/** What a paragraph names: other documents and days, each in the order of the text. */
export interface Mentions {
  readonly citations: readonly Citation[];
  readonly dates: readonly DateMention[];
}

const none: Mentions = { citations: [], dates: [] };

/** The mentions with offsets from the paragraph's base, scanned once for each text. */
export const unplacedMentions = perText(({ kind, content }: Paragraph): Mentions => {
  if (kind === 'code') return none;
  const citations = scanCitations(content);
  const dates = scanDates(content, citations);
  return citations.length + dates.length === 0 ? none : { citations, dates };
});

const placed = new WeakMap<Paragraph, Mentions>();

/** What the paragraph names, none in code; scanned once for each text, moved to its place when asked. */
export function mentionsIn(paragraph: Paragraph): Mentions {
  const found = unplacedMentions(paragraph);
  if (found === none) return none;
  const known = placed.get(paragraph);
  if (known) return known;
  const moved = {
    citations: found.citations.map((citation) => movedCitation(citation, paragraph.base)),
    dates: movedDates(found.dates, paragraph.base),
  };
  placed.set(paragraph, moved);
  return moved;
}

/** What the paragraphs name, but for the places that are given. */
export function mentionsOf(paragraphs: readonly Paragraph[], besides: readonly Span[]): Mentions {
  const leftOut = new SpanSet(besides);
  const citations: Citation[] = [];
  const dates: DateMention[] = [];
  for (const paragraph of paragraphs) {
    const found = mentionsIn(paragraph);
    for (const citation of found.citations)
      if (!leftOut.overlaps(citation.span)) citations.push(citation);
    for (const date of found.dates) if (!leftOut.overlaps(date.span)) dates.push(date);
  }
  return { citations, dates };
}
