import { perText } from '../source/memory.ts';
import type { Line, Piece, Source } from '../source/source.ts';
import { readClosing, type Closing } from './closing.ts';
import { mostContactLines } from './contactLine.ts';
import type { LineRange } from './document.ts';
import { withEnough } from './enoughLines.ts';
import { firstLine } from './pieceLines.ts';
import { startsSignature } from './signature.ts';
import { recipientsLine } from './split.ts';

/** How many lines above what a closing is known by may belong to it. */
const reachAbove = 16;

/**
 * The foot of the document whose body may begin at the range's first line, with `start` and `end` as indexes of the
 * file's lines; only the lines about it are read.
 */
export function findClosing(source: Source, range: LineRange): Closing {
  const { from, to } = range;
  const sign =
    recipientsLine(source, from, to) ??
    firstLine(source, from, to, mayEnd, endsDocument) ??
    firstLine(source, from, to, maySign, signs) ??
    Math.max(from, to - mostContactLines + reachAbove);
  const above = Math.max(from, sign - reachAbove);
  const { found: closing } = withEnough(source, { from: above, to }, (lines) =>
    readClosing(lines, 0),
  );
  return { ...closing, start: closing.start + above, end: closing.end + above };
}

function endsDocument({ text }: Line): boolean {
  return text.trimEnd().endsWith('./.');
}

const mayEnd = perText(({ lines }: Piece) => lines.some(endsDocument));

function signs({ text }: Line): boolean {
  return startsSignature(text);
}

const maySign = perText(({ lines }: Piece) => lines.some(signs));
