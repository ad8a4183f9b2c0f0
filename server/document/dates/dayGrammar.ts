import type { Token, Tokens } from '../tokens.ts';

/** Token indexes of a day's figures; `from` to before `next` is the whole day. */
export interface DayTokens {
  readonly form: 'figures' | 'words';
  readonly day: number;
  readonly month: number;
  readonly year: number | undefined;
  readonly separator: string;
  readonly from: number;
  readonly next: number;
}

export function isFigure(token: Token, most: number, least = 1): boolean {
  return token.kind === 'number' && token.text.length <= most && token.text.length >= least;
}

export function isKey(token: Token, ...keys: readonly string[]): boolean {
  return keys.includes(token.key);
}

/**
 * The day at token `index`: `ngày 05 tháng 3 năm 2020`, `ngày 30/4`, `31/8/2021`. `led` says that a word
 * before it promises a date, so that a day and month alone are enough.
 */
export function readDay(tokens: Tokens, index: number, led = false): DayTokens | undefined {
  if (isKey(tokens.at(index), 'ngày')) {
    let at = tokens.skip(index + 1);
    if (tokens.at(at).kind === 'colon') at = tokens.skip(at + 1);
    const inWords = readWords(tokens, index, at);
    if (inWords) return inWords;
    const inFigures = readFigures(tokens, at, true, isOneDay(tokens, index));
    return inFigures && { ...inFigures, from: at };
  }
  return readFigures(tokens, index, led);
}

function readWords(tokens: Tokens, from: number, day: number): DayTokens | undefined {
  if (!isFigure(tokens.at(day), 2)) return undefined;
  const word = tokens.skip(day + 1);
  if (!isKey(tokens.at(word), 'tháng')) return undefined;
  const month = tokens.skip(word + 1);
  if (!isFigure(tokens.at(month), 2)) return undefined;
  const base = { form: 'words', day, month, separator: '', from } as const;
  const after = tokens.skip(month + 1);
  const link = tokens.at(after);
  if (isKey(link, 'năm') || (after === month + 1 && link.kind === 'slash')) {
    const year = tokens.skip(after + 1);
    if (isFigure(tokens.at(year), 4, 4)) return { ...base, year, next: year + 1 };
  }
  return { ...base, year: undefined, next: month + 1 };
}

const separators: readonly string[] = ['slash', 'hyphen', 'dot', 'dash'];

/** Whether `ngày` at `index` names one day: `các ngày 5-10-15` are three. */
function isOneDay(tokens: Tokens, index: number): boolean {
  const before = tokens.skipBack(index);
  return before < 0 || !isKey(tokens.at(before), 'các', 'những', 'mấy', 'ba');
}

/**
 * `31/8/2021`, `21/9/21`, and `30/4` where a word before it promises a date. `named` says that the word is `ngày`, so
 * that `15-12-26` is no number of something.
 */
function readFigures(
  tokens: Tokens,
  day: number,
  led: boolean,
  named = false,
): DayTokens | undefined {
  const separator = tokens.at(day + 1);
  const month = tokens.at(day + 2);
  if (!isFigure(tokens.at(day), 2) || !isFigure(month, 2)) return undefined;
  if (!separators.includes(separator.kind)) return undefined;
  if (!led && joins(tokens.at(day - 1))) return undefined;
  const mark = separator.kind === 'dash' ? '-' : separator.text;
  const base = { form: 'figures', day, month: day + 2, separator: mark, from: day } as const;
  const year = tokens.at(day + 4);
  const again = tokens.at(day + 3);
  if (again.kind === separator.kind && year.kind === 'number') {
    const full = year.text.length === 4;
    const dashed = separator.kind === 'hyphen' && named && mayEndDay(tokens, day + 5);
    const short = year.text.length === 2 && (separator.kind === 'slash' || dashed);
    if (!full && !short) return undefined;
    if (short && dashed && plausible(tokens.at(day), month) < 2) return undefined;
    if (continues(tokens, day + 5)) return undefined;
    const known = plausible(tokens.at(day), month);
    // Two impossible figures, or a short year, are a date only where a word says so.
    if (!led && (known === 0 || (short && known < 2))) return undefined;
    return { ...base, year: day + 4, next: day + 5 };
  }
  if (!led || separator.kind !== 'slash' || continues(tokens, day + 3)) return undefined;
  return plausible(tokens.at(day), month) === 2
    ? { ...base, year: undefined, next: day + 3 }
    : undefined;
}

/** Whether a date of figures and hyphens may end before `index`: `ngày 5-10-15 hằng tháng` are days of every month. */
function mayEndDay(tokens: Tokens, index: number): boolean {
  if (tokens.at(index).kind === 'hyphen') return false;
  return !isKey(tokens.at(tokens.skip(index)), 'hằng', 'hàng', 'mỗi', 'tháng', 'của', 'âm');
}

function plausible(day: Token, month: Token): number {
  return (
    (Number(day.text) >= 1 && Number(day.text) <= 31 ? 1 : 0) +
    (Number(month.text) >= 1 && Number(month.text) <= 12 ? 1 : 0)
  );
}

function joins(token: Token): boolean {
  return ['slash', 'number', 'word'].includes(token.kind) || ['.', ','].includes(token.text);
}

/** Whether the figures go on after `index`, so that what stands before is a part of something longer. */
function continues(tokens: Tokens, index: number): boolean {
  const token = tokens.at(index);
  if (token.kind === 'word' || token.kind === 'slash') return true;
  return (
    (token.kind === 'dot' || token.kind === 'comma' || token.kind === 'hyphen') &&
    tokens.at(index + 1).kind === 'number' &&
    token.kind !== 'hyphen'
  );
}
