import type { DateMention } from '../../document/dates/dateMention.ts';
import type { Document } from '../../document/document.ts';
import { unplacedMentions } from '../../document/mentions.ts';
import { movedDates } from '../../document/movedMentions.ts';
import type { Line, Paragraph } from '../../source/source.ts';
import { overlaps, span, type Span } from '../../source/span.ts';
import { isQuotedIn } from '../quotations.ts';
import type { FactContext } from '../rule.ts';

/** A date or period that rules judge by its words first: most need no place, and moving all at each edit would take long. */
export class Dated<M extends DateMention = DateMention> {
  /** Its places count from the paragraph's base. The same object as long as the words of its paragraph stand. */
  readonly mention: M;
  readonly paragraph: Paragraph;
  #placed: M | undefined;

  constructor(mention: M, paragraph: Paragraph) {
    this.mention = mention;
    this.paragraph = paragraph;
  }

  /** Where all of it stands in the file. */
  get span(): Span {
    const { start, end } = this.mention.span;
    return span(start + this.paragraph.base, end + this.paragraph.base);
  }

  /** The mention with its places in the file. */
  get placed(): M {
    this.#placed ??= (movedDates([this.mention], this.paragraph.base)[0] ?? this.mention) as M;
    return this.#placed;
  }

  /** The line that it begins on. */
  get line(): Line | undefined {
    const { start } = this.span;
    return this.paragraph.lines.find(
      ({ span: place }) => place.start <= start && start <= place.end,
    );
  }

  /** Whether it is a day, one of a range's ends among them. */
  isDay(): this is Dated<Extract<DateMention, { readonly kind: 'day' }>> {
    return this.mention.kind === 'day';
  }

  isRange(): this is Dated<Extract<DateMention, { readonly kind: 'range' }>> {
    return this.mention.kind === 'range';
  }
}

const collected = new WeakMap<Document, readonly Dated[]>();

/** Every date and period of the document, in the order of `Document.dates`. */
export function datedIn(document: Document): readonly Dated[] {
  const known = collected.get(document);
  if (known) return known;
  const dated: Dated[] = [];
  for (const paragraph of document.paragraphs) {
    for (const mention of unplacedMentions(paragraph).dates) {
      const each = new Dated(mention, paragraph);
      if (!document.ownPlaces.some((own) => overlaps(own, each.span))) dated.push(each);
    }
  }
  collected.set(document, dated);
  return dated;
}

/** How far before a day words bear on it, UTF-16 units. */
const leadReach = 8;

/** What rules read of the dates and periods in a paragraph: all that they say, and the word before them. */
export function datedFacts(
  paragraph: Paragraph,
  { text }: Pick<FactContext, 'text'>,
): readonly unknown[] {
  const { base, kind, outer } = paragraph;
  return unplacedMentions(paragraph).dates.map((mention) => {
    const start = base + mention.span.start;
    const before = text.slice(Math.max(outer.start, start - leadReach), start);
    return [kind, mention, before, isQuotedIn(paragraph, span(start, base + mention.span.end))];
  });
}

/** Whether the line is one of the body's. */
export function isInBody({ body }: Document, { index }: Line): boolean {
  const first = body[0]?.index;
  return first !== undefined && first <= index && index < first + body.length;
}

/** A judgement of a mention's words and its sentence, made once for each. */
export function judged<M extends DateMention, T extends NonNullable<unknown>>(
  judge: (dated: Dated<M>) => T,
): (dated: Dated<M>) => T {
  const known = new WeakMap<DateMention, T>();
  return (dated) => {
    const before = known.get(dated.mention);
    if (before !== undefined) return before;
    const value = judge(dated);
    known.set(dated.mention, value);
    return value;
  };
}
