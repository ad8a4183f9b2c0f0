import { fromTcvn3 } from '../../vietnamese/tcvn3.ts';
import { fromVni } from '../../vietnamese/vni.ts';
import type { Losses } from './losses.ts';
import {
  textOfParagraph,
  type WordBlock,
  type WordCell,
  type WordImage,
  type WordParagraph,
  type WordRun,
  type WordTable,
} from './wordContent.ts';
import type { WordNumbering } from './wordNumbering.ts';
import { paragraphLook, runLook, type RunLook, type WordStyleSheet } from './wordStyleSheet.ts';
import { child, elements, textOf, value, wholeNumber, type XmlElement } from './xmlTree.ts';

export interface WordContext {
  readonly styles: WordStyleSheet;
  readonly numbering: WordNumbering;
  /** What each comment says, by its id. */
  readonly comments: ReadonlyMap<string, string>;
  /** Relationship id → part of the package. */
  readonly targets: ReadonlyMap<string, string>;
  readonly losses: Losses;
}

/** Elements that hold others and say nothing themselves. */
const wrappers = new Set([
  'w:ins',
  'w:moveTo',
  'w:hyperlink',
  'w:smartTag',
  'w:sdt',
  'w:sdtContent',
  'w:fldSimple',
  'w:customXml',
  'w:dir',
  'w:bdo',
  'mc:Choice',
  'm:oMathPara',
]);

/** Reads paragraphs and tables as a reader sees them; what has no place is told to the losses. */
export class WordBody {
  readonly #context: WordContext;

  constructor(context: WordContext) {
    this.#context = context;
  }

