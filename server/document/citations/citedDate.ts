import { isFigure, isKey, readDay } from '../dates/dayGrammar.ts';
import { plainDate, type PlainDate } from '../dates/plainDate.ts';
import { isYear } from '../dates/periodGrammar.ts';
import type { Tokens } from '../tokens.ts';

export interface CitedDateTokens {
  readonly from: number;
  readonly next: number;
  readonly value: PlainDate | undefined;
}

/**
 * The date of issue behind a number or a law's name at token `index`, over a comma: `ngày 24/01/2018`,
 * `ngày tháng 12 năm 2025` with blanks; a law's `năm 2013` or `2013` alone.
 */
export function readCitedDate(
  tokens: Tokens,
  index: number,
  law: boolean,
): CitedDateTokens | undefined {
  let at = tokens.skip(index);
  if (tokens.at(at).kind === 'comma') at = tokens.skip(at + 1);
  const worded = isKey(tokens.at(at), 'ký') || isKey(tokens.at(at), 'đề');
  const from = worded ? tokens.skip(at + 1) : at;
  if (law && isYear(tokens, from)) return { from, next: from + 1, value: undefined };
  if (law && isKey(tokens.at(from), 'năm')) {
    const year = tokens.skip(from + 1);
    return isFigure(tokens.at(year), 4, 4) ? { from, next: year + 1, value: undefined } : undefined;
  }
  if (!isKey(tokens.at(from), 'ngày')) return undefined;
  const day = readDay(tokens, from);
  if (day) {
    const figure = (token: number): number => Number(tokens.at(token).text);
    const value =
      day.year !== undefined && tokens.at(day.year).text.length === 4
        ? plainDate(figure(day.year), figure(day.month), figure(day.day))
        : undefined;
    return { from, next: day.next, value };
  }
  const next = blankDateEnd(tokens, from);
  return next === undefined ? undefined : { from, next, value: undefined };
}

/** The index after `ngày … tháng 12 năm 2025`, `ngày …/5/2025` with figures left out. */
function blankDateEnd(tokens: Tokens, index: number): number | undefined {
  let at = index + 1;
  let end: number | undefined;
  for (let count = 0; count < 14; count += 1) {
    const token = tokens.at(at);
    const passes =
      ['space', 'dots', 'slash', 'dot'].includes(token.kind) || isKey(token, 'tháng', 'năm');
    if (!passes && !isFigure(token, 4)) return end;
    if (token.kind === 'number' || token.kind === 'dots' || isKey(token, 'tháng', 'năm'))
      end = at + 1;
    at += 1;
  }
  return end;
}
