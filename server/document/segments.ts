import { pattern } from '../source/letters.ts';
import type { Line } from '../source/source.ts';
import type { Part } from './document.ts';
import { isContactLine } from './contactLine.ts';
import { fold } from './letterCase.ts';
import { withoutBlanks } from './parts.ts';

/**
 * A stretch of a line that stands alone on paper. The head and the foot of a document have two columns, and a
 * paste or a table row puts both on one line.
 */
export interface Segment extends Part {
  readonly line: Line;
  readonly from: number;
  readonly to: number;
}

/** A stretch of a line's text: UTF-16 offsets into it, `to` exclusive. */
export interface Column {
  readonly from: number;
  readonly to: number;
}

// spaces that stand for a blank to fill in (`Số:     /KH-UBND`) are no column gap
const columnGap = pattern.gu` \| | {3,}(?=\p{Lu}|-)|\t[\t ]*`;
const nationStart = /(?<=\S)\s+(?=C[ỘO]NG H[ÒO][AÀ] X[ÃA] H[ỘO]I)/u;
const mottoAfterNation = /(?<=VIỆT NAM)\s+(?=Đ[ộô]c l[ậâ]p)/u;
const placeAfterNumber = pattern.u`(?<=/\S*)\s+(?=\p{Lu}[^,\d]{1,40},?\s+ngày\s)`;

/** The columns of a line's text, each from its first letter to the gap after it; most lines have one. */
export function columnsOf(text: string): readonly Column[] {
  const cuts: [number, number][] = [];
  const gaps = mayHaveGap(text) && !isContactLine(text) ? text.matchAll(columnGap) : [];
  for (const match of gaps) cuts.push([match.index, match.index + match[0].length]);
  if (cuts.length === 0 && text.length < 200) {
    const matches = [
      text.includes('NG H') ? nationStart.exec(text) : undefined,
      text.includes('VIỆT NAM') ? mottoAfterNation.exec(text) : undefined,
      text.includes('/') ? numberThenPlace(text) : undefined,
    ];
    for (const match of matches) {
      if (match) cuts.push([match.index, match.index + match[0].length]);
    }
  }
  const columns: Column[] = [];
  let from = 0;
  for (const [cut, next] of [...cuts, [text.length, text.length] as const]) {
    const { start, end } = withoutBlanks(text, from, cut);
    const inner = text.slice(start, end);
    if (inner !== '' && inner !== '|') columns.push({ from: start, to: cut });
    from = next;
  }
  return columns;
}

function mayHaveGap(text: string): boolean {
  return text.includes(' | ') || text.includes('   ') || text.includes('\t');
}

function numberThenPlace(text: string): RegExpExecArray | undefined {
  if (!text.includes('ngày') || !fold(text.slice(0, 3)).startsWith('so')) return undefined;
  return placeAfterNumber.exec(text) ?? undefined;
}