  /** The blocks of an element that holds them: a body, a cell, a note, a header. */
  blocks(parent: XmlElement): readonly WordBlock[] {
    const found: WordBlock[] = [];
    let begun = 0;
    for (const element of elements(parent)) {
      if (element.name === 'w:p') found.push(...this.#paragraph(element));
      else if (element.name === 'w:tbl') found.push(this.#table(element));
      else if (wrappers.has(element.name)) found.push(...this.blocks(element));
      else if (element.name === 'mc:AlternateContent') found.push(...this.blocks(chosen(element)));
      const section =
        element.name === 'w:sectPr'
          ? element
          : child(child(element, 'w:pPr'), element.name === 'w:p' ? 'w:sectPr' : '');
      if (!section) continue;
      // a section's properties stand at its end
      if (child(section, 'w:pgSz')?.attributes['w:orient'] === 'landscape') {
        found.splice(begun, 0, { kind: 'turn', orientation: 'landscape' });
        found.push({ kind: 'turn', orientation: 'portrait' });
      }
      begun = found.length;
    }
    return found;
  }

  #paragraph(element: XmlElement): readonly WordBlock[] {
    const { styles, numbering } = this.#context;
    const properties = child(element, 'w:pPr');
    const style = value(properties, 'w:pStyle');
    const look = { ...styles.paragraph(style), ...paragraphLook(properties) };
    const reader = new RunReader(this.#context, look.run, (content) => this.blocks(content));
    reader.read(element);
    reader.end();
    const { list, outline } = look;
    const hasText = reader.runs.some(({ text }) => text.trim() !== '');
    const number =
      list && list.id !== '0' && hasText ? numbering.next(list.id, list.level) : undefined;
    const paragraph: WordParagraph = {
      kind: 'paragraph',
      style,
      number,
      outline,
      runs: joined(reader.runs),
    };
    return [paragraph, ...reader.besides];
  }

  #table(element: XmlElement): WordTable {
    const rows = elements(element)
      .flatMap((row) => (wrappers.has(row.name) ? elements(row) : [row]))
      .filter(({ name }) => name === 'w:tr')
      .map((row) => this.#row(row));
    const covered = (words: string): void => this.#context.losses.add('merged', words);
    return { kind: 'table', rows: withRowspans(rows, covered), ruled: isRuled(element) };
  }

  #row(row: XmlElement): readonly OpenCell[] {
    const before = wholeNumber(value(child(row, 'w:trPr'), 'w:gridBefore')) ?? 0;
    let column = before;
    return elements(row)
      .flatMap((cell) => (wrappers.has(cell.name) ? elements(cell) : [cell]))
      .flatMap((cell) => (cell.name === 'w:sdtContent' ? elements(cell) : [cell]))
      .filter(({ name }) => name === 'w:tc')
      .map((cell) => {
        const properties = child(cell, 'w:tcPr');
        const colspan = Math.min(
          63,
          Math.max(1, wholeNumber(value(properties, 'w:gridSpan')) ?? 1),
        );
        const merge = child(properties, 'w:vMerge');
        const own = {
          column,
          colspan,
          merges: merge !== undefined,
          goesOn: merge !== undefined && merge.attributes['w:val'] !== 'restart',
          blocks: this.blocks(cell),
        };
        column += colspan;
        return own;
      });
  }
}

interface OpenCell {
  readonly column: number;
  readonly colspan: number;
  /** Whether it covers cells below, or is covered by one above. */
  readonly merges: boolean;
  /** Whether it is the lower part of the cell above. */
  readonly goesOn: boolean;
  readonly blocks: readonly WordBlock[];
}

/** The cells with those that they cover taken into them; text in a covered cell, which Word shows nowhere, is told. */
function withRowspans(
  rows: readonly (readonly OpenCell[])[],
  covered: (words: string) => void,
): readonly (readonly WordCell[])[] {
  const taken = new Set<OpenCell>();
  return rows.map((row, index) =>
    row.flatMap((cell): readonly WordCell[] => {
      if (taken.has(cell)) return [];
      let rowspan = 1;
      while (cell.merges) {
        const below = rows[index + rowspan]?.find((each) => each.column === cell.column);
        if (!below?.goesOn || taken.has(below)) break;
        taken.add(below);
        const words = below.blocks.map(textOfBlock).join(' ').trim();
        if (words !== '') covered(words);
        rowspan += 1;
      }
      return [{ blocks: cell.blocks, colspan: cell.colspan, rowspan }];
    }),
  );
}

function textOfBlock(block: WordBlock): string {
  if (block.kind === 'paragraph') return textOfParagraph(block);
  return block.kind === 'table'
    ? block.rows
        .flat()
        .flatMap(({ blocks }) => blocks.map(textOfBlock))
        .join(' ')
    : '';
}

/** Whether the table, its style by its usual name, or a cell draws a line. */
function isRuled(table: XmlElement): boolean {
  const properties = child(table, 'w:tblPr');
  const borders = child(properties, 'w:tblBorders');
  if (borders && elements(borders).some(drawn)) return true;
  const style = value(properties, 'w:tblStyle') ?? '';
  if (!borders && /grid|list|light|medium|dark|bang/iu.test(style)) return true;
  return elements(table).some((row) =>
    elements(row).some((cell) => {
      const own = child(child(cell, 'w:tcPr'), 'w:tcBorders');
      return own ? elements(own).filter(drawn).length >= 3 : false;
    }),
  );
}

function drawn({ attributes }: XmlElement): boolean {
  const line = attributes['w:val'];
  return line !== undefined && line !== 'nil' && line !== 'none';
}

/** The content that this reader understands best: the newer, or else what stands in for it. */
function chosen(alternate: XmlElement): XmlElement {
  return (
    child(alternate, 'mc:Choice') ??
    child(alternate, 'mc:Fallback') ?? { name: '', attributes: {}, children: [] }
  );
}

/** Reads the runs of one paragraph, and what is anchored in it. */
class RunReader {
  readonly runs: WordRun[] = [];
  /** Text boxes and pictures. */
  readonly besides: WordBlock[] = [];
  readonly #context: WordContext;
  readonly #base: RunLook;
  readonly #blocks: (parent: XmlElement) => readonly WordBlock[];
  /** Inside a field's instruction, by nesting. */
  readonly #fields: ('instruction' | 'result')[] = [];
  /** Text that is an instruction's if the field goes on to its result: damaged files never end it. */
  readonly #held: (() => void)[] = [];

