import type { ContactLineBlock } from './block.ts';
import {
  brightRed,
  font,
  footnoteSize,
  noteMark,
  noteSeparator,
  numberFromTopMm,
  paperMm,
  rules,
  singleLine,
  type Layout,
  type ParagraphStyle,
  type StyleName,
} from './layout.ts';
import type { DocumentProperties } from './documentProperties.ts';
import { extraPitch, isInCell } from './spacing.ts';
import type { ParagraphWriter } from './typstParagraph.ts';
import { points, typstString } from './typstText.ts';

/** What Typst is told before the flow: the page, the font, one function a style. */
export function typstPreamble(
  paragraphs: ParagraphWriter,
  properties: DocumentProperties,
  contact: ContactLineBlock | undefined,
): string {
  const { layout } = paragraphs;
  const { size, margins } = layout.profile;
  return [
    documentCode(properties),
    `#set page(width: ${paperMm.width}mm, height: ${paperMm.height}mm, margin: (top: ${margins.top}mm, bottom: ${margins.bottom}mm, left: ${margins.left}mm, right: ${margins.right}mm), fill: none,`,
    `  header-ascent: ${margins.top - numberFromTopMm}mm - ${points(size * singleLine)},`,
    `  header: context { if counter(page).get().first() > 1 { set text(size: ${size}pt); align(center, counter(page).display("1")) } })`,
    `#set text(font: ${typstString(font.family)}, lang: "vi", fallback: true, hyphenate: false, kerning: false, ligatures: false, overhang: false, top-edge: ${font.ascent}em, bottom-edge: -${font.descent}em, costs: (widow: 100%, orphan: 100%))`,
    `#set par(linebreaks: "simple", spacing: 0pt)`,
    `#set block(spacing: 0pt)`,
    ...noteCode,
    `#let b(s) = text(weight: "bold", s)`,
    `#let i(s) = text(style: "italic", s)`,
    `#let bi(s) = text(weight: "bold", style: "italic", s)`,
    `#let ruled(share, c) = layout(size => pad(top: ${rules.gap}pt, align(center, line(length: share * measure(width: size.width, c).width, stroke: ${rules.thickness}pt))))`,
    `#let together(above, c) = block(breakable: false, width: 100%, above: above, c)`,
    ...(Object.keys(layout.styles) as StyleName[]).map((name) =>
      styleFunction(layout, name, layout.styles[name]),
    ),
    ...(contact ? [contactFooter(paragraphs, contact)] : []),
  ].join('\n');
}

/** What the file says of itself; without a date of the document it names none, so that no clock is in it. */
function documentCode({ title, subject, number, agency, date }: DocumentProperties): string {
  const day = date?.split('-').map(Number);
  const said = [
    `title: ${typstString(title)}`,
    ...(agency === undefined ? [] : [`author: ${typstString(agency)}`]),
    ...(subject === undefined ? [] : [`description: ${typstString(subject)}`]),
    ...(number === undefined ? [] : [`keywords: (${typstString(number)},)`]),
    day
      ? `date: datetime(year: ${day[0] ?? 0}, month: ${day[1] ?? 1}, day: ${day[2] ?? 1})`
      : 'date: none',
  ];
  return `#set document(${said.join(', ')})`;
}

/** Notes stand as Word sets them: the number on an indented line, a word's space before the text. */
const noteCode = [
  `#set super(size: ${noteMark.size}em, baseline: -${noteMark.raise}em, typographic: false)`,
  `#set footnote.entry(separator: pad(bottom: ${noteSeparator / 2}pt, std.line(length: 30%, stroke: 0.5pt)), clearance: ${noteSeparator / 2}pt, gap: 0pt)`,
  `#show footnote.entry: it => { set text(size: ${footnoteSize}pt, fill: black); set par(leading: 0pt, justify: true, first-line-indent: (amount: ${footnoteSize}pt, all: true)); let place = it.note.location(); let mark = super(numbering(it.note.numbering, ..counter(footnote).at(place))); par({ link(place, mark); text(" "); it.note.body }) }`,
];

/** `#let body(above, c) = …`: a paragraph of that style with so much space above it. */
function styleFunction(layout: Layout, name: StyleName, style: ParagraphStyle): string {
  const text = [
    `size: ${style.size}pt`,
    // a line is as high as its pitch, the first of a page too, as in Word
    `top-edge: ${Number((font.ascent + extraPitch(layout, style) / style.size).toFixed(6))}em`,
    ...(style.bold ? ['weight: "bold"'] : []),
    ...(style.italic ? ['style: "italic"'] : []),
    ...(isInCell(name) ? ['costs: (widow: 0%, orphan: 0%)'] : []),
  ].join(', ');
  const par = [
    'leading: 0pt',
    `justify: ${String(style.align === 'justify')}`,
    `first-line-indent: (amount: ${style.firstLineIndentMm ?? 0}mm, all: true)`,
  ].join(', ');
  const align =
    style.align === 'center' ? 'align(center, ' : style.align === 'inherit' ? '(' : 'align(left, ';
  const sticky = style.keepWithNext ? ', sticky: true' : '';
  const inset = style.leftIndentMm ? `, inset: (left: ${style.leftIndentMm}mm)` : '';
  const ink = style.red ? `rgb("${brightRed}")` : 'black';
  const content = style.boxed
    ? `box(stroke: 0.6pt + ${ink}, inset: (x: 2mm, y: 1mm), c.pos().join())`
    : 'c.pos().join()';
  return `#let p-${name}(above, rule: none, colour: ${ink}, ..c) = block(width: 100%, above: above, below: 0pt${sticky}${inset}, { set text(${text}, fill: colour); set par(${par}); ${align}par(${content})); if rule != none { ruled(rule, c.pos().join()) } })`;
}

/** At the foot of the first sheet alone, under a rule as wide as the text. */
function contactFooter(paragraphs: ParagraphWriter, { line }: ContactLineBlock): string {
  const drawn = `std.line(length: 100%, stroke: ${rules.thickness}pt); v(2pt)`;
  return `#set page(footer-descent: 2mm, footer: context { if here().page() == 1 { ${drawn}; ${paragraphs.one(line, undefined)} } })`;
}
