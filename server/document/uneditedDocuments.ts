import { changeBetween, movedSpan, type Change } from '../source/change.ts';
import type { Source } from '../source/source.ts';
import type { Document, LineRange, TypePart } from './document.ts';

/** What tells which rules are asked about a document, and what of it is its body. */
export interface KnownForm extends Pick<Document, 'identity' | 'recognised' | 'party'> {
  readonly type: TypePart | undefined;
  readonly bodyRange: LineRange;
}

/** The documents of an earlier edition of a file, by where their lines stand now where no line of them was edited. */
export class UneditedDocuments {
  readonly #change: Change | undefined;
  readonly #byFirstLine: ReadonlyMap<number, Document>;

  constructor(previous: readonly Document[], source: Source) {
    const before = previous[0]?.source;
    this.#change = before && changeBetween(before, source);
    this.#byFirstLine = new Map(previous.map((document) => [document.lineRange.from, document]));
  }

  /** The document that began at the line, where its first lines, as many as `count` says of it, are unedited. */
  openingAt(line: number, count: (document: Document) => number): Document | undefined {
    const old = this.#byFirstLine.get(line);
    if (!old || !this.#change) return undefined;
    return line + count(old) <= this.#change.lines.from ? old : undefined;
  }

  /** What is known of the document of those lines; undefined where one of them was edited. */
  at(range: LineRange): KnownForm | undefined {
    const change = this.#change;
    if (!change) return undefined;
    const { from, beforeTo, afterTo } = change.lines;
    const isBefore = range.to <= from;
    if (!isBefore && range.from < afterTo) return undefined;
    const by = isBefore ? 0 : afterTo - beforeTo;
    const old = this.#byFirstLine.get(range.from - by);
    // a document with front matter is told by more than its lines
    if (!old || old.frontMatter || old.lineRange.to !== range.to - by) return undefined;
    const { identity, recognised, party, type, bodyRange } = old;
    const place = type && movedSpan(type.span, change);
    if (type && !place) return undefined;
    return {
      identity,
      recognised,
      party,
      type: type && place && { ...type, span: place },
      bodyRange: { from: bodyRange.from + by, to: bodyRange.to + by },
    };
  }
}
