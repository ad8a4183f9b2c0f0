import type { XmlElement } from './wordPackage.ts';

/** The children of some elements in the order of the schema (ECMA-376, part 1, WordprocessingML). */
const sequences: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': [
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs',
    'suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi',
    'adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection',
    'textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  ],
  'w:rPr': [
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid',
    'vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs',
    'em lang eastAsianLayout specVanish oMath',
  ],
  'w:pBdr': ['top left bottom right between bar'],
  'w:tblPr': [
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing',
    'tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  ],
  'w:tblBorders': ['top left start bottom right end insideH insideV'],
  'w:tblCellMar': ['top left start bottom right end'],
  'w:tbl': ['bookmarkStart bookmarkEnd tblPr tblGrid tr'],
  'w:tr': ['tblPrEx trPr tc'],
  'w:tcPr': [
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  ],
  'w:sectPr': [
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType',
    'pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
  ],
  'w:style': [
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked',
    'personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
  ],
  'w:styles': ['docDefaults latentStyles style'],
};

/** Elements of which the schema asks the last child to be a paragraph. */
const endWithParagraph: ReadonlySet<string> = new Set(['w:tc', 'w:hdr', 'w:ftr', 'w:footnote']);

/** What in an element and below breaks the schema's order, as sentences; empty when nothing does. */
export function schemaFaults(element: XmlElement): readonly string[] {
  const order = sequences[element.name]?.join(' ').split(' ');
  const places = element.children.map(({ name }) => order?.indexOf(name.replace(/^w:/u, '')) ?? 0);
  const faults = element.children.flatMap(({ name }, index) => {
    const place = places[index] ?? 0;
    if (place < 0) return [`${name} in ${element.name}`];
    return place < (places[index - 1] ?? 0) ? [`${name} too late in ${element.name}`] : [];
  });
  const last = element.children.at(-1)?.name;
  if (endWithParagraph.has(element.name) && last !== 'w:p') {
    faults.push(`${element.name} ends with ${last ?? 'nothing'}`);
  }
  return [...faults, ...element.children.flatMap(schemaFaults)];
}
