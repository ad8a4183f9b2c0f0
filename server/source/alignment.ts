import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { TextBuilder } from './mappedText.ts';
import type { Span } from './span.ts';

/** Adds a text node's value piece by piece beside the source that it was read from. */
export function alignText(builder: TextBuilder, value: string, source: string, place: Span): void {
  // what the source writes in another way is longer there than in the value
  if (value.length === place.end - place.start && !value.includes('\r')) {
    builder.add(value, place.start);
    return;
  }
  let at = 0;
  let from = place.start;
  while (at < value.length) {
    const piece = pieceAt(value, at, source, from, place.end);
    if (piece) {
      builder.add(piece.shown, from, piece.sourceLength);
      at += piece.length;
      from += piece.sourceLength;
      continue;
    }
    let end = at + 1;
    while (end < value.length && isItself(value, end, source, from + end - at)) end += 1;
    builder.add(value.slice(at, end), from);
    from += end - at;
    at = end;
  }
}

/** Whether a character surely stands for itself, from what stands in the value and in the source. */
function isItself(value: string, at: number, source: string, from: number): boolean {
  const wanted = value.charCodeAt(at);
  if (wanted === lf || wanted === cr) return false;
  const typed = source.charCodeAt(from);
  return typed !== ampersand && typed !== backslash;
}

const lf = 10;
const cr = 13;
const ampersand = 38;
const backslash = 92;

interface Piece {
  readonly shown: string;
  /** How much of the value it takes, and how much of the source. */
  readonly length: number;
  readonly sourceLength: number;
}

/** What the source writes in another way than the value; undefined for a character that stands for itself. */
function pieceAt(
  value: string,
  at: number,
  source: string,
  from: number,
  limit: number,
): Piece | undefined {
  const wanted = value.charAt(at);
  const typed = source.charAt(from);
  if (typed === '&') return referenceAt(source, from, value, at);
  if (wanted === '\n' || wanted === '\r') {
    const length = wanted === '\r' && value.charAt(at + 1) === '\n' ? 2 : 1;
    return { shown: '\n', length, sourceLength: lineEndingLength(source, from, limit) };
  }
  if (typed === '\\' && source.charAt(from + 1) === wanted && escapable.test(wanted)) {
    return { shown: wanted, length: 1, sourceLength: 2 };
  }
  return undefined;
}

const escapable = /[!-/:-@[-`{-~]/u;

/** How far the next line's text is: past blanks, the line ending and the marks of containers. */
function lineEndingLength(source: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && /[ \t]/u.test(source.charAt(at))) at += 1;
  if (source.charAt(at) === '\r' && source.charAt(at + 1) === '\n') at += 1;
  at += 1;
  while (at < limit && /[ \t>]/u.test(source.charAt(at))) at += 1;
  return Math.max(0, Math.min(at, limit) - from);
}

function referenceAt(source: string, from: number, value: string, at: number): Piece | undefined {
  const match = /^&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{0,31}));/u.exec(
    source.slice(from, from + 40),
  );
  if (!match) return undefined;
  const [whole, decimal, hexadecimal, name] = match;
  const decoded =
    name !== undefined
      ? decodeNamedCharacterReference(name)
      : fromCode(decimal !== undefined ? Number(decimal) : Number.parseInt(hexadecimal ?? '0', 16));
  if (decoded === false) return undefined;
  // Markdown replaces code points that stand for no character
  const shown = value.startsWith(decoded, at) ? decoded : value.charAt(at);
  if (shown !== decoded && shown !== '\uFFFD') return undefined;
  return { shown, length: shown.length, sourceLength: whole.length };
}

function fromCode(code: number): string {
  return code > 0x10ffff || code === 0 ? '\uFFFD' : String.fromCodePoint(code);
}
