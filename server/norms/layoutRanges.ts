import data from './data/layout-ranges.json' with { type: 'json' };

export type LayoutKey =
  'size' | 'indent' | 'lineSpacing' | 'marginTop' | 'marginBottom' | 'marginLeft' | 'marginRight';

/** What the decree leaves to choose in one matter of the layout: single values, or all from `min` to `max`. */
export interface LayoutRange {
  readonly key: LayoutKey;
  readonly vi: string;
  readonly en: string;
  readonly unit: 'pt' | 'cm' | 'mm' | 'lines';
  readonly values?: readonly number[];
  readonly min?: number;
  readonly max?: number;
  /** The paragraph that says so. */
  readonly norm: string;
}

/** An office's choices, each in its range's unit. */
export type LayoutChoices = Readonly<Partial<Record<LayoutKey, number>>>;

export const layoutRanges = data.ranges as readonly LayoutRange[];

const byKey = new Map(layoutRanges.map((range) => [range.key, range]));

export function isLayoutKey(key: string): key is LayoutKey {
  return byKey.has(key as LayoutKey);
}

export function layoutRange(key: LayoutKey): LayoutRange {
  const range = byKey.get(key);
  if (!range) throw new Error(`no range for ${key}`);
  return range;
}

/** A single line's height in Times New Roman, as a part of the size. */
const singleLine = 1.15;

/** How many lines of that size in points a distance in points is. */
export function linesOfPoints(points: number, size: number): number {
  return points / (singleLine * size);
}

/** Whether the decree allows a value, given in the range's unit. */
export function isWithin({ values, min, max }: LayoutRange, value: number): boolean {
  if (values) return values.includes(value);
  return min !== undefined && max !== undefined && min <= value && value <= max;
}

/** Why a value is refused: what is wrong, what is expected, by which paragraph. */
export function refusal(
  range: LayoutRange,
  value: number,
): { readonly vi: string; readonly en: string } {
  const { vi, en, unit, values, min, max, norm } = range;
  const number = (each: number | undefined, language: 'vi' | 'en'): string =>
    language === 'vi' ? String(each).replace('.', ',') : String(each);
  const expected = (language: 'vi' | 'en'): string =>
    values
      ? values.map((each) => number(each, language)).join(language === 'vi' ? ' hoặc ' : ' or ')
      : language === 'vi'
        ? `từ ${number(min, language)} đến ${number(max, language)}`
        : `from ${number(min, language)} to ${number(max, language)}`;
  const viUnit = unit === 'lines' ? 'dòng' : unit;
  return {
    vi: `${capital(vi)} ${number(value, 'vi')} ${viUnit} ngoài khuôn khổ: cần ${expected('vi')} ${viUnit} (${norm}).`,
    en: `${capital(en)} ${number(value, 'en')} ${unit} is out of range: ${expected('en')} ${unit} is expected (${norm}).`,
  };
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
