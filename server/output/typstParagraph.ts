import { paragraphsOf, type Block, type ParagraphBlock } from './block.ts';
import type { CellRun } from './columns.ts';
import { font, type Layout, type ParagraphStyle } from './layout.ts';
import { tagColour } from './letterTag.ts';
import { spaceBetween } from './spacing.ts';
import { points, textPieces, typstString } from './typstText.ts';

/**
 * Writes paragraphs as Typst code. Where the drawing must tell whose text it draws, each paragraph has a number
 * as the colour of its letters, from 1 on; the page is cleaned of these colours before anyone sees it.
 */
export class ParagraphWriter {
  readonly layout: Layout;
  readonly #tags: ReadonlyMap<ParagraphBlock, number> | undefined;

  constructor(layout: Layout, tagged: readonly Block[] | undefined) {
    this.layout = layout;
    this.#tags =
      tagged && new Map(tagged.flatMap(paragraphsOf).map((block, index) => [block, index + 1]));
  }

  /** The call that sets a paragraph below one of style `before`; `written`: its runs where a cell breaks them. */
  one(
    block: ParagraphBlock,
    before: ParagraphStyle | undefined,
    written: readonly CellRun[] = block.runs,
  ): string {
    const style = this.layout.styles[block.style];
    const runs = written.map((run) => runCode(run, style)).join(', ');
    const rule = block.rule === undefined ? '' : `rule: ${block.rule}, `;
    const tag = this.#tags?.get(block);
    const red = style.red === true;
    const colour =
      tag === undefined ? '' : `colour: rgb("#${tagColour({ paragraph: tag, red })}"), `;
    const above = points(spaceBetween(before, style));
    return `p-${block.style}(${above}, ${rule}${colour}${runs || '""'})`;
  }

  /** Paragraphs one below the other, as a block of code. */
  stack(paragraphs: readonly ParagraphBlock[]): string {
    let before: ParagraphStyle | undefined;
    const written = paragraphs.map((each) => {
      const one = this.one(each, before);
      before = this.layout.styles[each.style];
      return one;
    });
    return `{ ${written.join('; ')} }`;
  }
}

function runCode(run: CellRun, style: ParagraphStyle): string {
  const text = style.caps ? run.text.toLocaleUpperCase('vi') : run.text;
  const call = run.bold ? (run.italic ? 'bi' : 'b') : run.italic ? 'i' : 'text';
  if (run.pieces) {
    const upper = (piece: string): string => piece.toLocaleUpperCase('vi');
    return piecesCode(style.caps ? run.pieces.map(upper) : run.pieces, call);
  }
  const lines = text.split('\n').map((line) => textCalls(line, call).join(', '));
  return lines.join(', linebreak(), ') + (run.note === undefined ? '' : `, ${noteCode(run.note)}`);
}

/** Typst breaks a line at space, but not at none at all: this is too little to be seen. */
const breakHere = 'h(0.001pt)';

/** Piece by piece, with room for a break between two: no mark of it is left in the text. */
function piecesCode(pieces: readonly string[], call: string): string {
  return pieces.map((piece) => `${call}(${typstString(piece)})`).join(`, ${breakHere}, `);
}

/** A box stands on its bottom edge, which lies below the letters' baseline. */
const onBaseline = `baseline: ${font.descent}em`;

function noteCode(note: string): string {
  const lines = note.split('\n').map((line) => textCalls(line, 'text').join('; '));
  return `footnote({ ${lines.join('; linebreak(); ')} })`;
}

function textCalls(text: string, call: string): readonly string[] {
  const calls = textPieces(text).map(({ text: piece, whole }) => {
    const literal = typstString(piece);
    return whole ? `${call}(box(${onBaseline}, ${literal}))` : `${call}(${literal})`;
  });
  return calls.length === 0 ? [`${call}("")`] : calls;
}
