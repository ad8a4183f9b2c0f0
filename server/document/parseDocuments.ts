import type { DocumentTypeId } from '../norms/documentTypes.ts';
import { perText } from '../source/memory.ts';
import type { Line, Piece, Source } from '../source/source.ts';
import { overlaps, span, type Span } from '../source/span.ts';
import { readAnnexes } from './annexes.ts';
import type { Closing } from './closing.ts';
import type { Document, LineRange, Part, TypePart } from './document.ts';
import { withEnough } from './enoughLines.ts';
import { findClosing } from './findClosing.ts';
import { parseFrontMatter, type FrontMatter } from './frontMatter.ts';
import { headFromFrontMatter } from './frontMatterHead.ts';
import { isDecidingAuthority, readHead, type Head } from './head.ts';
import { readLayoutKeys } from './layoutKeys.ts';
import { readLegalBases, withCitations, type BareBasis } from './legalBases.ts';
import { mentionsOf } from './mentions.ts';
import { paragraphsOf, partOf } from './parts.ts';
import { readPlaceAndDate } from './placeAndDate.ts';
import { readSections } from './sections.ts';
import { lastLine } from './pieceLines.ts';
import { cueLines, documentStarts } from './split.ts';

/** The documents of a file in order; at least one, for any text at all. Never throws. */
export function parseDocuments(source: Source): readonly Document[] {
  const frontMatter = source.frontMatter ? parseFrontMatter(source.frontMatter) : undefined;
  const starts = documentStarts(source);
  const offsetOf = (line: number): number | undefined =>
    source.linesBetween(line, line + 1)[0]?.span.start;
  return starts.map((start, order) => {
    const next = starts[order + 1];
    const from = order === 0 ? 0 : (offsetOf(start) ?? 0);
    const to = (next === undefined ? undefined : offsetOf(next)) ?? source.text.length;
    return readDocument(
      source,
      { from: start, to: next ?? source.lineCount },
      span(from, to),
      order === 0 ? frontMatter : undefined,
    );
  });
}

function readDocument(
  source: Source,
  range: LineRange,
  extent: Span,
  frontMatter: FrontMatter | undefined,
): Document {
  const linesOf = ({ from, to }: LineRange): readonly Line[] => source.linesBetween(from, to);
  const declared = frontMatter ? headFromFrontMatter(frontMatter) : undefined;
  const { textHead, type, bases, ...top } = readTop(source, range, declared?.head.type);
  const [headEnd, basesEnd] = [range.from + top.headEnd, range.from + top.end];
  const closing = findClosing(source, { from: basesEnd, to: range.to });
  const bodyRange = { from: headEnd, to: Math.max(headEnd, closing.start) };
  const opening = readOpening(source, { from: basesEnd, to: closing.start }, type?.id);
  const head = declared ? { ...textHead, ...declared.head } : textHead;
  const placeAndDate = head.placeAndDate ?? latePlaceAndDate(source, range, closing);
  const own = [textHead.number?.line, textHead.placeAndDate?.span, placeAndDate?.span].filter(
    (place) => place !== undefined,
  );
  const lines = later(() => linesOf(range));
  const body = later(() => linesOf(bodyRange));
  const paragraphs = later(() => paragraphsOf(lines()));
  const mentions = later(() => mentionsOf(paragraphs(), own));
  const sections = later(() => readSections(linesOf({ from: basesEnd, to: closing.start })));
  const recipients = declared?.closing.recipients ?? closing.recipients;
  const signature = declared?.closing.signature ?? closing.signature;
  return {
    source,
    span: extent,
    origin: declared?.head.type ? 'frontMatter' : 'text',
    frontMatter,
    written: declared?.head.type ? textHead : undefined,
    recognised: isRecognised(
      head,
      bases,
      closing,
      placeAndDate !== undefined,
      declared?.head.type !== undefined,
    ),
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
    legalBases:
      declared?.legalBases ??
      withCitations(
        bases,
        mentionsOf(paragraphsOf(linesOf({ from: headEnd, to: basesEnd })), own).citations,
      ),
    opening,
    get sections() {
      return sections();
    },
    endingMark: readEndingMark(source, bodyRange),
    recipients,
    signature,
    draftMark: head.draftMark ?? lateDraftMark(source, { from: headEnd, to: range.to }),
    urgencyMark: head.urgencyMark,
    secrecyMark: head.secrecyMark,
    circulation: head.circulation,
    drafterCode: closing.drafterCode,
    contactLine: head.contactLine ?? closing.contactLine,
    layoutKeys: frontMatter ? readLayoutKeys(frontMatter) : [],
    receivedStamp: head.receivedStamp,
    annexes: readAnnexes(cueLines(linesOf({ from: closing.end, to: range.to })), 0),
    get paragraphs() {
      return paragraphs();
    },
    lineRange: range,
    get lines() {
      return lines();
    },
    bodyRange,
    get body() {
      return body();
    },
    get citations() {
      return mentions().citations;
    },
    get dates() {
      return mentions().dates;
    },
    ownPlaces: own,
    comments: source.comments.filter((comment) => overlaps(comment.span, extent)),
  };
}

/** A head and its legal bases, in lines counted from the document's first. */
interface Top {
  readonly textHead: Head;
  readonly type: TypePart | undefined;
  readonly bases: readonly BareBasis[];
  readonly headEnd: number;
  readonly end: number;
}

