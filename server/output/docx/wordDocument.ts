import { Document, ImageRun, Packer, type Table } from 'docx';
import { paragraphsOf, type Block, type ContactLineBlock, type ImageBlock } from '../block.ts';
import { imageSize } from '../imageSize.ts';
import {
  pointsOfMm,
  textWidthMm,
  type Layout,
  type Orientation,
  type ParagraphStyle,
} from '../layout.ts';
import { leastAbove, spaceBetween, staysWith, styleAfter } from '../spacing.ts';
import { printable } from '../typstText.ts';
import { OutlineLevels } from './outlineLevels.ts';
import { stylesPart } from './stylesPart.ts';
import { wordFlow, type FlowItem } from './wordFlow.ts';
import { addresseesItems, paragraphItems, pictureItem, spacerItem } from './wordItems.ts';
import { wordPackage } from './wordPackage.ts';
import { spacerHeight } from './wordLooks.ts';
import { WordNotes } from './wordParagraph.ts';
import type { DocumentProperties } from '../documentProperties.ts';
import { wordSection, type WordSection } from './wordSections.ts';
import { WordTables } from './wordTables.ts';

/** The blocks as a Word file whose lines and pages break as the preview's do. */
export async function wordDocument(
  blocks: readonly Block[],
  layout: Layout,
  properties: DocumentProperties,
): Promise<Uint8Array> {
  const levels = new OutlineLevels(blocks);
  const writer = new BlockWriter(layout, levels);
  const sections = writer.write(blocks);
  const contact = blocks.find((block): block is ContactLineBlock => block.kind === 'contactLine');
  const options = sections.map((section, index) =>
    wordSection(layout, section, index === 0 ? contact?.line : undefined, writer.notes),
  );
  const { number } = properties;
  const file = new Document({
    sections: options,
    footnotes: writer.notes.footnotes,
    compatibility: { version: compatibilityMode },
    customProperties:
      number === undefined ? [] : [{ name: 'Số và ký hiệu', value: printable(number) }],
  });
  return wordPackage(
    new Uint8Array(await Packer.toArrayBuffer(file)),
    stylesPart(layout, levels.byStyle),
    properties,
  );
}

/** Word 2010: later modes shrink the spaces of justified lines, so that other words begin the next one. */
const compatibilityMode = 14;

class BlockWriter {
  readonly notes = new WordNotes();
  readonly #layout: Layout;
  readonly #levels: OutlineLevels;
  readonly #tables: WordTables;
  readonly #sections: WordSection[] = [];
  #items: FlowItem[] = [];
  #orientation: Orientation = 'portrait';
  #restarts = true;
  /** What the file's first line took in points, to be taken off the next space that is large enough. */
  #lent = 0;

  constructor(layout: Layout, levels: OutlineLevels) {
    this.#layout = layout;
    this.#levels = levels;
    this.#tables = new WordTables(layout, this.notes);
  }

  write(blocks: readonly Block[]): readonly WordSection[] {
    let before: ParagraphStyle | undefined;
    // LibreOffice puts a line of its own before a table that begins a file with footnotes
    if (blocks.some(hasNote)) {
      this.#items.push(spacerItem(this.#layout));
      this.#lent = spacerHeight;
    }
    blocks.forEach((block, index) => {
      this.#add(block, before, blocks[index + 1]);
      before = styleAfter(this.#layout, block);
    });
    this.#endSection();
    return this.#sections;
  }

  get #width(): number {
    return pointsOfMm(textWidthMm(this.#layout, this.#orientation));
  }

  #add(block: Block, before: ParagraphStyle | undefined, next: Block | undefined): void {
    const after = before?.after ?? 0;
    switch (block.kind) {
      case 'paragraph': {
        const outlineLevel = this.#levels.ofParagraph(block);
        const above = this.#shortened(spaceBetween(before, this.#layout.styles[block.style]));
        const items = paragraphItems(this.#layout, block, above, this.#width, {
          ...(outlineLevel === undefined ? {} : { outlineLevel }),
          ...(next?.kind === 'closing' && staysWith(block, next) ? { whole: true } : {}),
        });
        this.#items.push(...items);
        return;
      }
      case 'head':
        return this.#table(0, () => this.#tables.head(block));
      case 'addressees':
        this.#items.push(...addresseesItems(this.#layout, block));
        return;
      case 'table': {
        const width = this.#width;
        return this.#table(Math.max(after, leastAbove.table), () =>
          this.#tables.table(block, width),
        );
      }
      case 'closing':
        return this.#table(Math.max(after, leastAbove.closing), () => this.#tables.closing(block));
      case 'image':
        return this.#image(block, Math.max(after, leastAbove.image));
      case 'annexBreak':
        return this.#begin(block.orientation, true);
      case 'orientationBreak':
        return this.#begin(block.orientation, false);
      case 'contactLine':
        return;
    }
  }

  #shortened(space: number): number {
    if (space < this.#lent) return space;
    const rest = space - this.#lent;
    this.#lent = 0;
    return rest;
  }

  #table(above: number, table: () => Table): void {
    this.#items.push({ kind: 'table', above, table });
  }

  #image({ picture, alt }: ImageBlock, above: number): void {
    if (!picture) return;
    const { width, height } = imageSize(this.#layout, this.#orientation, picture);
    const text = printable(alt);
    const drawn = new ImageRun({
      type: picture.format,
      data: picture.bytes,
      transformation: { width: width / pixel, height: height / pixel },
      altText: { name: text, description: text },
    });
    this.#items.push(pictureItem(this.#layout, drawn, above));
  }

  /** What follows stands on pages of its own; a break right after a break changes the same pages. */
  #begin(orientation: Orientation, restarts: boolean): void {
    const empty = this.#items.length === 0;
    if (!empty) this.#endSection();
    this.#orientation = orientation;
    this.#restarts = restarts || (empty && this.#restarts);
  }

  #endSection(): void {
    this.#sections.push({
      orientation: this.#orientation,
      restarts: this.#restarts,
      children: wordFlow(this.#layout, this.#items, this.notes),
    });
    this.#items = [];
  }
}

function hasNote(block: Block): boolean {
  return paragraphsOf(block).some(({ runs }) => runs.some(({ note }) => note !== undefined));
}

/** Points of a pixel, as the library counts pictures. */
const pixel = 72 / 96;
