import {
  addresseesMm,
  brightRed,
  headRowGap,
  linePitch,
  pointsOfMm,
  rules,
  signatureRoom,
  type Layout,
  type ParagraphStyle,
} from '../layout.ts';
import type { helperStyles } from './wordStyles.ts';
import { isInCell } from '../spacing.ts';
import { addresseesLabel, type WordStyle } from './wordStyles.ts';

/** How paragraphs of a style look, in points. */
export interface WordLook {
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly caps: boolean;
  readonly align: 'left' | 'center' | 'both';
  /** From line to line, exactly; undefined: the font's own. */
  readonly pitch: number | undefined;
  readonly firstLine: number;
  readonly left: number;
  readonly before: number;
  readonly after: number;
  readonly keepWithNext: boolean;
  /** Whether a single line of a paragraph may stand on a page. */
  readonly loneLines: boolean;
  /** Of letters and frame: six hexadecimal digits; `auto` for black. */
  readonly colour: string;
  readonly border: 'none' | 'box' | 'below' | 'above';
}

const plain: WordLook = {
  size: 1,
  bold: false,
  italic: false,
  caps: false,
  align: 'left',
  pitch: undefined,
  firstLine: 0,
  left: 0,
  before: 0,
  after: 0,
  keepWithNext: false,
  loneLines: false,
  colour: 'auto',
  border: 'none',
};

/** Thickness of a rule in points, to the eighth that Word counts in. */
export const ruleThickness = Math.round(rules.thickness * 8) / 8;

/** An empty line between two tables, in points. */
export const spacerHeight = 1;

/** Above the signer's name, in points: the line that Word wants below the closing's table takes the rest. */
export const wordSignatureRoom = signatureRoom - spacerHeight;

/** Between the words and the frame of a mark, in points: Word's whole ones for 2 mm and 1 mm. */
export const markPadding = { x: 5, y: 2 } as const;

/** How a component's style looks. */
export function lookOf(layout: Layout, style: WordStyle): WordLook {
  const own: ParagraphStyle = layout.styles[style.component];
  return {
    size: own.size,
    bold: own.bold === true,
    italic: own.italic === true,
    caps: own.caps === true,
    align: own.align === 'justify' ? 'both' : own.align === 'center' ? 'center' : 'left',
    pitch: own.pitch === 'exact' ? linePitch(layout, own) : undefined,
    firstLine: pointsOfMm(own.firstLineIndentMm ?? 0),
    left: pointsOfMm(leftMm(style, own)),
    before: before(layout, style, own),
    after: own.after ?? 0,
    keepWithNext: own.keepWithNext === true,
    loneLines: isInCell(style.component),
    colour: own.red ? brightRed.slice(1) : 'auto',
    border: own.boxed ? 'box' : style.component === 'contactLine' ? 'above' : 'none',
  };
}

function leftMm(style: WordStyle, own: ParagraphStyle): number {
  if (style.component !== 'addressee') return own.leftIndentMm ?? 0;
  return style.id === addresseesLabel.id ? addresseesMm.label : addresseesMm.list;
}

/** The room that a style keeps above it wherever it stands, so that it is restyled in one place. */
function before(layout: Layout, { id, component }: WordStyle, own: ParagraphStyle): number {
  switch (component) {
    case 'number':
    case 'placeAndDate':
      return headRowGap;
    case 'signerName':
      return wordSignatureRoom;
    case 'addressee':
      return id === addresseesLabel.id ? (layout.styles.onlyAddressee.before ?? 0) : 0;
    default:
      return own.before ?? 0;
  }
}

type HelperName = keyof typeof helperStyles;

/** A line that holds a rule at its lower edge, as high as the norm's gap between text and rule. */
const rule: WordLook = {
  ...plain,
  align: 'center',
  pitch: rules.gap - ruleThickness,
  border: 'below',
};

/** How the styles look that are no component's. */
export function helperLook(layout: Layout, name: HelperName): WordLook {
  switch (name) {
    case 'mottoRule':
    case 'issuerRule':
      return rule;
    case 'subjectRule':
      return { ...rule, after: 12, keepWithNext: true };
    case 'pageNumber':
      return { ...plain, size: layout.profile.size, align: 'center' };
    case 'spacer':
      return { ...plain, pitch: spacerHeight };
    case 'picture':
      return { ...plain, align: 'center' };
  }
}
