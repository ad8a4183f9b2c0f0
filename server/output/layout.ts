/**
 * How a page is laid out, as numbers (NĐ 30/2020/NĐ-CP, Phụ lục I). Every writer of pages reads this one
 * table, so that they break lines and pages alike. Lengths named `mm` are millimetres, the others points.
 */

/** Paper and margins (PL I, mục I.1–3): within the decree's 20–25, 20–25, 30–35 and 15–20 mm. */
export const page = {
  mm: { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 },
  /** From the paper's top edge to the top of the page number (PL I, mục I.7: centred in the top margin). */
  numberFromTopMm: 10,
  numberSize: 14,
} as const;

/** Width of the text between the margins, in millimetres. */
export const textWidthMm = page.mm.width - page.mm.left - page.mm.right;

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

/** The body's exact line pitch (PL I, II.6: from single to 1.5 lines). */
export const bodyPitch = 18;

/** The two columns of the head (PL I, mục IV, sơ đồ): agency and number, nation and date. */
export const headColumnsMm = { left: 66, right: 99 } as const;

/** What a letter's subject stays short of its column. */
export const letterSubjectInsetMm = 4;

/** Between the head's rows: below the rules, above number and date. */
export const headRowGap = 8;

/** The two columns of the foot: recipients and signature. */
export const closingColumnsMm = { left: 70, right: 95 } as const;

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

/** Left and right of the text in a table's cell, above and below it. */
export const cellInsetMm = 1.5;
export const cellInsetYMm = 1;
export const tableStroke = 0.5;

/** Size of a footnote. */
export const footnoteSize = 11;

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

const head = { align: 'center', pitch: 'single' } as const;
const body = {
  size: 14,
  align: 'justify',
  pitch: 'exact',
  firstLineIndentMm: 12.7,
  after: 6,
} as const;
const centredHeading = {
  size: 14,
  bold: true,
  align: 'center',
  pitch: 'exact',
  after: 6,
  keepWithNext: true,
} as const;

export const styles = {
  /** PL I, II.1: 12–13, upright bold capitals. */
  nationalTitle: { ...head, size: 13, bold: true, caps: true },
  /** PL I, II.1: 13–14, upright bold. */
  motto: { ...head, size: 14, bold: true },
  /** PL I, II.2: 12–13, upright capitals. */
  parentAgency: { ...head, size: 13, caps: true },
  /** PL I, II.2: 12–13, upright bold capitals. */
  issuer: { ...head, size: 13, bold: true, caps: true },
  /** PL I, II.3: 13, upright, centred under the issuer. */
  number: { ...head, size: 13 },
  /** PL I, II.4: 13–14, italic, level with the number. */
  placeAndDate: { ...head, size: 14, italic: true },
  /** PL I, II.5b: 12–13, upright, 6 pt below the number. */
  letterSubject: { ...head, size: 12, before: 6 },
  /** A boxed mark under the number (PL I, III: as the urgency mark). */
  mark: { ...head, size: 13, bold: true, caps: true, boxed: true, before: 9 },
  /** PL I, II.5a: 13–14, upright bold capitals. */
  documentType: { ...head, size: 14, bold: true, caps: true, before: 24, keepWithNext: true },
  /** PL I, II.5a: 13–14, upright bold, right under the type. */
  subject: { ...head, size: 14, bold: true, keepWithNext: true },
  /** The authority that decides, between subject and legal bases (Mẫu 1.2). */
  decidingAuthority: { ...centredHeading, caps: true, before: 12 },
  /** PL I, II.9a: 13–14, upright. */
  addressee: { size: 14, align: 'left', pitch: 'single' },
  /** One addressee stands on the label's line, centred (Mẫu 1.5). */
  onlyAddressee: { size: 14, align: 'center', pitch: 'single', before: 24, after: 18 },
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
  /** PL I, II.7a: 13–14, upright bold capitals. */
  signerTitle: { ...head, size: 14, bold: true, caps: true },
  /** PL I, II.7b: 13–14, upright bold. */
  signerName: { ...head, size: 14, bold: true },
  /** PL I, III.1: 14, upright bold, centred on its own line. */
  annexHeading: { ...centredHeading, after: 0 },
  /** PL I, III.1: 13–14, bold capitals. */
  annexTitle: { ...centredHeading, caps: true, after: 0 },
  /** `(Kèm theo …)`: 13–14, italic, centred. */
  annexAttachment: { size: 14, italic: true, align: 'center', pitch: 'single', after: 12 },
} as const satisfies Readonly<Record<string, ParagraphStyle>>;

export type StyleName = keyof typeof styles;

/** The style of that name, with every optional value open. */
export function styleOf(name: StyleName): ParagraphStyle {
  return styles[name];
}

/** The height of one line of that style, in points. */
export function linePitch(style: ParagraphStyle): number {
  return style.pitch === 'exact'
    ? Math.max(bodyPitch, singleLine * style.size)
    : singleLine * style.size;
}
