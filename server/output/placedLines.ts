import type { ParagraphBlock } from './block.ts';
import type { DrawnText } from './drawnText.ts';
import { font, singleLine, type Layout } from './layout.ts';
import { printable } from './typstText.ts';

/** A line of a paragraph, or a part of one in another font, where it is drawn. Lengths are points. */
export interface PlacedText {
  /** From 0. */
  readonly page: number;
  readonly x: number;
  /** The line's top. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
  /** Which of the paragraphs, from 0; undefined for page numbers and notes. */
  readonly paragraph: number | undefined;
  /** What of the paragraph's own text it is: UTF-16 offsets, end exclusive, blanks at its end apart. */
  readonly from: number;
  readonly to: number;
  /** Where each character of `text` begins, from `x`, by UTF-16 offset; its end last. */
  readonly stops: readonly number[];
}

/** What takes no ink: white space, and characters without a shape. */
const unseen = /[\s\p{Default_Ignorable_Code_Point}]/u;
const allUnseen = /[\s\p{Default_Ignorable_Code_Point}]+/gu;

/**
 * Where the texts of tagged pages stand, in drawing order. `paragraphs` are those of the blocks that were
 * written, in the same order.
 */
export function placeTexts(
  pages: readonly (readonly DrawnText[])[],
  paragraphs: readonly ParagraphBlock[],
  layout: Layout,
): readonly PlacedText[] {
  const open = new Map<number, ReadParagraph>();
  const take = (drawn: DrawnText): Taken | undefined => {
    const index = drawn.tag - 1;
    const block = paragraphs[index];
    // the mark of a note is small, and no text of the paragraph
    if (!block || drawn.size < 0.8 * layout.styles[block.style].size) return undefined;
    const paragraph = open.get(index) ?? new ReadParagraph(block, layout);
    open.set(index, paragraph);
    const taken = paragraph.take(drawn.text);
    return taken && { paragraph: index, ...taken };
  };
  return pages.flatMap((texts, page) =>
    texts.map((drawn): PlacedText => {
      const { text } = drawn;
      const taken = take(drawn);
      return {
        page,
        x: drawn.x,
        y: drawn.baseline - font.ascent * drawn.size,
        width: drawn.width,
        height: singleLine * drawn.size,
        text,
        paragraph: taken?.paragraph,
        from: taken?.from ?? 0,
        to: taken?.to ?? 0,
        stops: stopsOf(drawn),
      };
    }),
  );
}

interface Taken {
  readonly paragraph: number;
  readonly from: number;
  readonly to: number;
}

/** A paragraph's text as it is drawn, read from its start to its end. */
class ReadParagraph {
  #seen = '';
  /** The offset in the paragraph's text of each character seen. */
  readonly #offsets: number[] = [];
  #at = 0;

  constructor({ style, runs }: ParagraphBlock, { styles }: Layout) {
    const caps = styles[style].caps === true;
    let offset = 0;
    for (const character of runs.map(({ text }) => text).join('')) {
      if (!caps && isPlain(character)) {
        this.#seen += character;
        this.#offsets.push(offset);
        offset += 1;
        continue;
      }
      const drawn = printable(caps ? character.toLocaleUpperCase('vi') : character);
      if (!unseen.test(drawn)) {
        this.#seen += drawn;
        for (let unit = 0; unit < drawn.length; unit += 1) {
          this.#offsets.push(offset + Math.min(unit, character.length - 1));
        }
      }
      offset += character.length;
    }
  }

  /** The range of a text that the paragraph goes on with; a header that a table repeats starts over. */
  take(text: string): Omit<Taken, 'paragraph'> | undefined {
    const wanted = text.replace(allUnseen, '');
    if (wanted === '') return undefined;
    if (this.#at === this.#seen.length) this.#at = 0;
    // scripts that run from right to left are drawn in an order of their own
    const start = this.#seen.startsWith(wanted, this.#at) ? this.#at : this.#seen.indexOf(wanted);
    if (start < 0) return undefined;
    this.#at = start + wanted.length;
    const blanks = /^\s*/u.exec(text)?.[0].length ?? 0;
    const from = Math.max(0, (this.#offsets[start] ?? 0) - blanks);
    return { from, to: (this.#offsets[this.#at - 1] ?? from) + 1 };
  }
}

/** Whether a character is surely drawn as it is: ASCII and Latin letters, all but a few of a Vietnamese text. */
function isPlain(character: string): boolean {
  if (character.length > 1) return false;
  const code = character.charCodeAt(0);
  if (code < 0x7f) return code > 0x20;
  return (code >= 0xc0 && code <= 0x24f) || (code >= 0x1e00 && code <= 0x1eff);
}

/** Glyphs are as many as characters but for ligatures and combined letters: those share the width evenly. */
function stopsOf({ stops, width, text }: DrawnText): readonly number[] {
  // no surrogates: the usual case, and there are many letters
  if (stops.length === text.length && !/\p{Cs}|[\u{10000}-\u{10FFFF}]/u.test(text)) {
    return [...stops, width];
  }
  const characters = [...text];
  const exact = stops.length === characters.length;
  const found = characters.flatMap((character, index) => {
    const at = exact ? (stops[index] ?? width) : (width * index) / characters.length;
    return Array.from({ length: character.length }, () => at);
  });
  return [...found, width];
}
