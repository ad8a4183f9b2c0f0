import type { Tokens } from '../tokens.ts';
import { isFigure, isKey } from './dayGrammar.ts';

/** A stretch of tokens with a value. */
export interface Reading {
  readonly value: number;
  readonly from: number;
  readonly next: number;
}

/** Minutes from midnight of `7 giờ 30 phút`, `7h30`, `14g00`, `07:30` at token `index`. */
export function readClock(tokens: Tokens, index: number): Reading | undefined {
  const hour = tokens.at(index);
  if (!isFigure(hour, 2) || Number(hour.text) > 24) return undefined;
  if (tokens.at(index - 1).kind === 'slash') return undefined;
  const unit = tokens.skip(index + 1);
  const word = tokens.at(unit);
  if (word.kind === 'colon' && unit === index + 1) {
    const minute = tokens.at(unit + 1);
    return isFigure(minute, 2, 2) ? time(hour.text, minute.text, index, unit + 2) : undefined;
  }
  const long = isKey(word, 'giờ');
  if (!long && !isKey(word, 'h', 'g')) return undefined;
  const at = long ? tokens.skip(unit + 1) : unit + 1;
  const minute = tokens.at(at);
  if (!isFigure(minute, 2) || (long && minute.text.length < 2)) {
    return time(hour.text, '0', index, unit + 1);
  }
  const after = tokens.skip(at + 1);
  if (isKey(tokens.at(after), 'phút')) return time(hour.text, minute.text, index, after + 1);
  const prime = tokens.at(at + 1);
  const next = ['’', "'", '′'].includes(prime.text) ? at + 2 : at + 1;
  return prime.kind === 'slash' ? undefined : time(hour.text, minute.text, index, next);
}

function time(hours: string, minutes: string, from: number, next: number): Reading | undefined {
  const minute = Number(minutes);
  return minute > 59 ? undefined : { value: Number(hours) * 60 + minute, from, next };
}

const weekdays: Readonly<Record<string, number>> = {
  hai: 1,
  ba: 2,
  tư: 3,
  năm: 4,
  sáu: 5,
  bảy: 6,
  bẩy: 6,
  '2': 1,
  '3': 2,
  '4': 3,
  '5': 4,
  '6': 5,
  '7': 6,
};

/** The weekday at token `index`: 0 for `Chủ nhật`, 1 for `thứ Hai`, … */
export function readWeekday(tokens: Tokens, index: number): Reading | undefined {
  const second = tokens.skip(index + 1);
  if (isKey(tokens.at(index), 'chủ') && isKey(tokens.at(second), 'nhật')) {
    return { value: 0, from: index, next: second + 1 };
  }
  if (!isKey(tokens.at(index), 'thứ')) return undefined;
  const value = weekdays[tokens.at(second).key];
  return value === undefined ? undefined : { value, from: index, next: second + 1 };
}
