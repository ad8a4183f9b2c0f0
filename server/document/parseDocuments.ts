import type { Source } from '../source/source.ts';
import { overlaps, span, type Span } from '../source/span.ts';
import { readAnnexes } from './annexes.ts';
import { scanCitations } from './citations/scanCitations.ts';
import type { Citation } from './citations/citation.ts';
import { readClosing, type Closing } from './closing.ts';
import { scanDates } from './dates/scanDates.ts';
import type { DateMention } from './dates/dateMention.ts';
import type { Document, Part } from './document.ts';
import { parseFrontMatter, type FrontMatter } from './frontMatter.ts';
import { headFromFrontMatter } from './frontMatterHead.ts';
import { readHead, type Head } from './head.ts';
import { readLegalBases, withCitations, type BareBasis } from './legalBases.ts';
import { partOf } from './parts.ts';
import { readSections } from './sections.ts';
import { cueLines, documentStarts, type CuedLine } from './split.ts';

/** The documents of a file in order; at least one, for any text at all. Never throws. */
export function parseDocuments(source: Source): readonly Document[] {
  const lines = cueLines(source.lines);
  const frontMatter = source.frontMatter ? parseFrontMatter(source.frontMatter) : undefined;
  const starts = documentStarts(lines);
  return starts.map((start, order) => {
    const next = starts[order + 1];
    const from = order === 0 ? 0 : (lines[start]?.line.span.start ?? 0);
    const to = next === undefined ? source.text.length : (lines[next]?.line.span.start ?? source.text.length);
    return readDocument(source, lines.slice(start, next), span(from, to), order === 0 ? frontMatter : undefined);
  });
}

function readDocument(
  source: Source,
  lines: readonly CuedLine[],
  extent: Span,
  frontMatter: FrontMatter | undefined,
): Document {
  const textHead = readHead(lines);
  const declared = frontMatter ? headFromFrontMatter(frontMatter) : undefined;
  const type = declared?.head.type ?? textHead.type;
  const { bases, end: basesEnd } = basesAfter(lines, textHead.end, type?.id);
  const closing = readClosing(lines, basesEnd);
  const body = lines.slice(textHead.end, closing.start).map((cued) => cued.line);
  const opening = readOpening(lines.slice(basesEnd, closing.start));
  const head = declared ? { ...textHead, ...declared.head } : textHead;
  const placeAndDate = head.placeAndDate ?? latePlaceAndDate(lines, closing);
  const mentions = mentionsOf(lines, [head.number?.line, placeAndDate?.span]);
  const recipients = declared?.closing.recipients ?? closing.recipients;
  const signature = declared?.closing.signature ?? closing.signature;
  return {
    source,
    span: extent,
    origin: declared?.head.type ? 'frontMatter' : 'text',
    frontMatter,
    recognised: isRecognised(head, bases, closing, placeAndDate !== undefined, declared?.head.type !== undefined),
    party: head.party,
    nationalTitle: head.nationalTitle,
    motto: head.motto,
    parentAgency: head.parentAgency,
    issuer: head.issuer,
    number: head.number,
    placeAndDate,
    type: head.type,
    subject: head.subject,
    addressees: head.addressees,
    legalBases: declared?.legalBases ?? withCitations(bases, mentions.citations),
    opening,
    sections: readSections(lines.slice(basesEnd, closing.start).map((cued) => cued.line)),
    endingMark: readEndingMark(body),
    recipients,
    signature,
    draftMark: head.draftMark ?? lateDraftMark(lines.slice(textHead.end, textHead.end + 4)),
    receivedStamp: head.receivedStamp,
    annexes: readAnnexes(lines, closing.end),
    paragraphs: paragraphsOf(lines),
    lines: lines.map((cued) => cued.line),
    body,
    citations: mentions.citations,
    dates: mentions.dates,
    comments: source.comments.filter((comment) => overlaps(comment.span, extent)),
  };
}
