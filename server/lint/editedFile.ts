import { excerptOf } from '../document/excerpt.ts';
import { firstLine } from '../document/pieceLines.ts';
import type { Document, LineRange } from '../document/document.ts';
import { bearsStructure } from '../document/structure.ts';
import { changeBetween, isSameEdge, type Change, type ChangedRange } from '../source/change.ts';
import type { Line, Paragraph, Source } from '../source/source.ts';
import type { FactContext, PartName, Reads } from '../rules/rule.ts';
import { isSameData, isSameWording, isUntouched } from './sameData.ts';

/** A file as it stood when the rules read it. */
export interface Edition {
  readonly source: Source;
  readonly documents: readonly Document[];
}

/** Part of a document in whose paragraphs alone something new can be found. */
export interface Stretch {
  /** The changed paragraphs with enough around them to judge them by. */
  readonly excerpt: Document;
  /** Offsets of the old and of the new text: what is found from `from` on and before the end takes the place of what was. */
  readonly place: ChangedRange;
}

/** What facts are read by beside the text. */
export type Beside = Omit<FactContext, 'text'>;

type ReadFacts = NonNullable<Reads['facts']>;

/** The facts that rules read of paragraphs: what is new in one edition is old in the next. */
export class KnownFacts {
  readonly #known = new WeakMap<Paragraph, Map<ReadFacts, readonly unknown[]>>();

  of(paragraph: Paragraph, read: ReadFacts, context: FactContext): readonly unknown[] {
    let known = this.#known.get(paragraph);
    if (!known) this.#known.set(paragraph, (known = new Map()));
    let facts = known.get(read);
    if (!facts) known.set(read, (facts = read(paragraph, context)));
    return facts;
  }
}

interface Edited {
  readonly paragraphs: readonly Paragraph[];
  readonly text: string;
}

/** How many lines of a document its head is looked for in, and its way of writing. */
const headReach = 48;

/** How many lines at either end of a body bear on the components above and below it. */
const edgeReach = 8;

/** All components but those that may stand, and be long, anywhere. */
const edgeParts: readonly PartName[] = [
  ...(['recognised', 'party', 'nationalTitle', 'motto', 'parentAgency', 'issuer'] as const),
  ...(['number', 'placeAndDate', 'type', 'subject', 'addressees', 'legalBases'] as const),
  ...(['opening', 'endingMark', 'recipients', 'signature', 'draftMark', 'contactLine'] as const),
  ...(['urgencyMark', 'secrecyMark', 'circulation', 'drafterCode', 'receivedStamp'] as const),
];

/** What an edit left as it was, for rules to keep what they said. */
export class EditedFile {
  readonly change: Change;
  readonly #before: Edition;
  readonly #after: Edition;
  readonly #facts: KnownFacts;
  readonly #identities: ReadonlySet<object>;
  readonly #stretches = new Map<Document, Stretch | undefined>();
  readonly #parts = new Map<PartName, boolean>();
  #sectionsStand: boolean | undefined;
  #edgesStand: boolean | undefined;
  #editedParagraphs: readonly [Edited, Edited] | undefined;

  /** `facts` are those read so far under the same settings. */
  constructor(before: Edition, after: Edition, facts: KnownFacts) {
    this.#before = before;
    this.#after = after;
    this.#facts = facts;
    this.change = changeBetween(before.source, after.source);
    this.#identities = new Set(before.documents.map(({ identity }) => identity));
  }

  /** Whether no line of a document of the new edition was edited. */
  isUnedited(document: Document): boolean {
    return this.#identities.has(document.identity);
  }

