import { fromTcvn3 } from '../../vietnamese/tcvn3.ts';
import { fromVni } from '../../vietnamese/vni.ts';
import type { Losses } from './losses.ts';
import type {
  WordBlock,
  WordCell,
  WordImage,
  WordParagraph,
  WordRun,
  WordTable,
} from './wordContent.ts';
import type { WordNumbering } from './wordNumbering.ts';
import { paragraphLook, runLook, type RunLook, type WordStyleSheet } from './wordStyleSheet.ts';
import { child, elements, flag, textOf, value, type XmlElement } from './xmlTree.ts';

export interface WordContext {
  readonly styles: WordStyleSheet;
  readonly numbering: WordNumbering;
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
    return { kind: 'table', rows: withRowspans(rows), ruled: isRuled(element) };
  }

  #row(row: XmlElement): readonly OpenCell[] {
    const before = Number(value(child(row, 'w:trPr'), 'w:gridBefore') ?? 0) || 0;
    let column = before;
    return elements(row)
      .flatMap((cell) => (wrappers.has(cell.name) ? elements(cell) : [cell]))
      .flatMap((cell) => (cell.name === 'w:sdtContent' ? elements(cell) : [cell]))
      .filter(({ name }) => name === 'w:tc')
      .map((cell) => {
        const properties = child(cell, 'w:tcPr');
        const colspan = Math.min(
          63,
          Math.max(1, Number(value(properties, 'w:gridSpan') ?? 1) || 1),
        );
        const merge = child(properties, 'w:vMerge');
        const own = {
          column,
          colspan,
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
  /** Whether it is the lower part of the cell above. */
  readonly goesOn: boolean;
  readonly blocks: readonly WordBlock[];
}

function withRowspans(rows: readonly (readonly OpenCell[])[]): readonly (readonly WordCell[])[] {
  return rows.map((row, index) =>
    row.flatMap(({ column, colspan, goesOn, blocks }): readonly WordCell[] => {
      if (goesOn && index > 0) return [];
      let rowspan = 1;
      while (
        rows[index + rowspan]?.some((cell) => cell.goesOn && cell.column === column) === true
      ) {
        rowspan += 1;
      }
      return [{ blocks, colspan, rowspan }];
    }),
  );
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
      else if (element.name === 'w:commentReference') losses.add('comment', '');
      else if (element.name === 'm:oMath') {
        losses.add('equation', textOf(element));
        this.#add(textOf(element), this.#base);
      }
    }
  }

  #run(run: XmlElement): void {
    const { styles, losses } = this.#context;
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
          losses.add('comment', '');
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

  #flush(text: string, look: RunLook, properties: XmlElement | undefined): void {
    if (text === '' || this.#fields.includes('instruction')) return;
    const { losses } = this.#context;
    if (look.hidden === true) {
      losses.add('hidden', text);
      return;
    }
    const underline = value(properties, 'w:u');
    if (underline !== undefined && underline !== 'none' && text.trim() !== '')
      losses.add('underline', text);
    if (flag(properties, 'w:strike') === true) losses.add('strike', text);
    const position = value(properties, 'w:vertAlign');
    if (position !== undefined && position !== 'baseline') losses.add('script', text);
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
    else if (kind === 'separate') {
      this.#fields.pop();
      this.#fields.push('result');
    } else if (kind === 'end') this.#fields.pop();
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
    if (element.name === 'w:object') this.#context.losses.add('object', '');
  }
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
