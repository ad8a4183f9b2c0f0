import { isSamePlace, type Change } from '../source/change.ts';
import type { Span } from '../source/span.ts';

/** Whether two values read of two editions of a file are the same plain data, at places that are the same. */
export function isSameData(before: unknown, after: unknown, change: Change): boolean {
  if (!isObject(before) || !isObject(after)) return before === after;
  if (isPlace(before) && isPlace(after)) {
    return (
      isSamePlace(before.start, after.start, change.text) &&
      isSamePlace(before.end, after.end, change.text)
    );
  }
  return haveSameKeys(before, after, (key) => isSameData(before[key], after[key], change));
}

/** The same for data that no edit touched: not even a character beside a place of it is new. */
export function isUntouched(before: unknown, after: unknown, change: Change): boolean {
  // only what no edit came near is lent from edition to edition
  if (before === after) return true;
  if (!isObject(before) || !isObject(after)) return false;
  if (isPlace(before) && isPlace(after)) {
    const { from, beforeTo, afterTo } = change.text;
    const by = afterTo - beforeTo;
    if (before.end < from) return before.start === after.start && before.end === after.end;
    return (
      before.start > beforeTo && before.start + by === after.start && before.end + by === after.end
    );
  }
  return haveSameKeys(before, after, (key) => isUntouched(before[key], after[key], change));
}

/** Whether two values are the same plain data, wherever it stands in the file. */
export function isSameWording(before: unknown, after: unknown): boolean {
  if (!isObject(before) || !isObject(after)) return before === after;
  if (before === after || (isPlace(before) && isPlace(after))) return true;
  return haveSameKeys(before, after, (key) => isSameWording(before[key], after[key]));
}

type Data = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Data {
  return typeof value === 'object' && value !== null;
}

/** The line that a part was read from is no data of its own. */
function haveSameKeys(before: Data, after: Data, isSame: (key: string) => boolean): boolean {
  let count = 0;
  for (const key in before) {
    if (key === 'line') continue;
    if (!(key in after) || !isSame(key)) return false;
    count += 1;
  }
  for (const key in after) if (key !== 'line') count -= 1;
  return count === 0;
}

function isPlace(value: Data): value is Data & Span {
  return typeof value['start'] === 'number' && typeof value['end'] === 'number';
}
