import type { DocumentTypeId } from '../norms/documentTypes.ts';
import { perText } from '../source/memory.ts';
import type { Line, Source } from '../source/source.ts';
import { overlaps, span, type Span } from '../source/span.ts';
import { readAnnexes } from './annexes.ts';
import { readClosing, type Closing } from './closing.ts';
import type { Document, Part } from './document.ts';
import { parseFrontMatter, type FrontMatter } from './frontMatter.ts';
import { headFromFrontMatter } from './frontMatterHead.ts';
import { isDecidingAuthority, readHead, type Head } from './head.ts';
import { readLayoutKeys } from './layoutKeys.ts';
import { readLegalBases, withCitations, type BareBasis } from './legalBases.ts';
import { mentionsOf } from './mentions.ts';
import { paragraphsOf, partOf } from './parts.ts';
import { readPlaceAndDate } from './placeAndDate.ts';
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
    const to =
      next === undefined
        ? source.text.length
        : (lines[next]?.line.span.start ?? source.text.length);
    return readDocument(
      source,
      lines.slice(start, next),
      span(from, to),
      order === 0 ? frontMatter : undefined,
    );
  });
}

function readDocument(
  source: Source,
  lines: readonly CuedLine[],
  extent: Span,
  frontMatter: FrontMatter | undefined,
): Document {
  const first = lines[0]?.line.index ?? 0;
  const all = source.lines.slice(first, first + lines.length);
  const declared = frontMatter ? headFromFrontMatter(frontMatter) : undefined;
  const textHead = withoutAuthority(readHead(lines), declared?.head.type?.id);
  const type = declared?.head.type ?? textHead.type;
  const { bases, end: basesEnd } = readLegalBases(lines, textHead.end, type?.id);
  const closing = readClosing(lines, basesEnd);
  const opening = readOpening(lines.slice(basesEnd, closing.start), type?.id);
  const head = declared ? { ...textHead, ...declared.head } : textHead;
  const placeAndDate = head.placeAndDate ?? latePlaceAndDate(lines, closing);
  const body = source.lines.slice(first + textHead.end, first + closing.start);
  const own = [textHead.number?.line, textHead.placeAndDate?.span, placeAndDate?.span].filter(
    (place) => place !== undefined,
  );
  const paragraphs = later(() => paragraphsOf(all));
  const mentions = later(() => mentionsOf(paragraphs(), own));
  const sections = later(() => readSections(all.slice(basesEnd, closing.start)));
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
        mentionsOf(paragraphsOf(all.slice(textHead.end, basesEnd)), own).citations,
      ),
    opening,
    get sections() {
      return sections();
    },
    endingMark: readEndingMark(body),
    recipients,
    signature,
    draftMark: head.draftMark ?? lateDraftMark(lines.slice(textHead.end, textHead.end + 4)),
    urgencyMark: head.urgencyMark,
    secrecyMark: head.secrecyMark,
    circulation: head.circulation,
    drafterCode: closing.drafterCode,
    contactLine: head.contactLine ?? closing.contactLine,
    layoutKeys: frontMatter ? readLayoutKeys(frontMatter) : [],
    receivedStamp: head.receivedStamp,
    annexes: readAnnexes(lines, closing.end),
    get paragraphs() {
      return paragraphs();
    },
    lines: all,
    body,
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
  lines: readonly CuedLine[],
  type: DocumentTypeId | undefined,
): Part | undefined {
  const first = lines[0]?.line;
  if (!first) return undefined;
  const paragraph = lines
    .filter(({ line }) => line.paragraph === first.paragraph)
    .map(({ line }) => line);
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

function readEndingMark(body: Document['body']): Part | undefined {
  for (let index = body.length - 1; index >= 0; index -= 1) {
    const line = body[index];
    if (!line || line.paragraph.kind === 'tableRow') continue;
    const { from, to } = endingMarkOf(line);
    if (from < to) return partOf(line, from, to);
  }
  return undefined;
}

/** A school's paste may date the document at its foot. */
function latePlaceAndDate(lines: readonly CuedLine[], closing: Closing): Head['placeAndDate'] {
  for (
    let index = Math.max(0, closing.start - 4);
    index < Math.min(lines.length, closing.end);
    index += 1
  ) {
    const segment = lines[index]?.segments.find(({ cue }) => cue === 'placeAndDate');
    // a name with a date of birth ends many lists
    if (segment && /^\p{Lu}[^,]*,\s*ng[àa]y/iu.test(segment.text)) {
      return readPlaceAndDate(segment.line, segment.from, segment.to);
    }
  }
  return undefined;
}

function lateDraftMark(lines: readonly CuedLine[]): Part | undefined {
  return lines.flatMap((line) => line.segments).find(({ cue }) => cue === 'draftMark');
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