  constructor(
    context: WordContext,
    base: RunLook,
    blocks: (parent: XmlElement) => readonly WordBlock[],
  ) {
    this.#context = context;
    this.#base = base;
    this.#blocks = blocks;
  }

  read(parent: XmlElement): void {
    const { losses } = this.#context;
    for (const element of elements(parent)) {
      if (element.name === 'w:r') this.#run(element);
      else if (wrappers.has(element.name)) this.read(element);
      else if (element.name === 'mc:AlternateContent') this.read(chosen(element));
      else if (element.name === 'w:del' || element.name === 'w:moveFrom')
        losses.add('deletion', textOf(element));
      else if (element.name === 'w:commentReference') this.#comment(element);
      else if (element.name === 'm:oMath') {
        losses.add('equation', textOf(element));
        this.#add(textOf(element), this.#base);
      }
    }
  }

  #run(run: XmlElement): void {
    const { styles } = this.#context;
    const properties = child(run, 'w:rPr');
    const look: RunLook = {
      ...this.#base,
      ...styles.run(value(properties, 'w:rStyle')),
      ...runLook(properties),
    };
    let text = '';
    for (const element of elements(run)) {
      switch (element.name) {
        case 'w:t':
          text += textOf(element);
          break;
        case 'w:tab':
        case 'w:ptab':
          text += '\t';
          break;
        case 'w:br':
          text += element.attributes['w:type'] === undefined ? '\n' : '';
          break;
        case 'w:cr':
          text += '\n';
          break;
        case 'w:noBreakHyphen':
          text += '-';
          break;
        case 'w:sym':
          text += this.#symbol(element);
          break;
        case 'w:fldChar':
          this.#field(element.attributes['w:fldCharType']);
          break;
        case 'w:footnoteReference':
        case 'w:endnoteReference':
          this.#flush(text, look, properties);
          text = '';
          this.#note(element);
          break;
        case 'w:commentReference':
          this.#comment(element);
          break;
        case 'w:ruby':
          this.#flush(text, look, properties);
          text = '';
          this.#ruby(element);
          break;
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
        case 'mc:AlternateContent':
          this.#anchored(element);
      }
    }
    this.#flush(text, look, properties);
  }

