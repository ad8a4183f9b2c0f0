import type { PageLines } from './pdfLines.ts';

/** How far two settings of one document break alike. */
export interface Agreement {
  readonly lines: number;
  /** Lines that begin with the same words on the same page. */
  readonly sameLines: number;
  readonly pages: number;
  /** Pages that begin with the same words. */
  readonly samePages: number;
  /** The lines of the first setting that the second one does not have. */
  readonly differences: readonly string[];
}

/** How many words a line's beginning is. */
const beginning = 3;

/** Compares the pages of two PDF files of one document. */
export function agreement(one: readonly PageLines[], other: readonly PageLines[]): Agreement {
  const compared = one.map((page, index) => unmatched(page, other[index] ?? []));
  const lines = sum(one.map((page) => page.length));
  return {
    lines,
    sameLines: lines - sum(compared.map((each) => each.length)),
    pages: Math.max(one.length, other.length),
    samePages: one.filter((page, index) => firstWords(page) === firstWords(other[index])).length,
    differences: compared.flatMap((each, index) => each.map((line) => `${index + 1}: ${line}`)),
  };
}

/** The line after the page's number. */
function firstWords(page: PageLines | undefined): string | undefined {
  const line = page?.find((each) => !/^\d{1,3}$/u.test(each));
  return line === undefined ? undefined : key(line);
}

function key(line: string): string {
  return line.split(' ').slice(0, beginning).join(' ');
}

/** The lines that a longest common subsequence leaves out. */
function unmatched(one: PageLines, other: PageLines): readonly string[] {
  const a = one.map(key);
  const b = other.map(key);
  const length: number[][] = Array.from({ length: a.length + 1 }, () =>
    new Array<number>(b.length + 1).fill(0),
  );
  const at = (i: number, j: number): number => length[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = length[i] ?? [];
    for (let j = b.length - 1; j >= 0; j -= 1) {
      row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const left: string[] = [];
  for (let i = 0, j = 0; i < a.length;) {
    if (j < b.length && a[i] === b[j]) {
      i += 1;
      j += 1;
    } else if (j < b.length && at(i, j + 1) > at(i + 1, j)) j += 1;
    else {
      left.push(one[i] ?? '');
      i += 1;
    }
  }
  return left;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