  /** The document that was edited; undefined where the edit left no line of one. */
  get document(): Document | undefined {
    const { from } = this.change.lines;
    return this.#after.documents.find(
      ({ lineRange }) => lineRange.from <= from && from < lineRange.to,
    );
  }

  /** Whether the documents are the same ones: as many, of the same types, with heads, bodies and annexes where they were. */
  documentsStand(): boolean {
    const { documents } = this.#before;
    return (
      documents.length === this.#after.documents.length &&
      documents.every((before, order) => {
        const after = this.#after.documents[order];
        return after !== undefined && this.#isSameForm(before, after);
      })
    );
  }

  #isSameForm(before: Document, after: Document): boolean {
    return (
      before.identity === after.identity ||
      (before.recognised === after.recognised &&
        before.party === after.party &&
        before.type?.id === after.type?.id &&
        this.#isSameRange(before.lineRange, after.lineRange) &&
        this.#isSameRange(before.bodyRange, after.bodyRange) &&
        isSameData(places(before), places(after), this.change))
    );
  }

  #isSameRange(before: LineRange, after: LineRange): boolean {
    const { lines } = this.change;
    return isSameEdge(before.from, after.from, lines) && isSameEdge(before.to, after.to, lines);
  }

  /** Whether all that a rule declares to read of the file is as it was; `beside` is asked for where facts are read. */
  stands(reads: Reads, beside: () => Beside): boolean {
    const { sections, edges, parts, facts, told } = reads;
    return (
      (sections !== true || this.#haveSectionsStood()) &&
      (edges !== true || this.#haveEdgesStood()) &&
      (parts ?? []).every((name) => this.#hasPartStood(name)) &&
      (facts === undefined || this.#haveFactsStood(facts, beside())) &&
      (told === undefined || this.#isToldAsBefore(told))
    );
  }

  #hasPartStood(name: PartName): boolean {
    const known = this.#parts.get(name);
    if (known !== undefined) return known;
    const stood = this.#before.documents.every((before, order) => {
      const after = this.#after.documents[order];
      return (
        after !== undefined &&
        (before.identity === after.identity || isUntouched(before[name], after[name], this.change))
      );
    });
    this.#parts.set(name, stood);
    return stood;
  }

  /** Whether the edit lies in the middle of a body or annex, far from what the components and their neighbours are read of. */
  #haveEdgesStood(): boolean {
    this.#edgesStand ??= ((): boolean => {
      const { document, change } = this;
      if (!document) return false;
      const { lineRange, bodyRange } = document;
      const { from, beforeTo, afterTo } = change.lines;
      const isInner =
        from >= lineRange.from + headReach &&
        from >= bodyRange.from + edgeReach &&
        (afterTo <= bodyRange.to - edgeReach || from >= bodyRange.to + headReach) &&
        from < beforeTo &&
        from < afterTo;
      const [last] = this.#after.source.linesBetween(bodyRange.to - 1, bodyRange.to);
      // what stands above a body's footnotes is its last line too
      if (!isInner || last?.paragraph.kind === 'footnote') return false;
      return edgeParts.every((name) => this.#hasPartStood(name));
    })();
    return this.#edgesStand;
  }

  /** Whether the edited paragraphs say the same in the same order. */
  #haveFactsStood(read: ReadFacts, beside: Beside): boolean {
    const [before, after] = this.#edited();
    const factsOf = ({ paragraphs, text }: Edited): readonly unknown[] => {
      const context = { ...beside, text };
      return paragraphs.flatMap((paragraph) => this.#facts.of(paragraph, read, context));
    };
    return isSameWording(factsOf(before), factsOf(after));
  }

  /** Whether the body still tells all that it told, here or elsewhere, and nothing else. */
  #isToldAsBefore(told: NonNullable<Reads['told']>): boolean {
    const { document } = this;
    if (!document) return false;
    const saidIn = ({ paragraphs }: Edited): ReadonlySet<string> =>
      new Set(paragraphs.flatMap(({ lines }) => lines.flatMap((line) => told(line, document))));
    const [old, present] = this.#edited();
    const [before, after] = [saidIn(old), saidIn(present)];
    const other = [...before, ...after].filter((each) => !before.has(each) || !after.has(each));
    const { from, afterTo } = this.change.lines;
    const { bodyRange, source } = document;
    return other.every((each) => {
      const tells = (line: Line): boolean => told(line, document).includes(each);
      return [
        { from: bodyRange.from, to: Math.min(from, bodyRange.to) },
        { from: Math.max(afterTo, bodyRange.from), to: bodyRange.to },
      ].some((range) => firstLine(source, range.from, range.to, () => true, tells) !== undefined);
    });
  }

  /** The edited paragraphs as they were and as they are. */
  #edited(): readonly [Edited, Edited] {
    const { from, beforeTo, afterTo } = this.change.paragraphs;
    const edited = ({ source }: Edition, to: number): Edited => ({
      paragraphs: source.paragraphsBetween(from, to),
      text: source.text,
    });
    this.#editedParagraphs ??= [edited(this.#before, beforeTo), edited(this.#after, afterTo)];
    return this.#editedParagraphs;
  }

  /** Whether the edit touched no heading and no line's being there. */
  #haveSectionsStood(): boolean {
    const { from, beforeTo, afterTo } = this.change.lines;
    this.#sectionsStand ??= ((): boolean => {
      const before = this.#before.source.linesBetween(from, beforeTo);
      const after = this.#after.source.linesBetween(from, afterTo);
      return (
        // a picture or raw HTML shows no line
        before.length > 0 &&
        before.length === after.length &&
        ![...before, ...after].some(bearsStructure) &&
        before.every(({ paragraph }, index) => paragraph.kind === after[index]?.paragraph.kind)
      );
    })();
    return this.#sectionsStand;
  }

  /** What of a document of the new edition to read anew; undefined where the edit is none of that document's. */
  stretchOf(document: Document): Stretch | undefined {
    if (!this.#stretches.has(document)) this.#stretches.set(document, this.#readStretch(document));
    return this.#stretches.get(document);
  }

  #readStretch(document: Document): Stretch | undefined {
    const [before, after] = [this.#before.source, this.#after.source];
    const { from, beforeTo, afterTo } = this.change.paragraphs;
    const [first, end] = [lineFrom(after, from - 2), lineFrom(after, afterTo + 2)];
    const { lineRange } = document;
    const isEmpty = Math.max(first, lineRange.from) >= Math.min(end, lineRange.to);
    if (isEmpty && from > 0) return undefined;
    const excerpt = excerptOf(document, first, end);
    const place = {
      from: from > 1 ? startOf(after, from - 1) : 0,
      beforeTo: startOf(before, beforeTo + 1),
      afterTo: startOf(after, afterTo + 1),
    };
    return { excerpt, place };
  }
}

function places({ annexes, ownPlaces }: Document): unknown {
  return [annexes.map(({ span: place }) => place), ownPlaces];
}

/** The index of the first line of the paragraph at `index` or after it: some show none. */
function lineFrom(source: Source, index: number): number {
  for (let at = Math.max(0, index); at < source.paragraphCount; at += 1) {
    const line = source.paragraphsBetween(at, at + 1)[0]?.lines[0];
    if (line) return line.index;
  }
  return source.lineCount;
}

/** Where the paragraph begins with its marks; after every place for none. */
function startOf(source: Source, index: number): number {
  const [paragraph] = source.paragraphsBetween(index, index + 1);
  return paragraph ? Math.min(paragraph.outer.start, paragraph.span.start) : Infinity;
}
