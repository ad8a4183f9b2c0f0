import { isLayoutKey, type LayoutKey } from '../norms/layoutRanges.ts';
import type { Part } from './document.ts';
import type { FrontMatter, FrontMatterEntry } from './frontMatter.ts';

/** What the front matter says of the page's layout in one matter. */
export interface LayoutKeyPart extends Part {
  readonly key: LayoutKey;
  /** In the unit of the key's range, or in points where `inPoints`; undefined for what is no such length. */
  readonly value: number | undefined;
  /** Whether a line spacing is a distance in points: how many lines that is depends on the size. */
  readonly inPoints: boolean;
}

const length =
  /^(?<number>\d{1,4}(?:[.,]\d{1,4})?)\s{0,3}(?<unit>pt|point|điểm|cm|mm|dòng|lines?)?\.?$/iu;
const single = /^(?:đơn|dòng đơn|single)$/iu;

/** Line spacings above this are points: nobody spaces lines by four lines. */
const mostLines = 4;

/** The front matter's choices in the layout, in its order; each key counts once. */
export function readLayoutKeys(frontMatter: FrontMatter): readonly LayoutKeyPart[] {
  const seen = new Set<string>();
  return frontMatter.entries.flatMap(({ field, items }: FrontMatterEntry) => {
    const [part] = items;
    if (!part || field === undefined || !isLayoutKey(field) || seen.has(field)) return [];
    seen.add(field);
    return [{ ...part, key: field, ...lengthOf(field, part.text) }];
  });
}

function lengthOf(key: LayoutKey, text: string): Pick<LayoutKeyPart, 'value' | 'inPoints'> {
  if (key === 'lineSpacing' && single.test(text)) return { value: 1, inPoints: false };
  const groups = length.exec(text)?.groups;
  const number = Number(groups?.['number']?.replace(',', '.'));
  const none = { value: undefined, inPoints: false };
  if (!groups || Number.isNaN(number)) return none;
  const unit = unitOf(groups['unit']);
  switch (key) {
    case 'size':
      return unit === undefined || unit === 'pt' ? { value: number, inPoints: false } : none;
    case 'lineSpacing':
      if (unit === 'cm' || unit === 'mm') return none;
      return {
        value: number,
        inPoints: unit === 'pt' || (unit === undefined && number > mostLines),
      };
    case 'indent':
      return metric(number, unit, 'cm');
    default:
      return metric(number, unit, 'mm');
  }
}

type Unit = 'pt' | 'cm' | 'mm' | 'lines';

function unitOf(word: string | undefined): Unit | undefined {
  const unit = word?.toLowerCase();
  if (unit === undefined || unit === 'cm' || unit === 'mm') return unit;
  return unit === 'dòng' || unit.startsWith('line') ? 'lines' : 'pt';
}

function metric(
  number: number,
  unit: Unit | undefined,
  usual: 'cm' | 'mm',
): Pick<LayoutKeyPart, 'value' | 'inPoints'> {
  if (unit === 'pt' || unit === 'lines') return { value: undefined, inPoints: false };
  const millimetres = (unit ?? usual) === 'cm' ? number * 10 : number;
  // 1,27 cm must stay 1.27 whatever the binary fractions between
  const rounded = Number((usual === 'cm' ? millimetres / 10 : millimetres).toFixed(4));
  return { value: rounded, inPoints: false };
}
