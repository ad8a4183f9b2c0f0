import type { MappedText } from '../../source/mappedText.ts';
import { overlaps, type Span } from '../../source/span.ts';
import type { Citation } from '../citations/citation.ts';
import { tokensOf, type Tokens } from '../tokens.ts';
import { WordSet } from '../wordSet.ts';
import { readClock, readWeekday, type Reading } from './clockGrammar.ts';
import type { DateFigure, DateMention, DatePart, DayMention } from './dateMention.ts';
import { isFigure, isKey, readDay, type DayTokens } from './dayGrammar.ts';
import { leads, type Lead } from './leads.ts';
import { mayDate } from './mayDate.ts';
import { periodOpenings, readMonth, readQuarter, readYears } from './periodGrammar.ts';
import { plainDate } from './plainDate.ts';

/**
 * The dates and periods of one paragraph in their order, with the file's spans of every figure. A date that
 * stands inside one of `cited` is marked so. Runs in time linear in the text.
 */
export function scanDates(
  text: MappedText,
  cited: readonly Citation[] = [],
): readonly DateMention[] {
  if (!mayDate(text.text)) return [];
  const scanner = new Scanner(text, cited);
  return scanner.scan();
}

/** The keys of the words that a date begins with, alone or behind a word that leads it. */
const openings = new WordSet([...leads.firstKeys, ...periodOpenings, ...['thứ', 'chủ', 'ngày']]);

interface LeadTokens extends Lead {
  readonly from: number;
  readonly next: number;
}

interface DayReading {
  readonly lead: LeadTokens | undefined;
  readonly clock: Reading | undefined;
  readonly weekday: Reading | undefined;
  readonly day: DayTokens;
  /** Whether only its place in a range tells `1/10` from a fraction. */
  readonly loose: boolean;
  readonly next: number;
}

interface PartialDay {
  readonly lead: LeadTokens | undefined;
  readonly day: number;
  readonly dated: boolean;
  readonly dashed: boolean;
  readonly next: number;
}

interface Found {
  readonly mentions: readonly DateMention[];
  readonly next: number;
}

const bare = { lead: undefined, clock: undefined, weekday: undefined, loose: false } as const;

class Scanner {
  readonly #text: MappedText;
  readonly #tokens: Tokens;
  readonly #dates: readonly Span[];
  readonly #numbers: readonly Span[];

  constructor(text: MappedText, cited: readonly Citation[]) {
    this.#text = text;
    this.#tokens = tokensOf(text.text);
    this.#dates = cited.flatMap(({ date }) => (date ? [date.span] : []));
    this.#numbers = cited.flatMap(({ number }) => (number ? [number.span] : []));
  }

