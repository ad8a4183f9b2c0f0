import { footnoteSize, type Layout } from '../layout.ts';
import { helperLook, lookOf, markPadding, ruleThickness, type WordLook } from './wordLooks.ts';
import { twips } from './wordLength.ts';
import { helperStyles, wordStyleOf, wordStyles, type WordStyle } from './wordStyles.ts';
import { element } from './wordXml.ts';

/** Times New Roman (PL I, mục I.4). */
const fontFamily = 'Times New Roman';

/** The part `word/styles.xml`; `outlineLevels` by style id, 0 for the outermost. */
export function stylesPart(layout: Layout, outlineLevels: ReadonlyMap<string, number>): string {
  const helpers = Object.entries(helperStyles) as [
    keyof typeof helperStyles,
    { id: string; name: string },
  ][];
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    element(
      'w:styles',
      { 'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' },
      documentDefaults(layout),
      hiddenBuiltIns,
      builtInStyles,
      ...wordStyles.map((style) => componentStyle(layout, style, outlineLevels.get(style.id))),
      ...helpers.map(([key, { id, name }]) =>
        paragraphStyle(id, name, 'Normal', looks(helperLook(layout, key)), false),
      ),
      noteStyles,
    ),
  ].join('\n');
}

function documentDefaults(layout: Layout): string {
  const size = layout.profile.size * 2;
  const family = {
    'w:ascii': fontFamily,
    'w:eastAsia': fontFamily,
    'w:hAnsi': fontFamily,
    'w:cs': fontFamily,
  };
  const language = { 'w:val': 'vi-VN', 'w:eastAsia': 'vi-VN', 'w:bidi': 'ar-SA' };
  return element(
    'w:docDefaults',
    {},
    element(
      'w:rPrDefault',
      {},
      element(
        'w:rPr',
        {},
        element('w:rFonts', family),
        value('sz', size),
        value('szCs', size),
        element('w:lang', language),
      ),
    ),
    element(
      'w:pPrDefault',
      {},
      element(
        'w:pPr',
        {},
        element('w:widowControl', {}),
        element('w:spacing', {
          'w:before': 0,
          'w:after': 0,
          'w:line': 240,
          'w:lineRule': 'auto',
        }),
      ),
    ),
  );
}

/** Word's own styles stay out of the list of styles until someone asks for them. */
const hiddenBuiltIns = element('w:latentStyles', {
  'w:defLockedState': 0,
  'w:defUIPriority': 99,
  'w:defSemiHidden': 1,
  'w:defUnhideWhenUsed': 1,
  'w:defQFormat': 0,
  'w:count': 376,
});

const noCellMargins = element(
  'w:tblCellMar',
  {},
  ...['top', 'left', 'bottom', 'right'].map((side) =>
    element(`w:${side}`, { 'w:w': 0, 'w:type': 'dxa' }),
  ),
);

const builtInStyles = [
  element(
    'w:style',
    { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
    value('name', 'Normal'),
  ),
  element(
    'w:style',
    { 'w:type': 'character', 'w:default': 1, 'w:styleId': 'DefaultParagraphFont' },
    value('name', 'Default Paragraph Font'),
    value('uiPriority', 1),
    element('w:semiHidden', {}),
  ),
  element(
    'w:style',
    { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' },
    value('name', 'Normal Table'),
    value('uiPriority', 99),
    element('w:semiHidden', {}),
    element('w:tblPr', {}, element('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }), noCellMargins),
  ),
].join('');

const noteStyles = [
  element(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': 'FootnoteText' },
    value('name', 'footnote text'),
    value('basedOn', 'Normal'),
    value('uiPriority', 99),
    element(
      'w:pPr',
      {},
      element('w:ind', { 'w:firstLine': twips(footnoteSize) }),
      value('jc', 'both'),
    ),
    element('w:rPr', {}, value('sz', footnoteSize * 2), value('szCs', footnoteSize * 2)),
  ),
  element(
    'w:style',
    { 'w:type': 'character', 'w:styleId': 'FootnoteReference' },
    value('name', 'footnote reference'),
    value('basedOn', 'DefaultParagraphFont'),
    value('uiPriority', 99),
    element('w:rPr', {}, value('vertAlign', 'superscript')),
  ),
].join('');

function componentStyle(layout: Layout, style: WordStyle, outline: number | undefined): string {
  const level = outline === undefined ? '' : value('outlineLvl', outline);
  if (style.section === undefined) {
    return paragraphStyle(
      style.id,
      style.name,
      'Normal',
      looks(lookOf(layout, style), level),
      true,
    );
  }
  const base = wordStyleOf(style.component).id;
  const keep = lookOf(layout, style).keepWithNext ? element('w:keepNext', {}) : '';
  const own = level === '' ? '' : element('w:pPr', {}, keep, level);
  return paragraphStyle(style.id, style.name, base, own, true);
}

function paragraphStyle(
  id: string,
  name: string,
  base: string,
  content: string,
  offered: boolean,
): string {
  return element(
    'w:style',
    { 'w:type': 'paragraph', 'w:customStyle': 1, 'w:styleId': id },
    value('name', name),
    value('basedOn', base),
    value('uiPriority', offered ? 1 : 99),
    offered ? element('w:qFormat', {}) : '',
    content,
  );
}

/** `w:pPr` and `w:rPr`, their children in the order of the schema. */
function looks(look: WordLook, outlineLevel = ''): string {
  const size = look.size * 2;
  return [
    element(
      'w:pPr',
      {},
      look.keepWithNext ? element('w:keepNext', {}) : '',
      look.loneLines ? value('widowControl', 0) : '',
      borders(look),
      element('w:spacing', {
        'w:before': twips(look.before),
        'w:after': twips(look.after),
        'w:line': look.pitch === undefined ? 240 : twips(look.pitch),
        'w:lineRule': look.pitch === undefined ? 'auto' : 'exact',
      }),
      element('w:ind', { 'w:left': twips(look.left), 'w:firstLine': twips(look.firstLine) }),
      value('jc', look.align),
      outlineLevel,
    ),
    element(
      'w:rPr',
      {},
      look.bold ? element('w:b', {}) + element('w:bCs', {}) : '',
      look.italic ? element('w:i', {}) + element('w:iCs', {}) : '',
      look.caps ? element('w:caps', {}) : '',
      look.colour === 'auto' ? '' : value('color', look.colour),
      value('sz', size),
      value('szCs', size),
    ),
  ].join('');
}

function borders({ border, colour }: WordLook): string {
  const line = (side: string, space: number): string =>
    element(`w:${side}`, {
      'w:val': 'single',
      'w:sz': ruleThickness * 8,
      'w:space': space,
      'w:color': colour,
    });
  const { x, y } = markPadding;
  switch (border) {
    case 'none':
      return '';
    case 'below':
      return element('w:pBdr', {}, line('bottom', 0));
    case 'above':
      return element('w:pBdr', {}, line('top', 2));
    case 'box':
      return element(
        'w:pBdr',
        {},
        line('top', y),
        line('left', x),
        line('bottom', y),
        line('right', x),
      );
  }
}

function value(name: string, of: string | number): string {
  return element(`w:${name}`, { 'w:val': of });
}
