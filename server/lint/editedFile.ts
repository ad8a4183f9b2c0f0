import { excerptOf } from '../document/excerpt.ts';
import type { Document } from '../document/document.ts';
import { bearsStructure } from '../document/structure.ts';
import { changeBetween, isSameEdge, type Change, type ChangedRange } from '../source/change.ts';
import type { Line, Paragraph, Source } from '../source/source.ts';
import type { OptionValues } from '../rules/options.ts';
import type { PartName, Reads } from '../rules/rule.ts';
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

/** What an edit left as it was, for rules to keep what they said. */
export class EditedFile {
  readonly change: Change;
  readonly #before: Edition;
  readonly #after: Edition;
  readonly #stretches = new Map<Document, Stretch | undefined>();
  readonly #parts = new Map<PartName, boolean>();
  #sectionsStand: boolean | undefined;

  constructor(before: Edition, after: Edition) {
    this.#before = before;
    this.#after = after;
    this.change = changeBetween(before.source, after.source);
  }

  /** The document that was edited; undefined where the edit left no line of one. */
  get document(): Document | undefined {
    const { from } = this.change.lines;
    return this.#after.documents.find(({ lines }) => {
      const [start, end] = endsOf(lines);
      return start <= from && from < end;
    });
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
      before.recognised === after.recognised &&
      before.party === after.party &&
      before.type?.id === after.type?.id &&
      this.#isSameRange(before.lines, after.lines) &&
      this.#isSameRange(before.body, after.body) &&
      this.isSame(places(before), places(after))
    );
  }

  #isSameRange(before: readonly Line[], after: readonly Line[]): boolean {
    const [start, end] = endsOf(before);
    const [newStart, newEnd] = endsOf(after);
    const { lines } = this.change;
    return isSameEdge(start, newStart, lines) && isSameEdge(end, newEnd, lines);
  }

  /** Whether what was read of the old edition and of the new one is the same, at places that are the same. */
  isSame(before: unknown, after: unknown): boolean {
    return isSameData(before, after, this.change);
  }

  /** Whether all that a rule with such options declares to read of the file, what it is given aside, is as it was. */
  stands({ sections, parts, facts }: Reads, options: OptionValues): boolean {
    return (
      (sections !== true || this.#haveSectionsStood()) &&
      (parts ?? []).every((name) => this.#hasPartStood(name)) &&
      (facts === undefined || this.#haveFactsStood(facts, options))
    );
  }

  #hasPartStood(name: PartName): boolean {
    const known = this.#parts.get(name);
    if (known !== undefined) return known;
    const stood = this.#before.documents.every((before, order) =>
      isUntouched(before[name], this.#after.documents[order]?.[name], this.change),
    );
    this.#parts.set(name, stood);
    return stood;
  }

  /** Whether the edited paragraphs say the same in the same order. */
  #haveFactsStood(facts: NonNullable<Reads['facts']>, options: OptionValues): boolean {
    const { from, beforeTo, afterTo } = this.change.paragraphs;
    const factsOf = ({ source }: Edition, to: number): readonly unknown[] =>
      source.paragraphs
        .slice(from, to)
        .flatMap((paragraph) => facts(paragraph, source.text, options));
    return isSameWording(factsOf(this.#before, beforeTo), factsOf(this.#after, afterTo));
  }

  /** Whether the edit touched no heading and no line's being there. */
  #haveSectionsStood(): boolean {
    const { from, beforeTo, afterTo } = this.change.lines;
    this.#sectionsStand ??= ((): boolean => {
      const before = this.#before.source.lines.slice(from, beforeTo);
      const after = this.#after.source.lines.slice(from, afterTo);
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
    const { paragraphs: before } = this.#before.source;
    const { paragraphs: after, lines } = this.#after.source;
    const { from, beforeTo, afterTo } = this.change.paragraphs;
    const firstLine = lineFrom(after, Math.max(0, from - 2), lines.length);
    const excerpt = excerptOf(document, firstLine, lineFrom(after, afterTo + 2, lines.length));
    if (excerpt.lines.length === 0 && from > 0) return undefined;
    const place = {
      from: from > 1 ? startOf(after[from - 1]) : 0,
      beforeTo: startOf(before[beforeTo + 1]),
      afterTo: startOf(after[afterTo + 1]),
    };
    return { excerpt, place };
  }
}

function places({ annexes, ownPlaces }: Document): unknown {
  return [annexes.map(({ span: place }) => place), ownPlaces];
}

function endsOf(lines: readonly Line[]): readonly [number, number] {
  const first = lines[0];
  return first ? [first.index, first.index + lines.length] : [-1, -1];
}

/** The index of the first line of the paragraph at `index` or after it: some show none. */
function lineFrom(paragraphs: readonly Paragraph[], index: number, none: number): number {
  for (let at = index; at < paragraphs.length; at += 1) {
    const line = paragraphs[at]?.lines[0];
    if (line) return line.index;
  }
  return none;
}

/** Where the paragraph begins with its marks; after every place for none. */
function startOf(paragraph: Paragraph | undefined): number {
  return paragraph ? Math.min(paragraph.outer.start, paragraph.span.start) : Infinity;
}
