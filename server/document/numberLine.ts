import type { Line } from '../source/source.ts';
import type { NumberPart, Part } from './document.ts';
import { partOf } from './parts.ts';

const label = /^S[ốôo]\s*[:.]?\s*/iu;
/** The figures of a number whose slash was forgotten: `12 QĐ-UBND`, `12-BCĐ`. */
const figures = /^\s*\d+(?=\s|-|$)/u;
const blank = /^[\s.…_]*$/u;

/** The number line between two offsets of a line (ND 30, PL I, II.3); `text` is what stands after `Số:`. */
export function readNumber(line: Line, from: number, to: number): NumberPart {
  const text = line.text.slice(from, to);
  const start = from + (label.exec(text)?.[0].length ?? 0);
  const value = partOf(line, start, to);
  return { ...value, line: partOf(line, from, to).span, ...splitNumber(line, start, to) };
}

function splitNumber(
  line: Line,
  from: number,
  to: number,
): { numeral: Part | undefined; symbol: Part | undefined } {
  const text = line.text.slice(from, to);
  const slash = text.indexOf('/');
  if (slash < 0) {
    const length = figures.exec(text)?.[0].length;
    return {
      numeral: length === undefined ? undefined : partOf(line, from, from + length),
      symbol: undefined,
    };
  }
  const numeral = partOf(line, from, from + slash);
  const symbol = partOf(line, from + slash + 1, to);
  return {
    numeral: blank.test(numeral.text) ? undefined : numeral,
    symbol: symbol.text === '' ? undefined : symbol,
  };
}