  scan(): readonly DateMention[] {
    const mentions: DateMention[] = [];
    let at = 0;
    while (at < this.#tokens.length) {
      const found = this.#mayOpen(at) ? this.#mentionsAt(at) : undefined;
      if (found) {
        for (const mention of found.mentions)
          if (!within(this.#numbers, mention.span)) mentions.push(mention);
      }
      at = found ? found.next : at + 1;
    }
    return mentions;
  }

  #mentionsAt(index: number): Found | undefined {
    const reading = this.#dayReading(index);
    const range = this.#range(index, reading);
    if (range) return range;
    if (reading && !reading.loose) return { mentions: [this.#day(reading)], next: reading.next };
    return this.#period(index);
  }

  #mayOpen(index: number): boolean {
    const tokens = this.#tokens;
    if (tokens.kindAt(index) !== 'number') return openings.holds(tokens, index);
    return tokens.startOf(index + 1) - tokens.startOf(index) <= 2;
  }

  /** The day at `index` with lead, clock and weekday before it and a weekday in brackets after it. */
  #dayReading(index: number): DayReading | undefined {
    const tokens = this.#tokens;
    const lead = this.#lead(index);
    let at = lead ? tokens.skip(lead.next) : index;
    if (lead && tokens.at(at).kind === 'colon') at = tokens.skip(at + 1);
    const clock = readClock(tokens, at);
    if (clock) at = this.#past(clock.next, ['sáng', 'chiều', 'tối', 'ngày', 'của'], 'ngày');
    const weekday = readWeekday(tokens, at);
    if (weekday) at = this.#past(weekday.next, [], 'ngày');
    const anchored = isKey(tokens.at(at), 'ngày') || clock !== undefined || weekday !== undefined;
    const day = readDay(tokens, at, anchored || lead?.opens === true);
    if (!day || this.#isNumbered(day.from)) return undefined;
    const after = weekday ?? this.#weekdayAfter(day.next);
    const loose = !anchored && day.year === undefined;
    return { lead, clock, weekday: after, day, loose, next: Math.max(day.next, after?.next ?? 0) };
  }

  #lead(index: number): LeadTokens | undefined {
    const found = leads.match(this.#tokens, index);
    if (!found) return undefined;
    const { deadline, opens } = found.value;
    return { deadline, opens, from: index, next: found.next };
  }

  /** The index after blanks, a comma or bracket, and one of `words`, stopping before `stop`. */
  #past(index: number, words: readonly string[], stop: string): number {
    const tokens = this.#tokens;
    let at = tokens.skip(index);
    for (let count = 0; count < 4; count += 1) {
      const token = tokens.at(at);
      if (isKey(token, stop)) return at;
      const passes =
        ['comma', 'open', 'close', 'hyphen', 'dash'].includes(token.kind) || isKey(token, ...words);
      if (!passes) return at;
      at = tokens.skip(at + 1);
    }
    return at;
  }

  #weekdayAfter(index: number): Reading | undefined {
    const tokens = this.#tokens;
    const mark = tokens.skip(index);
    if (tokens.at(mark).kind !== 'open') return undefined;
    const found = readWeekday(tokens, tokens.skip(mark + 1));
    return found && tokens.at(tokens.skip(found.next)).kind === 'close' ? found : undefined;
  }

  /** Whether `số` stands before the figures: a number of something, no date. */
  #isNumbered(index: number): boolean {
    const before = this.#tokens.skipBack(index);
    return before >= 0 && isKey(this.#tokens.at(before), 'số');
  }

