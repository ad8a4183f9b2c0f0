import type { Citation } from '../../document/citations/citation.ts';
import type { Document } from '../../document/document.ts';
import { unplacedMentions } from '../../document/mentions.ts';
import { movedCitation } from '../../document/movedMentions.ts';
import type { Paragraph } from '../../source/source.ts';
import { overlaps, span, type Span } from '../../source/span.ts';
import { isQuotedIn } from '../quotations.ts';
import type { FactContext } from '../rule.ts';
import { declaredCitations, isLaw } from './mentions.ts';

/** A citation that rules judge by its words first: most need no place, and moving all at each edit would take long. */
export class Cited {
  /** Its places count from `base`. The same object as long as the words of its paragraph stand. */
  readonly citation: Citation;
  /** Where the paragraph begins; 0 for a citation of the front matter. */
  readonly base: number;
  readonly paragraph: Paragraph | undefined;
  /** Its index among those of `citedIn`. */
  readonly order: number;
  #placed: Citation | undefined;

  constructor(citation: Citation, paragraph: Paragraph | undefined, order: number) {
    this.citation = citation;
    this.base = paragraph?.base ?? 0;
    this.paragraph = paragraph;
    this.order = order;
  }

  /** Where all of it stands in the file. */
  get span(): Span {
    const { start, end } = this.citation.span;
    return span(start + this.base, end + this.base);
  }

  /** The citation with its places in the file. */
  get placed(): Citation {
    this.#placed ??= this.base === 0 ? this.citation : movedCitation(this.citation, this.base);
    return this.#placed;
  }
}

const collected = new WeakMap<Document, readonly Cited[]>();

/** Every citation of the document in the order of `citationsOf`. */
export function citedIn(document: Document): readonly Cited[] {
  const known = collected.get(document);
  if (known) return known;
  const cited: Cited[] = [];
  for (const citation of declaredCitations(document)) {
    cited.push(new Cited(citation, undefined, cited.length));
  }
  for (const paragraph of document.paragraphs) {
    for (const citation of unplacedMentions(paragraph).citations) {
      const each = new Cited(citation, paragraph, cited.length);
      if (!document.ownPlaces.some((own) => overlaps(own, each.span))) cited.push(each);
    }
  }
  collected.set(document, cited);
  return cited;
}

/** How far before a citation words bear on it: `theo`, `tại`, `kèm theo` and the like, UTF-16 units. */
const leadReach = 60;

/** What rules read of the citations in a paragraph: all that they say, and the words that lead to them. */
export function citedFacts(
  paragraph: Paragraph,
  { text }: Pick<FactContext, 'text'>,
): readonly unknown[] {
  const { base, kind, outer } = paragraph;
  return unplacedMentions(paragraph).citations.map((citation) => {
    const start = base + (citation.pinpoint ?? citation).span.start;
    const before = text.slice(Math.max(outer.start, start - leadReach), start);
    return [
      kind,
      citation,
      before,
      isQuotedIn(paragraph, placeOf(citation.number ?? citation, base)),
    ];
  });
}

function placeOf({ span: { start, end } }: { readonly span: Span }, base: number): Span {
  return span(start + base, end + base);
}

const linked = /^[\s“"(*_]*(?:(?:tại|theo|các|của)\s+)?[\s“"(*_]*$/u;

const nestedIn = new WeakMap<Document, ReadonlySet<Cited>>();

/**
 * The citations that are part of another's subject: `Quyết định … về việc thi hành Nghị định …` names the
 * decree inside a title, which nobody may rewrite.
 */
export function nestedCitations(document: Document): ReadonlySet<Cited> {
  const known = nestedIn.get(document);
  if (known) return known;
  const nested = new Set<Cited>();
  let previous: Cited | undefined;
  for (const cited of citedIn(document)) {
    const isNear = previous?.paragraph === cited.paragraph;
    if (previous && isNear && (nested.has(previous) || hasOpenSubject(previous.citation))) {
      const start = (cited.citation.pinpoint ?? cited.citation).span.start + cited.base;
      const gap = document.source.text.slice(previous.citation.span.end + previous.base, start);
      if (gap.length < 20 && linked.test(gap)) nested.add(cited);
    }
    previous = cited;
  }
  nestedIn.set(document, nested);
  return nested;
}

function hasOpenSubject(citation: Citation): boolean {
  return citation.subject !== undefined && (!isLaw(citation) || citation.number !== undefined);
}

/** A judgement of a citation's words, made once for each. */
export function judged<T extends NonNullable<unknown>>(
  judge: (citation: Citation) => T,
): (cited: Cited) => T {
  const known = new WeakMap<Citation, T>();
  return ({ citation }) => {
    const before = known.get(citation);
    if (before !== undefined) return before;
    const value = judge(citation);
    known.set(citation, value);
    return value;
  };
}

/** The same for a judgement by something else beside, made anew when that is another. */
export function judgedBy<B extends object, T extends NonNullable<unknown>>(
  judge: (citation: Citation, by: B) => T,
): (cited: Cited, by: B) => T {
  let last: { readonly by: B; readonly judge: (cited: Cited) => T } | undefined;
  return (cited, by) => {
    if (last?.by !== by) last = { by, judge: judged((citation) => judge(citation, by)) };
    return last.judge(cited);
  };
}
