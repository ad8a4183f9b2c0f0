import { span, type Span } from '../source/span.ts';
import type { Citation, CitedNumber } from './citations/citation.ts';
import type { DateMention, DayMention } from './dates/dateMention.ts';

interface Placed {
  readonly span: Span;
}

/** The part at its place moved by so many UTF-16 units. */
function moved<P extends Placed>(part: P, by: number): P {
  return { ...part, span: span(part.span.start + by, part.span.end + by) };
}

function movedIfAny<P extends Placed>(part: P | undefined, by: number): P | undefined {
  return part && moved(part, by);
}

/** The citation with all of its parts moved by so many UTF-16 units. */
export function movedCitation(citation: Citation, by: number): Citation {
  const { type, numberWord, number, date, issuer, subject, pinpoint } = citation;
  return {
    ...moved(citation, by),
    type: movedIfAny(type, by),
    numberWord: movedIfAny(numberWord, by),
    number: number && movedNumber(number, by),
    date: movedIfAny(date, by),
    issuer: movedIfAny(issuer, by),
    subject: movedIfAny(subject, by),
    pinpoint: movedIfAny(pinpoint, by),
  };
}

function movedNumber(number: CitedNumber, by: number): CitedNumber {
  return {
    ...moved(number, by),
    numeral: movedIfAny(number.numeral, by),
    year: movedIfAny(number.year, by),
    symbol: movedIfAny(number.symbol, by),
  };
}

/** The mentions with all of their parts moved by so many UTF-16 units; a range keeps its ends, which are mentions too. */
export function movedDates(mentions: readonly DateMention[], by: number): readonly DateMention[] {
  const days = new Map<DayMention, DayMention>();
  const dayOf = (day: DayMention): DayMention => {
    const known = days.get(day) ?? movedDay(day, by);
    days.set(day, known);
    return known;
  };
  return mentions.map((mention) =>
    mention.kind === 'day'
      ? dayOf(mention)
      : mention.kind === 'range'
        ? { ...movedLead(mention, by), from: dayOf(mention.from), to: dayOf(mention.to) }
        : movedPeriod(mention, by),
  );
}

function movedLead<M extends DateMention>(mention: M, by: number): M {
  return { ...moved(mention, by), lead: movedIfAny(mention.lead, by) };
}

function movedDay(day: DayMention, by: number): DayMention {
  return {
    ...movedLead(day, by),
    day: moved(day.day, by),
    month: moved(day.month, by),
    year: movedIfAny(day.year, by),
    weekday: movedIfAny(day.weekday, by),
    clock: movedIfAny(day.clock, by),
  };
}

function movedPeriod(
  mention: Exclude<DateMention, { readonly kind: 'day' | 'range' }>,
  by: number,
): DateMention {
  switch (mention.kind) {
    case 'month':
      return {
        ...movedLead(mention, by),
        month: moved(mention.month, by),
        year: moved(mention.year, by),
      };
    case 'quarter':
      return {
        ...movedLead(mention, by),
        quarter: moved(mention.quarter, by),
        year: movedIfAny(mention.year, by),
      };
    case 'years':
      return {
        ...movedLead(mention, by),
        from: moved(mention.from, by),
        to: movedIfAny(mention.to, by),
      };
  }
}