  /** `từ ngày … đến ngày …`, `từ 01 đến 07/10/2021`, `01-07/10/2021`. */
  #range(index: number, whole: DayReading | undefined): Found | undefined {
    const partial = whole ? undefined : this.#partialDay(index);
    const first = whole ?? partial;
    if (!first) return undefined;
    const second = this.#rangeEnd(first.next);
    if (!second || (whole?.loose === true && second.day.year === undefined)) return undefined;
    const to = this.#day(second);
    const from = whole
      ? this.#rangeStart(whole, second)
      : partial && this.#partialStart(partial, second);
    if (!from) return undefined;
    const range: DateMention = {
      ...this.#part(index, second.next, first.lead),
      kind: 'range',
      from,
      to,
    };
    return { mentions: [from, to, range], next: second.next };
  }

  /** The day after `đến`, `đến hết` or a dash. */
  #rangeEnd(index: number): DayReading | undefined {
    const tokens = this.#tokens;
    const link = tokens.skip(index);
    if (tokens.at(link).key !== '-' && !isKey(tokens.at(link), 'đến', 'tới')) return undefined;
    let at = tokens.skip(link + 1);
    if (isKey(tokens.at(at), 'hết')) at = tokens.skip(at + 1);
    const reading = this.#dayReading(at);
    if (reading) return reading.lead ? undefined : reading;
    const day = readDay(tokens, at, true);
    return day && { ...bare, day, next: day.next };
  }

  /** `từ 01` or `ngày 01` of a range, whose month and year come with its end. */
  #partialDay(index: number): PartialDay | undefined {
    const tokens = this.#tokens;
    const lead = this.#lead(index);
    let at = lead ? tokens.skip(lead.next) : index;
    const dated = isKey(tokens.at(at), 'ngày');
    if (dated) at = tokens.skip(at + 1);
    const token = tokens.at(at);
    if (!isFigure(token, 2) || Number(token.text) > 31 || Number(token.text) < 1) return undefined;
    const before = tokens.at(at - 1);
    if (['slash', 'dot', 'comma', 'hyphen', 'dash', 'word'].includes(before.kind)) return undefined;
    const dashed = tokens.at(tokens.skip(at + 1)).key === '-';
    return { lead, day: at, dated, dashed, next: at + 1 };
  }

  /** The first day of a range; without a year of its own it has the second's. */
  #rangeStart(first: DayReading, second: DayReading): DayMention {
    if (first.day.year !== undefined) return this.#day(first);
    return this.#day({ ...first, day: { ...first.day, year: second.day.year } });
  }

  /** The first day of a range with the second's month and year; bare figures need a word or a full end. */
  #partialStart(partial: PartialDay, second: DayReading): DayMention | undefined {
    const { lead, day, dated, dashed, next } = partial;
    const opens = dated || lead?.opens === true || dashed;
    if (!opens || (!dated && second.day.year === undefined)) return undefined;
    return this.#day({
      ...bare,
      lead,
      day: { ...second.day, day, from: day, next },
      next,
    });
  }

  #day(reading: DayReading): DayMention {
    const { day, clock, weekday } = reading;
    const dayFigure = this.#figure(day.day);
    const month = this.#figure(day.month);
    const year = day.year === undefined ? undefined : this.#figure(day.year);
    const { text, span, lead, deadline } = this.#part(day.from, day.next, reading.lead);
    return {
      text,
      span,
      lead,
      deadline,
      kind: 'day',
      form: day.form,
      day: dayFigure,
      month,
      year,
      separator: day.separator,
      value: year && plainDate(fullYear(year), month.value, dayFigure.value),
      weekday: weekday && this.#reading(weekday),
      clock: clock && this.#reading(clock),
      cited: within(this.#dates, span),
    };
  }

  #period(index: number): Found | undefined {
    const lead = this.#lead(index);
    const at = lead ? this.#tokens.skip(lead.next) : index;
    const month = readMonth(this.#tokens, at);
    if (month) {
      const mention: DateMention = {
        ...this.#part(at, month.next, lead),
        kind: 'month',
        month: this.#figure(month.month),
        year: this.#figure(month.year),
      };
      return { mentions: [mention], next: month.next };
    }
    const quarter = readQuarter(this.#tokens, at);
    if (quarter) {
      const mention: DateMention = {
        ...this.#part(at, quarter.next, lead),
        kind: 'quarter',
        quarter: { ...this.#figure(quarter.quarter), value: quarter.value },
        year: quarter.year === undefined ? undefined : this.#figure(quarter.year),
      };
      return { mentions: [mention], next: quarter.next };
    }
    const years = readYears(this.#tokens, at);
    if (!years) return undefined;
    const mention: DateMention = {
      ...this.#part(at, years.next, lead),
      kind: 'years',
      word: years.word,
      from: this.#figure(years.from),
      to: years.to === undefined ? undefined : this.#figure(years.to),
    };
    return { mentions: [mention], next: years.next };
  }

  #part(
    from: number,
    next: number,
    lead: LeadTokens | undefined,
  ): DatePart & { lead: DatePart | undefined; deadline: boolean } {
    const { text, span } = this.#slice(from, next);
    return {
      text,
      span,
      lead: this.#leadPart(lead),
      deadline: lead?.deadline ?? false,
    };
  }

  /** The lead with `ngày` where that follows: `trước ngày`. */
  #leadPart(lead: LeadTokens | undefined): DatePart | undefined {
    if (!lead) return undefined;
    const after = this.#tokens.skip(lead.next);
    return this.#slice(lead.from, isKey(this.#tokens.at(after), 'ngày') ? after + 1 : lead.next);
  }

  #slice(from: number, next: number): DatePart {
    const start = this.#tokens.at(from).from;
    const end = this.#tokens.at(next - 1).to;
    return { text: this.#text.text.slice(start, end), span: this.#text.spanOf(start, end) };
  }

  #figure(index: number): DateFigure {
    const { text, span } = this.#slice(index, index + 1);
    return { text, span, value: Number(text) };
  }

  #reading({ from, next, value }: Reading): DateFigure {
    const { text, span } = this.#slice(from, next);
    return { text, span, value };
  }
}

/** The year that two figures stand for: this century. */
function fullYear(year: DateFigure): number {
  return year.text.length === 2 ? 2000 + year.value : year.value;
}

/** Whether one of the spans, which are in order, shares a character with `place`. */
function within(spans: readonly Span[], place: Span): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= place.start) low = middle + 1;
    else high = middle;
  }
  const next = spans[low];
  return next !== undefined && overlaps(next, place);
}
