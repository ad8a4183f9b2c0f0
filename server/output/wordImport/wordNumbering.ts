import { child, elements, value, wholeNumber, type XmlElement } from './xmlTree.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1.` of which `%1` is the number of level 0. */
  readonly text: string;
  /** The level that starts this one over, from 1; 0 for none. */
  readonly restart: number | undefined;
  readonly legal: boolean;
}

/** More levels than Word has. */
const mostLevels = 9;

/** One list of a file: a definition that several may share, and what it has of its own. */
interface List {
  readonly abstract: string;
  /** What its levels begin with, by level. */
  readonly starts: ReadonlyMap<number, number>;
  /** Levels of its own in place of the definition's. */
  readonly levels: ReadonlyMap<number, Level>;
}

/** Writes the numbers that Word shows before paragraphs and does not keep in their text. */
export class WordNumbering {
  readonly #abstract = new Map<string, ReadonlyMap<number, Level>>();
  /** The definition that stands behind a list style, by the style's name. */
  readonly #ofStyle = new Map<string, string>();
  /** The list style that a definition is taken from, by the definition's id. */
  readonly #styleOf = new Map<string, string>();
  readonly #lists = new Map<string, List>();
  readonly #counters = new Map<string, number[]>();
  readonly #begun = new Set<string>();

  constructor(root: XmlElement | undefined) {
    for (const element of root ? elements(root) : []) {
      if (element.name === 'w:abstractNum') {
        const id = element.attributes['w:abstractNumId'] ?? '';
        this.#abstract.set(id, levelsOf(elements(element)));
        const own = value(element, 'w:styleLink');
        const other = value(element, 'w:numStyleLink');
        if (own !== undefined) this.#ofStyle.set(own, id);
        if (other !== undefined) this.#styleOf.set(id, other);
      } else if (element.name === 'w:num') {
        this.#lists.set(element.attributes['w:numId'] ?? '', listOf(element));
      }
    }
  }

  /** The number of the next paragraph of a list, as it is shown; undefined for none, `-` for a bullet. */
  next(id: string, level: number): string | undefined {
    const list = this.#lists.get(id);
    if (!list) return undefined;
    const abstract = this.#definition(list.abstract);
    const levels = new Map([...(this.#abstract.get(abstract) ?? []), ...list.levels]);
    const own = levels.get(level);
    if (!own || level < 0 || level >= mostLevels) return undefined;
    const counters = this.#counters.get(abstract) ?? [];
    this.#counters.set(abstract, counters);
    const start = list.starts.get(level);
    const first = `${id}/${level}`;
    if (start !== undefined && !this.#begun.has(first)) counters[level] = start;
    else counters[level] = (counters[level] ?? own.start - 1) + 1;
    this.#begun.add(first);
    for (let below = level + 1; below < mostLevels; below += 1) {
      if (levels.get(below)?.restart !== 0) counters[below] = (levels.get(below)?.start ?? 1) - 1;
    }
    if (own.format === 'none') return undefined;
    if (own.format === 'bullet') return '-';
    const text = own.text.replace(/%([1-9])/gu, (_, digit: string) => {
      const at = Number(digit) - 1;
      const of = levels.get(at);
      const number = counters[at] ?? of?.start ?? 1;
      return formatted(number, own.legal ? 'decimal' : (of?.format ?? 'decimal'));
    });
    return text.trim() === '' ? undefined : text.trim();
  }

  /** The definition itself, or the one that its list style stands for. */
  #definition(id: string): string {
    const style = this.#styleOf.get(id);
    return (style === undefined ? undefined : this.#ofStyle.get(style)) ?? id;
  }
}

function listOf(element: XmlElement): List {
  const overrides = elements(element).filter(({ name }) => name === 'w:lvlOverride');
  const starts = overrides.flatMap((override) => {
    const start = wholeNumber(value(override, 'w:startOverride'));
    const level = wholeNumber(override.attributes['w:ilvl']) ?? 0;
    return start === undefined ? [] : [[level, Math.max(0, start)] as const];
  });
  return {
    abstract: value(element, 'w:abstractNumId') ?? '',
    starts: new Map(starts),
    levels: levelsOf(overrides.flatMap(elements)),
  };
}

function levelsOf(candidates: readonly XmlElement[]): ReadonlyMap<number, Level> {
  return new Map(
    candidates
      .filter(({ name }) => name === 'w:lvl')
      .map((level) => [
        wholeNumber(level.attributes['w:ilvl']) ?? 0,
        {
          start: Math.max(0, wholeNumber(value(level, 'w:start')) ?? 1),
          format: value(level, 'w:numFmt') ?? 'decimal',
          text: value(level, 'w:lvlText') ?? '',
          restart: wholeNumber(value(level, 'w:lvlRestart')),
          legal: child(level, 'w:isLgl') !== undefined,
        },
      ]),
  );
}

function formatted(number: number, format: string): string {
  switch (format) {
    case 'upperRoman':
      return roman(number);
    case 'lowerRoman':
      return roman(number).toLowerCase();
    case 'upperLetter':
      return letter(number).toUpperCase();
    case 'lowerLetter':
      return letter(number);
    case 'decimalZero':
      return String(number).padStart(2, '0');
    default:
      return String(number);
  }
}

const digits: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let left = number;
  let text = '';
  for (const [size, digit] of digits) {
    for (; left >= size; left -= size) text += digit;
  }
  return text;
}

/** More letters in a row than any list counts to: a file may begin one at any number. */
const mostLetters = 30;

/** Word counts with the letters of English: `z` is followed by `aa`. */
function letter(number: number): string {
  if (number < 1 || number > 26 * mostLetters) return String(number);
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}
