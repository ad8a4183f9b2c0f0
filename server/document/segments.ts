import type { Line } from '../source/source.ts';
import type { Part } from './document.ts';
import { isContactLine } from './contactLine.ts';
import { fold } from './letterCase.ts';
import { partOf } from './parts.ts';

/**
 * A stretch of a line that stands alone on paper. The head and the foot of a document have two columns, and a
 * paste or a table row puts both on one line.
 */
export interface Segment extends Part {
  readonly line: Line;
  readonly from: number;
  readonly to: number;
}

// spaces that stand for a blank to fill in (`Số:     /KH-UBND`) are no column gap
const columnGap = / \| | {3,}(?=\p{Lu}|-)|\t[\t ]*/gu;
const nationStart = /(?<=\S)\s+(?=C[ỘO]NG H[ÒO][AÀ] X[ÃA] H[ỘO]I)/u;
const mottoAfterNation = /(?<=VIỆT NAM)\s+(?=Đ[ộô]c l[ậâ]p)/u;
const placeAfterNumber = /(?<=\/\S*)\s+(?=\p{Lu}[^,\d]{1,40},?\s+ngày\s)/u;

/** The columns of a line; most lines have one. */
export function segmentsOf(line: Line): readonly Segment[] {
  const cuts: [number, number][] = [];
  const gaps = isContactLine(line.text) ? [] : line.text.matchAll(columnGap);
  for (const match of gaps) cuts.push([match.index, match.index + match[0].length]);
  if (cuts.length === 0 && line.text.length < 200) {
    const matches = [nationStart.exec(line.text), mottoAfterNation.exec(line.text)];
    for (const match of [...matches, numberThenPlace(line.text)]) {
      if (match) cuts.push([match.index, match.index + match[0].length]);
    }
  }
  const segments: Segment[] = [];
  let from = 0;
  for (const [cut, next] of [...cuts, [line.text.length, line.text.length] as const]) {
    const part = partOf(line, from, cut);
    if (part.text !== '' && part.text !== '|') {
      segments.push({ ...part, line, from: line.text.indexOf(part.text, from), to: cut });
    }
    from = next;
  }
  return segments;
}

function numberThenPlace(text: string): RegExpExecArray | undefined {
  if (!fold(text.slice(0, 3)).startsWith('so')) return undefined;
  return placeAfterNumber.exec(text) ?? undefined;
}
