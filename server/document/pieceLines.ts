import type { Line, Piece, Source } from '../source/source.ts';

/**
 * The index of the first line from `from` to before `to` that is wanted; undefined where there is none. Pieces of which
 * `mayHold` says no are passed over whole.
 */
export function firstLine(
  { pieces }: Source,
  from: number,
  to: number,
  mayHold: (piece: Piece) => boolean,
  isWanted: (line: Line) => boolean,
): number | undefined {
  for (const piece of pieces) {
    if (piece.firstLine >= to) return undefined;
    if (piece.firstLine + piece.lineCount <= from || !mayHold(piece)) continue;
    const found = piece.lines.find(
      (line) => line.index >= from && line.index < to && isWanted(line),
    );
    if (found) return found.index;
  }
  return undefined;
}

/** The last such line; undefined where there is none. */
export function lastLine(
  { pieces }: Source,
  from: number,
  to: number,
  mayHold: (piece: Piece) => boolean,
  isWanted: (line: Line) => boolean,
): Line | undefined {
  for (let index = pieces.length - 1; index >= 0; index -= 1) {
    const piece = pieces[index];
    if (!piece || piece.firstLine >= to) continue;
    const found = mayHold(piece)
      ? piece.lines.findLast((line) => line.index >= from && line.index < to && isWanted(line))
      : undefined;
    if (found || piece.firstLine <= from) return found;
  }
  return undefined;
}
