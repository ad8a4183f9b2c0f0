import type { DocumentTypeId } from '../norms/documentTypes.ts';
import { pattern } from '../source/letters.ts';
import { perText } from '../source/memory.ts';
import type { Line, Piece, Source } from '../source/source.ts';
import { overlaps, span, type Span } from '../source/span.ts';
import { readAnnexes } from './annexes.ts';
import type { Closing } from './closing.ts';
import type { Document, LineRange, Part, TypePart } from './document.ts';
import { withEnough, type Enough } from './enoughLines.ts';
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
import { UneditedDocuments, type KnownForm } from './uneditedDocuments.ts';

/**
 * The documents of a file in order; at least one, for any text at all. Of those that `previous`, of an earlier edition
 * of the file, has unedited, nothing is read before it is asked for. Never throws.
 */
export function parseDocuments(
  source: Source,
  previous: readonly Document[] = [],
): readonly Document[] {
  const frontMatter = source.frontMatter ? parseFrontMatter(source.frontMatter) : undefined;
  const starts = documentStarts(source);
  const known = new UneditedDocuments(previous, source);
  const offsetOf = (line: number): number | undefined =>
    source.linesBetween(line, line + 1)[0]?.span.start;
  return starts.map((start, order) => {
    const next = starts[order + 1];
    const from = order === 0 ? 0 : (offsetOf(start) ?? 0);
    const to = (next === undefined ? undefined : offsetOf(next)) ?? source.text.length;
    const range = { from: start, to: next ?? source.lineCount };
    const own = order === 0 ? frontMatter : undefined;
    const lent = known.openingAt(start, (old) => tops.get(old)?.among ?? Infinity);
    return readDocument(source, range, span(from, to), own, {
      form: own ? undefined : known.at(range),
      top: lent && tops.get(lent),
    });
  });
}

/** What stands above the bodies of documents, once it was read. */
const tops = new WeakMap<Document, Enough<Top>>();

/** What an earlier edition lends. */
interface Lent {
  readonly form: KnownForm | undefined;
  readonly top: Enough<Top> | undefined;
}

function readDocument(
  source: Source,
  range: LineRange,
  extent: Span,
  frontMatter: FrontMatter | undefined,
  { form: known, top: lentTop }: Lent,
): Document {
  const linesOf = ({ from, to }: LineRange): readonly Line[] => source.linesBetween(from, to);
  const declared = frontMatter ? headFromFrontMatter(frontMatter) : undefined;
  const declaresType = declared?.head.type !== undefined;
  const top = later(() => {
    const read = lentTop ?? readTop(source, range, declared?.head.type);
    tops.set(document, read);
    return read.found;
  });
  const headEnd = (): number => range.from + top().headEnd;
  const basesEnd = (): number => range.from + top().end;
  const head = later(() => ({ ...top().textHead, ...declared?.head }));
  const closing = later(() => findClosing(source, { from: basesEnd(), to: range.to }));
  const bodyRange = later(
    () => known?.bodyRange ?? { from: headEnd(), to: Math.max(headEnd(), closing().start) },
  );
  const placeAndDate = laterIfAny(
    () => head().placeAndDate ?? latePlaceAndDate(source, range, closing()),
  );
  const ownPlaces = later(() => {
    const { number, placeAndDate: written } = top().textHead;
    return [number?.line, written?.span, placeAndDate()?.span].filter(
      (place) => place !== undefined,
    );
  });
  const legalBases = later(() => {
    if (declared?.legalBases) return declared.legalBases;
    const lines = linesOf({ from: headEnd(), to: basesEnd() });
    return withCitations(top().bases, mentionsOf(paragraphsOf(lines), ownPlaces()).citations);
  });
  const opening = laterIfAny(() =>
    readOpening(source, { from: basesEnd(), to: closing().start }, top().type?.id),
  );
  const endingMark = laterIfAny(() => readEndingMark(source, bodyRange()));
  const draftMark = laterIfAny(
    () => head().draftMark ?? lateDraftMark(source, { from: headEnd(), to: range.to }),
  );
  const annexes = later(() =>
    readAnnexes(cueLines(linesOf({ from: closing().end, to: range.to })), 0),
  );
  const recognised = later(
    () =>
      known?.recognised ??
      (declaresType || isRecognised(head(), top().bases, closing(), placeAndDate() !== undefined)),
  );
  const lines = later(() => linesOf(range));
  const body = later(() => linesOf(bodyRange()));
  const paragraphs = later(() => paragraphsOf(lines()));
  const mentions = later(() => mentionsOf(paragraphs(), ownPlaces()));
  const sections = later(() => readSections(linesOf({ from: basesEnd(), to: closing().start })));
  const layoutKeys = later(() => (frontMatter ? readLayoutKeys(frontMatter) : []));
  const comments = later(() => source.comments.filter(({ span: own }) => overlaps(own, extent)));
  const document: Document = {
    source,
    identity: known?.identity ?? {},
    span: extent,
    origin: declaresType ? 'frontMatter' : 'text',
    frontMatter,
    get written() {
      return declaresType ? top().textHead : undefined;
    },
    get recognised() {
      return recognised();
    },
    get party() {
      return known?.party ?? head().party;
    },
    get nationalTitle() {
      return head().nationalTitle;
    },
    get motto() {
      return head().motto;
    },
    get parentAgency() {
      return head().parentAgency;
    },
    get issuer() {
      return head().issuer;
    },
    get number() {
      return head().number;
    },
    get placeAndDate() {
      return placeAndDate();
    },
    get type() {
      return known ? known.type : head().type;
    },
    get subject() {
      return head().subject;
    },
    get addressees() {
      return head().addressees;
    },
    get legalBases() {
      return legalBases();
    },
    get opening() {
      return opening();
    },
    get sections() {
      return sections();
    },
    get endingMark() {
      return endingMark();
    },
    get recipients() {
      return declared?.closing.recipients ?? closing().recipients;
    },
    get signature() {
      return declared?.closing.signature ?? closing().signature;
    },
    get draftMark() {
      return draftMark();
    },
    get urgencyMark() {
      return head().urgencyMark;
    },
    get secrecyMark() {
      return head().secrecyMark;
    },
    get circulation() {
      return head().circulation;
    },
    get drafterCode() {
      return closing().drafterCode;
    },
    get contactLine() {
      return head().contactLine ?? closing().contactLine;
    },
    get layoutKeys() {
      return layoutKeys();
    },
    get receivedStamp() {
      return head().receivedStamp;
    },
    get annexes() {
      return annexes();
    },
    get paragraphs() {
      return paragraphs();
    },
    lineRange: range,
    get lines() {
      return lines();
    },
    get bodyRange() {
      return bodyRange();
    },
    get body() {
      return body();
    },
    get citations() {
      return mentions().citations;
    },
    get dates() {
      return mentions().dates;
    },
    get ownPlaces() {
      return ownPlaces();
    },
    get comments() {
      return comments();
    },
  };
  return document;
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
function readTop(source: Source, range: LineRange, declared: TypePart | undefined): Enough<Top> {
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
    if (segment && pattern.iu`^\p{Lu}[^,]*,\s*ng[àa]y`.test(segment.text)) {
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

/** The same for a value that may be absent. */
function laterIfAny<T>(make: () => T | undefined): () => T | undefined {
  const made = later(() => ({ value: make() }));
  return () => made().value;
}

/** Whether enough of the form is there for the norm to apply: ordinary notes share a mark or two by chance. */
function isRecognised(
  head: Head,
  bases: readonly BareBasis[],
  closing: Closing,
  dated: boolean,
): boolean {
  if (head.nationalTitle) return true;
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