/** What stands above the body; `declared` is the type that the front matter gives. */
function readTop(source: Source, range: LineRange, declared: TypePart | undefined): Top {
  return withEnough(source, range, (lines) => {
    const textHead = withoutAuthority(readHead(lines), declared?.id);
    const type = declared ?? textHead.type;
    const { bases, end } = readLegalBases(lines, textHead.end, type?.id);
    return { textHead, type, bases, headEnd: textHead.end, end };
  });
}

const decided: readonly (DocumentTypeId | undefined)[] = ['nghi-quyet', 'quyet-dinh'];

/** Under a declared head of a decision, lines of agencies alone are who decides, and no second head. */
function withoutAuthority(head: Head, declared: DocumentTypeId | undefined): Head {
  const { parentAgency, issuer } = head;
  if (!decided.includes(declared) || !issuer) return head;
  const others = [head.nationalTitle, head.motto, head.number, head.placeAndDate, head.type];
  if (others.some((part) => part !== undefined)) return head;
  if (!isDecidingAuthority((parentAgency ?? issuer).text)) return head;
  return { ...head, parentAgency: undefined, issuer: undefined };
}

const issuing = /(?:như sau\s*[:.]?|:)\s*$/iu;
const issues =
  /\s(?:ban hành|xây dựng)\s+(?:Kế hoạch|Quy chế|Chương trình|Đề án|Phương án|Hướng dẫn)(?=\s)/u;

/** The sentence between the bases and the first section. */
function readOpening(
  source: Source,
  { from, to }: LineRange,
  type: DocumentTypeId | undefined,
): Part | undefined {
  const [first] = from < to ? source.linesBetween(from, from + 1) : [];
  if (!first) return undefined;
  const paragraph = first.paragraph.lines.filter(({ index }) => from <= index && index < to);
  const last = paragraph.at(-1) ?? first;
  const announces = type !== 'cong-van' && issues.test(first.text);
  if (!issuing.test(last.text) && !announces) return undefined;
  const text = paragraph.map((line) => line.text.trim()).join(' ');
  return text.length > 1500
    ? undefined
    : { text, span: span(partOf(first).span.start, partOf(last).span.end) };
}

// converters leave the emphasis marks of `*./.*`, which close nothing there
const endingMark = /[.…]?\s*\.?\s*\/\s*\.(?=[*_]{0,3}\s*$)|\.\/(?=[*_]{0,3}\s*$)/u;

/** How near to a line's end the mark stands. */
const endingReach = 14;

/** Where the ending mark stands in the line's text; nowhere when `from` is `to`. */
const endingMarkOf = perText(({ text }: Line): { from: number; to: number } => {
  const tail = Math.max(0, text.length - endingReach);
  const match = endingMark.exec(text.slice(tail));
  if (!match) return { from: 0, to: 0 };
  return { from: tail + match.index, to: tail + match.index + match[0].length };
});

/** Whether the line, read by itself, has the mark. */
function holdsEndingMark(line: Line): boolean {
  const { from, to } = endingMarkOf(line);
  return from < to && line.paragraph.kind !== 'tableRow';
}

const mayHoldEndingMark = perText(({ lines }: Piece) => lines.some(holdsEndingMark));

function readEndingMark(source: Source, { from, to }: LineRange): Part | undefined {
  const line = lastLine(source, from, to, mayHoldEndingMark, holdsEndingMark);
  if (!line) return undefined;
  const mark = endingMarkOf(line);
  return partOf(line, mark.from, mark.to);
}

/** A school's paste may date the document at its foot. */
function latePlaceAndDate(
  source: Source,
  range: LineRange,
  closing: Closing,
): Head['placeAndDate'] {
  const from = Math.max(range.from, closing.start - 4);
  for (const line of cueLines(source.linesBetween(from, closing.end))) {
    const segment = line.segments.find(({ cue }) => cue === 'placeAndDate');
    // a name with a date of birth ends many lists
    if (segment && /^\p{Lu}[^,]*,\s*ng[àa]y/iu.test(segment.text)) {
      return readPlaceAndDate(segment.line, segment.from, segment.to);
    }
  }
  return undefined;
}

function lateDraftMark(source: Source, { from, to }: LineRange): Part | undefined {
  return cueLines(source.linesBetween(from, Math.min(from + 4, to)))
    .flatMap((line) => line.segments)
    .find(({ cue }) => cue === 'draftMark');
}

/** The value that `make` gives, made when first asked for. */
function later<T extends NonNullable<unknown>>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Whether enough of the form is there for the norm to apply: ordinary notes share a mark or two by chance. */
function isRecognised(
  head: Head,
  bases: readonly BareBasis[],
  closing: Closing,
  dated: boolean,
  declaresType: boolean,
): boolean {
  if (declaresType || head.nationalTitle) return true;
  const marks = [
    head.motto !== undefined,
    head.number?.symbol !== undefined,
    dated,
    head.type !== undefined,
    head.subject?.label !== undefined,
    head.addressees !== undefined,
    bases.some((basis) => /^căn cứ/iu.test(basis.lead.text)),
    closing.recipients !== undefined,
    closing.signature !== undefined,
  ].filter(Boolean).length;
  return marks >= 2;
}
