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
  const keys = dataKeys(before);
  return (
    keys.length === dataKeys(after).length &&
    keys.every((key) => key in after && isSameData(before[key], after[key], change))
  );
}

type Data = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Data {
  return typeof value === 'object' && value !== null;
}

/** The line that a part was read from is no data of its own. */
function dataKeys(value: Data): readonly string[] {
  return Object.keys(value).filter((key) => key !== 'line');
}

function isPlace(value: Data): value is Data & Span {
  return typeof value['start'] === 'number' && typeof value['end'] === 'number';
}
