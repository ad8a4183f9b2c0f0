import type { Line } from '../source/source.ts';
import type { Part } from './document.ts';
import { partOf } from './parts.ts';

const code = '\\p{Lu}{1,6}(?:\\.\\s?\\(\\d{1,4}\\)|\\s?\\(\\d{1,4}\\)|\\.\\s?\\d{1,4}b)';
const alone = new RegExp(`^${code}\\.?$`, 'u');
// offices set the drafter's name small behind the full stop: `- Lưu: VT, NC.Châu(04b)`
const name = '\\p{Lu}\\p{Ll}{1,8}(?:\\s?\\(\\d{1,4}b?\\))?';
const afterArchive = new RegExp(`(?:(?<=\\.\\s{1,4})${code}\\.?|(?<=\\p{Lu}\\.)${name})\\s*$`, 'u');

/** Whether a line is the drafter's symbol with the number of copies: `PL.(300)` (ND 30, PL I, III.3). */
export function isDrafterCode(text: string): boolean {
  return text.length <= 16 && alone.test(text);
}

/** The drafter's symbol at the end of an archive line that a full stop closed: `- Lưu: VT, TH. PL.(300)`, `- Lưu: VT, NC.Châu`. */
export function drafterCodeIn(line: Line, from: number, to: number): Part | undefined {
  const text = line.text.slice(from, to);
  const tail = Math.max(0, text.length - 24);
  const match = /^\s*[-–+•*]?\s*lưu(?=[\s:,])/iu.test(text)
    ? afterArchive.exec(text.slice(tail))
    : null;
  if (!match) return undefined;
  const start = from + tail + match.index;
  return partOf(line, start, start + match[0].length);
}
