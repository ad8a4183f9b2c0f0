/**
 * How a page is laid out, as numbers (NĐ 30/2020/NĐ-CP, Phụ lục I). Every writer of pages reads this one
 * table, so that they break lines and pages alike. Lengths named `mm` are millimetres, the others points.
 */

/** Space between the paper's edges and the text, in millimetres (PL I, mục I.3). */
export interface Margins {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** What an office may choose within the decree's ranges (server/norms/layoutRanges.ts holds them). */
export interface LayoutProfile {
  /** Of the body, in points; the head's sizes go with it (PL I, II.1–6). */
  readonly size: 13 | 14;
  /** Of a paragraph's first line, in millimetres. */
  readonly indentMm: number;
  /** From one line of the body to the next, in points, exactly. */
  readonly pitch: number;
  readonly margins: Margins;
}

export const defaultProfile: LayoutProfile = {
  size: 14,
  indentMm: 12.7,
  pitch: 18,
  margins: { top: 20, bottom: 20, left: 30, right: 15 },
};

/** A4 (PL I, mục I.1), in millimetres. */
export const paperMm = { width: 210, height: 297 } as const;

/** From the paper's top edge to the top of the page number, in millimetres (PL I, mục I.7). */
export const numberFromTopMm = 10;

/** Times New Roman (PL I, mục I.4) by the metrics of a free family that has them. */
export const font = {
  family: 'Tinos',
  /** Ascent, and descent with the line gap, as parts of the size: together one single line. */
  ascent: 0.891,
  descent: 0.259,
} as const;

/** Points of a length in millimetres. */
export function pointsOfMm(mm: number): number {
  return (mm * 72) / 25.4;
}

/** A single line's height as a part of the size. */
export const singleLine = font.ascent + font.descent;

/** The left column of the head (agency and number) as a part of the text's width (PL I, mục IV, sơ đồ). */
const headLeft = 66 / 165;

/** The left column of the foot (recipients) as a part of the text's width. */
const closingLeft = 70 / 165;

/** What a letter's subject stays short of its column. */
export const letterSubjectInsetMm = 4;

/** Between the head's rows: below the rules, above number and date. */
export const headRowGap = 8;

/** Rules drawn under lines of text, as parts of the text's length. */
export const rules = {
  thickness: 0.6,
  /** Between the text and its rule. */
  gap: 5,
  /** Under the motto: as long as the line (PL I, II.1). */
  motto: 1,
  /** Under the issuer and the subject: 1/3 to 1/2 of the text (PL I, II.2 and II.5). */
  issuer: 0.4,
  subject: 0.4,
} as const;

/** Left and right of the text in a table's cell, above and below it: 4.25 and 2.85 points, for Word counts in twentieths. */
export const cellInsetMm = (4.25 * 25.4) / 72;
export const cellInsetYMm = (2.85 * 25.4) / 72;
export const tableStroke = 0.5;

/** Size of a footnote. */
export const footnoteSize = 11;

/** The number of a footnote: its size and how far it is raised, as parts of the text's and its own size. */
export const noteMark = { size: 0.58, raise: 0.57 } as const;

/** The height in points of what parts the text from the footnotes, its rule in the middle. */
export const noteSeparator = 6.2;

/** Room for the signature and the seal, between the signer's title and name. */
export const signatureRoom = 62;

/** Where `Kính gửi:` and its list stand, from the left margin (Mẫu 1.5). */
export const addresseesMm = { label: 35, list: 45 } as const;

export interface ParagraphStyle {
  readonly size: number;
  readonly bold?: true;
  readonly italic?: true;
  /** Set in capitals whatever the case of the text. */
  readonly caps?: true;
  /** In `brightRed`. */
  readonly red?: true;
  /** Framed. */
  readonly boxed?: true;
  /** `inherit`: as the table's column says. */
  readonly align: 'left' | 'center' | 'justify' | 'inherit';
  /** `exact`: the body's pitch; `single`: the font's own. */
  readonly pitch: 'exact' | 'single';
  readonly firstLineIndentMm?: number;
  readonly leftIndentMm?: number;
  /** Space above and below; between two paragraphs the larger counts. */
  readonly before?: number;
  readonly after?: number;
  /** Never the last paragraph of a page. */
  readonly keepWithNext?: true;
}

/** The ink of the urgency marks, `màu đỏ tươi` (PL I, III.2). */
export const brightRed = '#ff0000';

const head = { align: 'center', pitch: 'single' } as const;

/** The components' styles; sizes that the decree gives as a pair follow the body's. */
function stylesOf({ size, indentMm }: LayoutProfile) {
  const small = size - 1;
  const body = {
    size,
    align: 'justify',
    pitch: 'exact',
    firstLineIndentMm: indentMm,
    after: 6,
  } as const;
  const mark = { ...head, size: 13, bold: true, caps: true, boxed: true, before: 9 } as const;
  const centredHeading = {
    size,
    bold: true,
    align: 'center',
    pitch: 'exact',
    after: 6,
    keepWithNext: true,
  } as const;

  return {
    /** PL I, II.1: 12–13, upright bold capitals. */
    nationalTitle: { ...head, size: small, bold: true, caps: true },
    /** PL I, II.1: 13–14, upright bold. */
    motto: { ...head, size, bold: true },
    /** PL I, II.2: 12–13, upright capitals. */
    parentAgency: { ...head, size: small, caps: true },
    /** PL I, II.2: 12–13, upright bold capitals. */
    issuer: { ...head, size: small, bold: true, caps: true },
    /** PL I, II.3: 13, upright, centred under the issuer. */
    number: { ...head, size: 13 },
    /** PL I, II.4: 13–14, italic, level with the number. */
    placeAndDate: { ...head, size, italic: true },
    /** PL I, II.5b: 12–13, upright, 6 pt below the number. */
    letterSubject: { ...head, size: 12, before: 6 },
    /** A boxed mark under the number (PL I, III: as the urgency mark). */
    mark,
    /** PL I, III.2: 13–14, upright bold capitals in a frame, in bright red. */
    urgencyMark: { ...mark, red: true },
    /** PL I, II.5a: 13–14, upright bold capitals. */
    documentType: { ...head, size, bold: true, caps: true, before: 24, keepWithNext: true },
    /** PL I, II.5a: 13–14, upright bold, right under the type. */
    subject: { ...head, size, bold: true, keepWithNext: true },
    /** The authority that decides, between subject and legal bases (Mẫu 1.2). */
    decidingAuthority: { ...centredHeading, caps: true, before: 12 },
    /** PL I, II.9a: 13–14, upright. */
    addressee: { size, align: 'left', pitch: 'single' },
    /** One addressee stands on the label's line, centred (Mẫu 1.5). */
    onlyAddressee: { size, align: 'center', pitch: 'single', before: 24, after: 18 },
    /** PL I, II.6: 13–14, italic, one a line. */
    legalBasis: { ...body, italic: true },
    /** PL I, II.6: justified, indented 1 or 1.27 cm, at least 6 pt between paragraphs. */
    body,
    /** `QUYẾT ĐỊNH:` between the bases and the articles (Mẫu 1.2). */
    resolvingWord: centredHeading,
    /** Phần, Chương, Mục, Tiểu mục: their number (PL I, II.6). */
    partNumber: centredHeading,
    /** The title under it, in capitals. */
    partTitle: { ...centredHeading, caps: true },
    /** Groups `I.`, `1.` with a title of their own, and an article with one. */
    heading: { ...body, bold: true, keepWithNext: true },
    /** Inside a table of the body. */
    cell: { size: 13, align: 'inherit', pitch: 'single' },
    headerCell: { size: 13, bold: true, align: 'center', pitch: 'single' },
    /** PL I, II.9b: 12, italic bold. */
    recipientsLabel: { size: 12, bold: true, italic: true, align: 'left', pitch: 'single' },
    /** PL I, II.9b: 11, upright, one a line. */
    recipient: { size: 11, align: 'left', pitch: 'single' },
    /** PL I, III.3: 11, upright, under the recipients. */
    drafterCode: { size: 11, align: 'left', pitch: 'single' },
    /** PL I, II.7a: 13–14, upright bold capitals. */
    signerTitle: { ...head, size, bold: true, caps: true },
    /** PL I, II.7b: 13–14, upright bold. */
    signerName: { ...head, size, bold: true },
    /** PL I, III.1: 14, upright bold, centred on its own line. */
    annexHeading: { ...centredHeading, size: 14, after: 0 },
    /** PL I, III.1: 13–14, bold capitals. */
    annexTitle: { ...centredHeading, caps: true, after: 0 },
    /** `(Kèm theo …)`: 13–14, italic, centred. */
    annexAttachment: { size, italic: true, align: 'center', pitch: 'single', after: 12 },
    /** Stands where a picture should. */
    missingPicture: {
      size: 13,
      italic: true,
      align: 'center',
      pitch: 'single',
      before: 6,
      after: 6,
    },
    /** PL I, III.5: 11–12, upright, under a rule. */
    contactLine: { size: 11, align: 'center', pitch: 'single' },
  } as const satisfies Readonly<Record<string, ParagraphStyle>>;
}

export type StyleName = keyof ReturnType<typeof stylesOf>;

interface Columns {
  readonly left: number;
  readonly right: number;
}

/** The numbers of one profile. Lengths named `mm` are millimetres, the others points. */
export interface Layout {
  readonly profile: LayoutProfile;
  readonly headColumnsMm: Columns;
  readonly closingColumnsMm: Columns;
  readonly styles: Readonly<Record<StyleName, ParagraphStyle>>;
}

export type Orientation = 'portrait' | 'landscape';

/** Between the margins, in millimetres; paper that lies keeps its margins to the reader's left and right. */
export function textWidthMm(
  { profile: { margins } }: Pick<Layout, 'profile'>,
  orientation: Orientation = 'portrait',
): number {
  const width = orientation === 'portrait' ? paperMm.width : paperMm.height;
  return width - margins.left - margins.right;
}

/** The layout of a profile, whose values are taken to be within the decree's ranges. */
export function layoutOf(profile: LayoutProfile): Layout {
  const width = textWidthMm({ profile });
  const columns = (part: number): Columns => ({ left: part * width, right: (1 - part) * width });
  return {
    profile,
    headColumnsMm: columns(headLeft),
    closingColumnsMm: columns(closingLeft),
    styles: stylesOf(profile),
  };
}

export const defaultLayout: Layout = layoutOf(defaultProfile);

/** The height of one line of that style, in points. */
export function linePitch({ profile }: Layout, style: ParagraphStyle): number {
  return style.pitch === 'exact'
    ? Math.max(profile.pitch, singleLine * style.size)
    : singleLine * style.size;
}
