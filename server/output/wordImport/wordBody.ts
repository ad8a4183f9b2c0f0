import { ParagraphReader, type ParagraphContext } from './paragraphReader.ts';
import { chosen, isProperties } from './readWords.ts';
import {
  isEmpty,
  textOfParagraph,
  type WordBlock,
  type WordCell,
  type WordParagraph,
  type WordRun,
  type WordTable,
} from './wordContent.ts';
import type { WordNumbering } from './wordNumbering.ts';
import { paragraphLook } from './wordStyleSheet.ts';
import { child, elements, value, wholeNumber, type XmlElement } from './xmlTree.ts';

export interface WordContext extends ParagraphContext {
  readonly numbering: WordNumbering;
}

/** What holds paragraphs and tables only: anything else that holds words is itself a part of a paragraph. */
const blockNames = new Set([
  'w:p',
  'w:tbl',
  'w:tr',
  'w:tc',
  'w:sectPr',
  'w:altChunk',
  'w:txbxContent',
]);

/** Reads paragraphs and tables as a reader sees them; what has no place is told to the losses. */
export class WordBody {
  readonly #context: WordContext;
  /** The words of the last paragraph that has any. */
  #last = '';

  constructor(context: WordContext) {
    this.#context = context;
  }

  /** The blocks of an element that holds them: a body, a cell, a note, a header. */
  blocks(parent: XmlElement): readonly WordBlock[] {
    const found: WordBlock[] = [];
    let begun = 0;
    for (const element of elements(parent)) {
      found.push(...this.#block(element));
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

  #block(element: XmlElement): readonly WordBlock[] {
    const { losses, targets, words } = this.#context;
    if (isProperties(element)) return [];
    switch (element.name) {
      case 'w:p':
        return this.#paragraph(element);
      case 'w:tbl':
        return [this.#table(element)];
      case 'mc:AlternateContent':
        return this.blocks(chosen(element));
      case 'w:del':
      case 'w:moveFrom':
        losses.add('deletion', words.take(element));
        return [];
      case 'w:altChunk':
      case 'w:subDoc':
        losses.add('chunk', targets.get(element.attributes['r:id'] ?? '') ?? '');
        return [];
    }
    if (holdsBlocks(element)) return this.blocks(element);
    // part of a paragraph that stands in none
    const stray = this.#paragraph({ name: 'w:p', attributes: {}, children: [element] });
    return stray.filter((block) => !isEmpty(block));
  }

  #paragraph(element: XmlElement): readonly WordBlock[] {
    const { styles, numbering } = this.#context;
    const properties = child(element, 'w:pPr');
    const style = value(properties, 'w:pStyle');
    const look = { ...styles.paragraph(style), ...paragraphLook(properties) };
    const reader = new ParagraphReader(this.#context, look.run, this.#last, (content) =>
      this.blocks(content),
    );
    reader.whole(element);
    const { list, outline } = look;
    const text = reader.runs.map((run) => run.text).join('');
    if (text.trim() !== '') this.#last = text;
    const number =
      list && list.id !== '0' && text.trim() !== ''
        ? numbering.next(list.id, list.level)
        : undefined;
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
    const rows = inside(element, 'w:tr').map((row) => this.#row(row));
    const covered = (words: string): void => this.#context.losses.add('merged', words);
    return { kind: 'table', rows: withRowspans(rows, covered), ruled: isRuled(element) };
  }

  #row(row: XmlElement): readonly OpenCell[] {
    const before = wholeNumber(value(child(row, 'w:trPr'), 'w:gridBefore')) ?? 0;
    let column = before;
    return inside(row, 'w:tc').map((cell) => {
      const properties = child(cell, 'w:tcPr');
      const colspan = Math.min(63, Math.max(1, wholeNumber(value(properties, 'w:gridSpan')) ?? 1));
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

/** The rows of a table or the cells of a row, whatever they are wrapped in. */
function inside(element: XmlElement, name: string): readonly XmlElement[] {
  const within = element.name === 'mc:AlternateContent' ? [chosen(element)] : elements(element);
  return within.flatMap((each) => {
    if (each.name === name) return [each];
    return isProperties(each) || each.name === 'w:tbl' || each.name === 'w:p'
      ? []
      : inside(each, name);
  });
}

function holdsBlocks(element: XmlElement): boolean {
  return elements(element).some(
    (each) =>
      blockNames.has(each.name) ||
      (each.name !== 'w:r' && !isProperties(each) && holdsBlocks(each)),
  );
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
    : block.kind === 'image'
      ? block.alt
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
