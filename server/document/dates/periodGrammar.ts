import { phraseSet, PhraseTable } from '../phraseTable.ts';
import type { Tokens } from '../tokens.ts';
import type { YearPeriodMention } from './dateMention.ts';
import { isFigure, isKey } from './dayGrammar.ts';
import { pattern } from '../../source/letters.ts';

/** Token indexes of a month with its year. */
export interface MonthTokens {
  readonly month: number;
  readonly year: number;
  readonly next: number;
}

/** `tháng 9/2021`, `tháng 9 năm 2021`. */
export function readMonth(tokens: Tokens, index: number): MonthTokens | undefined {
  if (!isKey(tokens.at(index), 'tháng')) return undefined;
  const month = tokens.skip(index + 1);
  if (!isFigure(tokens.at(month), 2)) return undefined;
  const year = linkedYear(tokens, month + 1);
  return year === undefined ? undefined : { month, year, next: year + 1 };
}

/** The index of the year after `/`, `-` or `năm`. */
function linkedYear(tokens: Tokens, index: number): number | undefined {
  const link = tokens.skip(index);
  const token = tokens.at(link);
  if (!isKey(token, 'năm') && token.kind !== 'slash' && token.key !== '-') return undefined;
  const year = tokens.skip(link + 1);
  return isYear(tokens, year) ? year : undefined;
}

/** Whether a figure of four digits stands there that can be a year of our calendar's documents. */
export function isYear(tokens: Tokens, index: number): boolean {
  const token = tokens.at(index);
  if (!isFigure(token, 4, 4)) return false;
  const value = Number(token.text);
  if (value < 1800 || value > 2199) return false;
  const after = tokens.at(index + 1);
  const decimal =
    (after.kind === 'dot' || after.kind === 'comma') && tokens.at(index + 2).kind === 'number';
  return !decimal && after.kind !== 'word';
}

export interface QuarterTokens {
  readonly quarter: number;
  readonly value: number;
  readonly year: number | undefined;
  readonly next: number;
}

const romans: Readonly<Record<string, number>> = {
  I: 1,
  II: 2,
  III: 3,
  IV: 4,
  V: 5,
  VI: 6,
};

/** `Quý III/2021`, `quý 3 năm 2021`, `quý IV`. */
export function readQuarter(tokens: Tokens, index: number): QuarterTokens | undefined {
  if (!isKey(tokens.at(index), 'quý')) return undefined;
  const quarter = tokens.skip(index + 1);
  const label = tokens.at(quarter);
  const value =
    label.kind === 'number' && label.text.length === 1 ? Number(label.text) : romans[label.text];
  if (value === undefined || quarter === index + 1) return undefined;
  const year = linkedYear(tokens, quarter + 1);
  // Only a year tells the sixth quarter from a person called Quý V.
  if (year === undefined && value > 5) return undefined;
  return { quarter, value, year, next: (year ?? quarter) + 1 };
}

export interface YearsTokens {
  readonly word: YearPeriodMention['word'];
  readonly from: number;
  readonly to: number | undefined;
  readonly next: number;
}

const words = new PhraseTable<YearPeriodMention['word']>([
  ['năm học', 'schoolYear'],
  ['giai đoạn', 'period'],
  ['nhiệm kỳ', 'term'],
  ['nhiệm kì', 'term'],
  ['năm', 'year'],
]);

/** The keys of the words that a month, a quarter or a period of years begins with. */
export const periodOpenings: readonly string[] = ['tháng', 'quý', ...words.firstKeys];

const fillers = phraseSet(['từ', 'từ năm', 'năm', '(']);
const links = phraseSet(['-', 'đến', 'đến năm', 'tới', 'và đến', '- năm']);

/** `năm học 2021-2022`, `giai đoạn 2021-2030`, `nhiệm kỳ VI (2024 - 2029)`, `năm 2021`. */
export function readYears(tokens: Tokens, index: number): YearsTokens | undefined {
  const word = words.match(tokens, index);
  if (!word) return undefined;
  let at = tokens.skip(word.next);
  if (word.value !== 'year') {
    if (word.value === 'term' && romanLabel.test(tokens.at(at).text)) at = tokens.skip(at + 1);
    for (let count = 0; count < 2; count += 1) {
      const filler = fillers.match(tokens, at);
      if (filler) at = tokens.skip(filler.next);
    }
  }
  if (!isYear(tokens, at)) return undefined;
  const link = links.match(tokens, tokens.skip(at + 1));
  const second = link && tokens.skip(link.next);
  if (second !== undefined && isYear(tokens, second)) {
    return { word: word.value, from: at, to: second, next: second + 1 };
  }
  return { word: word.value, from: at, to: undefined, next: at + 1 };
}

const romanLabel = pattern.u`^(?:[IVXL]+|\p{Nd}{1,2})$`;