  /** To be called once all of the paragraph is read. */
  end(): void {
    this.#fields.length = 0;
    for (const add of this.#held) add();
  }

  #flush(text: string, look: RunLook, properties: XmlElement | undefined): void {
    if (text === '') return;
    if (this.#fields.includes('instruction')) {
      this.#held.push(() => {
        this.#flush(text, look, properties);
      });
      return;
    }
    const { losses } = this.#context;
    if (look.hidden === true) {
      losses.add('hidden', text);
      return;
    }
    // a link is underlined for being one
    const isLink = /hyperlink/iu.test(value(properties, 'w:rStyle') ?? '');
    if (look.underline === true && !isLink && text.trim() !== '') losses.add('underline', text);
    if (look.strike === true) losses.add('strike', text);
    if (look.script === true) losses.add('script', text);
    this.#add(text, look);
  }

  #add(text: string, look: RunLook): void {
    const read = encoded(text, look.font)
      .normalize('NFC')
      .replace(/\u00AD/gu, '');
    this.runs.push({
      text: look.caps === true ? read.toLocaleUpperCase('vi') : read,
      bold: look.bold === true,
      italic: look.italic === true,
    });
  }

  #symbol({ attributes }: XmlElement): string {
    const code = parseInt(attributes['w:char'] ?? '', 16);
    const known = symbols.get(code & 0xff);
    if (known !== undefined) return known;
    this.#context.losses.add('symbol', attributes['w:font'] ?? '');
    return '\uFFFD';
  }

  #field(kind: string | undefined): void {
    if (kind === 'begin') this.#fields.push('instruction');
    else this.#held.length = 0;
    if (kind === 'begin') return;
    else if (kind === 'separate') {
      this.#fields.pop();
      this.#fields.push('result');
    } else if (kind === 'end') this.#fields.pop();
  }

  #comment({ attributes }: XmlElement): void {
    const { comments, losses } = this.#context;
    losses.add('comment', comments.get(attributes['w:id'] ?? '') ?? '');
  }

  /** The words stay; what stands small above them is told. */
  #ruby(element: XmlElement): void {
    const above = child(element, 'w:rt');
    if (above) this.#context.losses.add('ruby', textOf(above));
    const base = child(element, 'w:rubyBase');
    if (base) this.read(base);
  }

  #note({ name, attributes }: XmlElement): void {
    const id = `${name === 'w:endnoteReference' ? 'e' : ''}${attributes['w:id'] ?? ''}`;
    const last = this.runs.pop() ?? { text: '', bold: false, italic: false };
    if (last.note === undefined) this.runs.push({ ...last, note: id });
    else this.runs.push(last, { text: '', bold: false, italic: false, note: id });
  }

  #anchored(element: XmlElement): void {
    const content = element.name === 'mc:AlternateContent' ? chosen(element) : element;
    for (const box of found(content, 'w:txbxContent')) {
      this.besides.push(...this.#blocks(box).filter((block) => !isEmpty(block)));
    }
    for (const picture of [...found(content, 'a:blip'), ...found(content, 'v:imagedata')]) {
      const id = picture.attributes['r:embed'] ?? picture.attributes['r:id'] ?? '';
      const part = this.#context.targets.get(id);
      const alt = found(content, 'wp:docPr')[0]?.attributes['descr'] ?? '';
      if (part === undefined) this.#context.losses.add('picture', alt);
      else this.besides.push({ kind: 'image', part, alt } satisfies WordImage);
    }
    for (const { attributes } of found(content, 'a:graphicData')) {
      if (!/\/(?:chart|chartex|diagram)$/u.test(attributes['uri'] ?? '')) continue;
      this.#context.losses.add('chart', found(content, 'wp:docPr').map(nameOf).join(' '));
    }
    for (const { attributes } of found(content, 'v:textpath')) {
      this.#context.losses.add('wordArt', attributes['string'] ?? '');
    }
    if (element.name === 'w:object') this.#context.losses.add('object', '');
  }
}

function nameOf({ attributes }: XmlElement): string {
  return attributes['descr'] ?? attributes['title'] ?? attributes['name'] ?? '';
}

function isEmpty(block: WordBlock): boolean {
  return block.kind === 'paragraph' && block.runs.every(({ text }) => text.trim() === '');
}

/** The elements of that name below an element, but for those inside another of that name. */
function found(element: XmlElement, name: string): readonly XmlElement[] {
  return elements(element).flatMap((each) => {
    if (each.name === name) return [each];
    return each.name === 'mc:AlternateContent' ? found(chosen(each), name) : found(each, name);
  });
}

/** The symbols that drafters put in by Symbol and Wingdings, by their code there. */
const symbols: ReadonlyMap<number, string> = new Map([
  [0xb7, '-'],
  [0xa7, '-'],
  [0xfc, '✓'],
  [0xfe, '☑'],
  [0xa8, '☐'],
  [0x6f, '☐'],
  [0xb0, '°'],
  [0xb1, '±'],
  [0xa3, '≤'],
  [0xb3, '≥'],
  [0xae, '→'],
  [0xe0, '→'],
]);

/** Text in the fonts of TCVN3 and VNI, whose names begin so, in Unicode; fonts that end in `H` are capitals. */
function encoded(text: string, font: string | undefined): string {
  if (font === undefined) return text;
  if (/^\.vn/iu.test(font)) {
    const read = fromTcvn3(text);
    return /h$/iu.test(font) ? read.toLocaleUpperCase('vi') : read;
  }
  return /^vni[-\s]/iu.test(font) ? fromVni(text) : text;
}

/** Runs of one look that follow each other as one. */
function joined(runs: readonly WordRun[]): readonly WordRun[] {
  const found_: WordRun[] = [];
  for (const run of runs) {
    const last = found_.at(-1);
    if (last && last.note === undefined && last.bold === run.bold && last.italic === run.italic) {
      found_[found_.length - 1] = { ...run, text: last.text + run.text };
    } else found_.push(run);
  }
  return found_;
}
