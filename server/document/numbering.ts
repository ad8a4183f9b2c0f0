import { pattern } from '../source/letters.ts';
import { perText } from '../source/memory.ts';
import type { Line } from '../source/source.ts';
import type { Numbering, NumberingKind } from './document.ts';
import { parseRoman } from './romanNumerals.ts';

/** The points of a clause in the order of the Vietnamese alphabet (ND 30, PL I, II.6đ). */
export const pointLetters = 'abcdđeghiklmnopqrstuvxy';

interface Pattern {
  readonly kind: NumberingKind;
  readonly pattern: RegExp;
}

const named: readonly Pattern[] = [
  {
    kind: 'part',
    pattern:
      /^ph[ầâ]n\s+(?:thứ\s+)?(?<label>[IVXL]+|\d{1,2}|nhất|hai|ba|tư|bốn|năm|sáu|bảy)(?<delimiter>[.:]?)(?=\s|$)/iu,
  },
  { kind: 'chapter', pattern: /^chương\s+(?<label>[IVXL]+|\d{1,2})(?<delimiter>[.:]?)(?=\s|$)/iu },
  {
    kind: 'namedSection',
    pattern: /^mục\s+(?<label>\d{1,2}|[IVXL]+)(?<delimiter>[.:]?)(?=\s|$)/iu,
  },
  { kind: 'subsection', pattern: /^tiểu mục\s+(?<label>\d{1,2})(?<delimiter>[.:]?)(?=\s|$)/iu },
  { kind: 'article', pattern: /^điều\s+(?<label>\d{1,3})(?<delimiter>[.:]?)(?=\s|$)/iu },
];

const plain: readonly Pattern[] = [
  { kind: 'decimal', pattern: /^(?<label>\d{1,2}(?:\.\d{1,2}){1,4})(?<delimiter>[.)]?)(?=\s)/u },
  { kind: 'arabic', pattern: pattern.u`^(?<label>\d{1,2})(?<delimiter>\.\)|[.)/])(?=\s|\p{Lu})` },
  { kind: 'letter', pattern: pattern.u`^(?<label>[a-zđ])(?<delimiter>\.\)|[.)])(?=\s|\p{Lu})` },
  {
    kind: 'roman',
    pattern: pattern.u`^(?<label>[IVXL]{1,6})(?<delimiter>\.\)|[.)/:-])(?=\s|\p{Lu})`,
  },
  { kind: 'roman', pattern: pattern.u`^(?<label>[IVXL]{1,6})(?<delimiter>)(?=\s+\p{Lu}{2})` },
  { kind: 'capital', pattern: /^(?<label>[A-EGHK])(?<delimiter>[.)])(?=\s)/u },
];

/** The number that a line begins with, with where the text after it begins; undefined where there is none. */
export function numberingOf(line: Line): { numbering: Numbering; after: number } | undefined {
  const found = readNumbering(line);
  if (found === none) return undefined;
  const { kind, value, label, delimiter, from, to, after } = found;
  return { numbering: { kind, value, label, delimiter, span: line.spanOf(from, to) }, after };
}

/** Whether a line begins with a number. */
export function isNumbered(line: Line): boolean {
  return readNumbering(line) !== none;
}

interface LineNumber extends Omit<Numbering, 'span'> {
  /** Where it stands in the line's text, `to` exclusive, and where the text after it begins. */
  readonly from: number;
  readonly to: number;
  readonly after: number;
}

const none = 'none';

const readNumbering = perText((line: Line): LineNumber | typeof none => {
  const text = line.text;
  const indent = text.length - text.trimStart().length;
  const rest = text.slice(indent, indent + 40);
  for (const { kind, pattern } of /^[pcmtđ]/iu.test(rest) ? [...named, ...plain] : plain) {
    const match = pattern.exec(rest);
    const label = match?.groups?.['label'];
    if (!match || label === undefined) continue;
    if (
      named.some((each) => each.kind === kind) &&
      !standsAlone(kind, line, indent + match[0].length)
    )
      continue;
    const value = numberingValue(kind, label);
    if (value === undefined) continue;
    const end = indent + match[0].length;
    return {
      kind,
      value,
      label,
      delimiter: match.groups?.['delimiter'] ?? '',
      from: indent,
      to: end,
      after: end + (text.slice(end).length - text.slice(end).trimStart().length),
    };
  }
  return none;
});

/** `Mục 1` heads a section; `Mục 1 của Kế hoạch này` in running text does not. */
function standsAlone(kind: NumberingKind, line: Line, end: number): boolean {
  const text = line.text;
  if (!pattern.u`^\p{Lu}`.test(text.trimStart())) return false;
  const rest = text.slice(end).trim();
  if (rest === '') return true;
  if (kind === 'article') {
    return (
      /[.:]$/u.test(text.slice(0, end)) ||
      line.boldLength >= end ||
      line.paragraph.kind === 'heading'
    );
  }
  return (
    line.bold ||
    line.paragraph.kind === 'heading' ||
    /^[.:–-]/u.test(rest) ||
    /[.:]$/u.test(text.slice(0, end))
  );
}

const ordinals = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy'];

function numberingValue(kind: NumberingKind, label: string): number | undefined {
  if (/^\d+$/u.test(label)) return Number(label);
  if (kind === 'decimal') return Number(label.slice(label.lastIndexOf('.') + 1));
  if (kind === 'letter') {
    const at = pointLetters.indexOf(label);
    return at < 0 ? undefined : at + 1;
  }
  if (kind === 'capital') return label.charCodeAt(0) - 64;
  const word = label.toLowerCase() === 'bốn' ? 'tư' : label.toLowerCase();
  const ordinal = ordinals.indexOf(word);
  return ordinal >= 0 ? ordinal + 1 : parseRoman(label.toUpperCase());
}
