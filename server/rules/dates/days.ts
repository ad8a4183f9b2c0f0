import type { DateMention, DayMention } from '../../document/dates/dateMention.ts';
import type { PlainDate } from '../../document/dates/plainDate.ts';
import type { Document } from '../../document/document.ts';
import type { Line } from '../../source/source.ts';
import { contains, type Span } from '../../source/span.ts';

/** The days that the document names, the ends of its ranges among them. */
export function daysOf(document: Document): readonly DayMention[] {
  return document.dates.filter((mention) => mention.kind === 'day');
}

/** A day that the calendar has. */
export type KnownDay = DayMention & { readonly value: PlainDate };

export function isKnown(day: DayMention): day is KnownDay {
  return day.value !== undefined;
}

/** The first day that the document's own date can be, blanks allowed for; undefined without a month. */
export function earliestOwnDay(document: Document): PlainDate | undefined {
  const { day, month, year } = document.placeAndDate?.date ?? {};
  return month === undefined || year === undefined ? undefined : { year, month, day: day ?? 1 };
}

/** The body's line that holds the mention; undefined for heads, bases, recipients and annexes. */
export function bodyLine(document: Document, mention: DateMention): Line | undefined {
  return lineAt(document.body, mention.span);
}

function lineAt(lines: readonly Line[], place: Span): Line | undefined {
  let low = 0;
  let high = lines.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const line = lines[middle];
    if (!line) return undefined;
    if (line.span.end < place.start) low = middle + 1;
    else if (line.span.start > place.start) high = middle - 1;
    else return contains(line.span, place) || line.span.end >= place.start ? line : undefined;
  }
  return undefined;
}

/** No sentence runs over more lines than these. */
const linesOfSentence = 12;

/** Nor over more characters of one line. */
const longestSentence = 2000;

/** The words before the mention in its own sentence, in NFC. */
export function sentenceBefore(line: Line, mention: DateMention): string {
  const { lines } = line.paragraph;
  const place = line.index - (lines[0]?.index ?? line.index);
  const earlier = lines.slice(Math.max(0, place - linesOfSentence), place).map(({ text }) => text);
  const before = [...earlier, textBefore(line, mention.lead?.span ?? mention.span)].join(' ');
  return before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('; ')) + 1);
}

function textBefore(line: Line, place: Span): string {
  let low = 0;
  let high = line.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (line.spanOf(middle, middle + 1).start < place.start) low = middle + 1;
    else high = middle;
  }
  return line.text.slice(Math.max(0, low - longestSentence), low);
}

/** `ngày 5/10/2021` as messages quote it. */
export function dayText(date: PlainDate): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(date.day)}/${date.month < 3 ? two(date.month) : date.month}/${date.year}`;
}
