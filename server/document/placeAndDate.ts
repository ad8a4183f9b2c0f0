import type { Line } from '../source/source.ts';
import type { PartialDate, PlaceAndDate } from './document.ts';
import { partOf } from './parts.ts';

const words =
  /ng[àa]y[\s.…_]*(?<day>\d{0,2})[\s.…_]*th[áa]ng[\s.…_]*(?<month>\d{0,2})[\s.…_]*n[ăa]m[\s.…_]*(?<year>\d{0,4})/iu;
const figures =
  /(?:ng[àa]y\s*)?(?<day>\d{0,2})[\s.…_]*[-./]\s*(?<month>\d{1,2})\s*[-./]\s*(?<year>\d{2,4})/iu;

/** The place and date line between two offsets of a line (ND 30, PL I, II.4); blanks stay undefined. */
export function readPlaceAndDate(line: Line, from: number, to: number): PlaceAndDate {
  const text = line.text.slice(from, to);
  const match = words.exec(text) ?? figures.exec(text);
  // `năm 20…` still waits for its last figures
  const unfinished = /n[ăa]m\s*20[\s.…_]*$/iu.test(text);
  const at = match ? from + match.index : to;
  const place = partOf(line, from, at);
  const name = place.text.replace(/[\s,.…_]+$/u, '');
  const nameStart = line.text.indexOf(place.text, from);
  return {
    ...partOf(line, from, to),
    place: name === '' ? undefined : partOf(line, nameStart, nameStart + name.length),
    date: { ...partialDate(match?.groups), ...(unfinished ? { year: undefined } : {}) },
    dateSpan: match ? line.spanOf(at, at + match[0].trimEnd().length) : partOf(line, from, to).span,
  };
}

/** The figures of a date that may have blanks; a two-digit year counts from 2000. */
export function partialDate(groups: Readonly<Record<string, string>> | undefined): PartialDate {
  const figure = (text: string | undefined): number | undefined =>
    text === undefined || text === '' ? undefined : Number(text);
  const year = figure(groups?.['year']);
  return {
    day: figure(groups?.['day']),
    month: figure(groups?.['month']),
    year: year !== undefined && year < 100 && groups?.['year']?.length === 2 ? year + 2000 : year,
  };
}

/** The date that a front matter value gives: `2021-09-29`, `29/9/2021` or the words. */
export function dateOfText(text: string): PartialDate {
  const iso = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})/u.exec(text);
  return partialDate((iso ?? words.exec(text) ?? figures.exec(text))?.groups);
}
