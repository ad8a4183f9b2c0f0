import { child, elements, value, type XmlElement } from './xmlTree.ts';

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

/** Writes the numbers that Word shows before paragraphs and does not keep in their text. */
export class WordNumbering {
  readonly #abstract = new Map<string, ReadonlyMap<number, Level>>();
  readonly #lists = new Map<
    string,
    { readonly abstract: string; readonly overrides: ReadonlyMap<number, number> }
  >();
  readonly #counters = new Map<string, number[]>();
  readonly #begun = new Set<string>();

  constructor(root: XmlElement | undefined) {
    for (const element of root ? elements(root) : []) {
      if (element.name === 'w:abstractNum') {
        const id = element.attributes['w:abstractNumId'] ?? '';
        this.#abstract.set(id, levelsOf(element));
      } else if (element.name === 'w:num') {
        const overrides = elements(element)
          .filter(({ name }) => name === 'w:lvlOverride')
          .flatMap((override) => {
            const start = Number(value(override, 'w:startOverride') ?? NaN);
            const level = Number(override.attributes['w:ilvl'] ?? 0);
            return Number.isFinite(start) ? [[level, start] as const] : [];
          });
        this.#lists.set(element.attributes['w:numId'] ?? '', {
          abstract: value(element, 'w:abstractNumId') ?? '',
          overrides: new Map(overrides),
        });
      }
    }
  }

  /** The number of the next paragraph of a list, as it is shown; undefined for none, `-` for a bullet. */
  next(id: string, level: number): string | undefined {
    const list = this.#lists.get(id);
    const levels = list && this.#abstract.get(list.abstract);
    const own = levels?.get(level);
    if (!list || !levels || !own || level < 0 || level >= mostLevels) return undefined;
    const counters = this.#counters.get(list.abstract) ?? [];
    this.#counters.set(list.abstract, counters);
    const override = list.overrides.get(level);
    const first = `${id}/${level}`;
    if (override !== undefined && !this.#begun.has(first)) counters[level] = override;
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
}

function levelsOf(element: XmlElement): ReadonlyMap<number, Level> {
  return new Map(
    elements(element)
      .filter(({ name }) => name === 'w:lvl')
      .map((level) => {
        const restart = value(level, 'w:lvlRestart');
        return [
          Number(level.attributes['w:ilvl'] ?? 0),
          {
            start: Number(value(level, 'w:start') ?? 1) || 0,
            format: value(level, 'w:numFmt') ?? 'decimal',
            text: value(level, 'w:lvlText') ?? '',
            restart: restart === undefined ? undefined : Number(restart),
            legal: child(level, 'w:isLgl') !== undefined,
          },
        ] as const;
      }),
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
