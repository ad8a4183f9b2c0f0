import { child, elements, flag, value, wholeNumber, type XmlElement } from './xmlTree.ts';

/** How a run looks, as far as the text needs it; undefined: as what is above says. */
export interface RunLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly caps?: boolean;
  readonly hidden?: boolean;
  readonly font?: string;
  readonly underline?: boolean;
  readonly strike?: boolean;
  /** Whether it stands above or below the line. */
  readonly script?: boolean;
}

/** What a style, or a paragraph itself, says of a paragraph. */
export interface ParagraphLook {
  readonly outline?: number;
  readonly list?: { readonly id: string; readonly level: number };
  readonly run: RunLook;
}

interface Style {
  readonly basedOn: string | undefined;
  readonly paragraph: ParagraphLook;
}

/** Longer chains of styles than this are loops. */
const longestChain = 30;

/** A Word file's styles, each with what it inherits. */
export class WordStyleSheet {
  readonly #styles = new Map<string, Style>();
  readonly #default: string | undefined;
  readonly #base: RunLook;

  constructor(root: XmlElement | undefined) {
    const defaults = child(child(root, 'w:docDefaults'), 'w:rPrDefault');
    this.#base = runLook(child(defaults, 'w:rPr'));
    let normal: string | undefined;
    for (const style of root ? elements(root) : []) {
      const id = style.attributes['w:styleId'];
      if (style.name !== 'w:style' || id === undefined) continue;
      const { 'w:type': type, 'w:default': isDefault } = style.attributes;
      if (type === 'paragraph' && (isDefault === '1' || isDefault === 'true')) normal = id;
      this.#styles.set(id, {
        basedOn: value(style, 'w:basedOn'),
        paragraph: {
          ...paragraphLook(child(style, 'w:pPr')),
          run: runLook(child(style, 'w:rPr')),
        },
      });
    }
    this.#default = normal;
  }

  /** What a paragraph of that style looks like with all it inherits. */
  paragraph(id: string | undefined): ParagraphLook {
    const own = this.#chain(id ?? this.#default);
    return { ...own, run: { ...this.#base, ...own.run } };
  }

  /** What a character style says. */
  run(id: string | undefined): RunLook {
    return id === undefined ? {} : this.#chain(id).run;
  }

  #chain(id: string | undefined): ParagraphLook {
    let look: ParagraphLook = { run: {} };
    for (let at = id, steps = 0; at !== undefined && steps < longestChain; steps += 1) {
      const style = this.#styles.get(at);
      if (!style) break;
      const { paragraph } = style;
      look = { ...paragraph, ...look, run: { ...paragraph.run, ...look.run } };
      at = style.basedOn;
    }
    return look;
  }
}

/** What a `w:pPr` says, its run properties apart. */
export function paragraphLook(element: XmlElement | undefined): Omit<ParagraphLook, 'run'> {
  const outline = wholeNumber(value(element, 'w:outlineLvl')) ?? -1;
  const numbering = child(element, 'w:numPr');
  const id = value(numbering, 'w:numId');
  return {
    ...(outline >= 0 && outline < 9 ? { outline } : {}),
    ...(id === undefined
      ? {}
      : { list: { id, level: wholeNumber(value(numbering, 'w:ilvl')) ?? 0 } }),
  };
}

/** What a `w:rPr` says. */
export function runLook(element: XmlElement | undefined): RunLook {
  const bold = flag(element, 'w:b');
  const italic = flag(element, 'w:i');
  const caps = flag(element, 'w:caps');
  const hidden = flag(element, 'w:vanish');
  const single = flag(element, 'w:strike');
  const double = flag(element, 'w:dstrike');
  const strike = double === true ? true : (single ?? double);
  const underline = flag(element, 'w:u');
  const position = value(element, 'w:vertAlign');
  const fonts = child(element, 'w:rFonts')?.attributes;
  const font = fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'];
  return {
    ...(bold === undefined ? {} : { bold }),
    ...(italic === undefined ? {} : { italic }),
    ...(caps === undefined ? {} : { caps }),
    ...(hidden === undefined ? {} : { hidden }),
    ...(font === undefined ? {} : { font }),
    ...(underline === undefined ? {} : { underline }),
    ...(strike === undefined ? {} : { strike }),
    ...(position === undefined ? {} : { script: position !== 'baseline' }),
  };
}
