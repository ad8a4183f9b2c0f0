import type { NumberingKind } from '../../document/document.ts';
import type { Block, ParagraphBlock } from '../block.ts';
import { wordStyleOf } from './wordStyles.ts';

/** Kinds of headings from the outermost; `none` is a heading without a number. */
const ranks: readonly NumberingKind[] = [
  'part',
  'chapter',
  'namedSection',
  'subsection',
  'article',
  'capital',
  'roman',
  'arabic',
  'decimal',
  'letter',
  'none',
];

/** What Word's navigation shows: paragraphs of these components, and every article. */
function isHeading({ style, section }: ParagraphBlock): boolean {
  return (
    style === 'partNumber' || style === 'heading' || (style === 'body' && section === 'article')
  );
}

/** Levels of a document's headings for Word's navigation, 0 for the outermost, without gaps. */
export class OutlineLevels {
  readonly #kinds: readonly NumberingKind[];
  readonly #headings: readonly ParagraphBlock[];

  constructor(blocks: readonly Block[]) {
    this.#headings = blocks.filter((block) => block.kind === 'paragraph').filter(isHeading);
    const kinds = new Set(this.#headings.map(({ section }) => section ?? 'none'));
    this.#kinds = ranks.filter((kind) => kinds.has(kind));
  }

  /** By style id; annexes stand with the outermost. */
  get byStyle(): ReadonlyMap<string, number> {
    const levels = new Map<string, number>([
      [wordStyleOf('annexHeading').id, 0],
      [wordStyleOf('annexTitle').id, 0],
    ]);
    for (const { style, section } of this.#headings) {
      levels.set(wordStyleOf(style, section).id, this.#levelOf(section));
    }
    return levels;
  }

  /** The level that a paragraph names itself, because its style is that of several levels. */
  ofParagraph({ style, section }: ParagraphBlock): number | undefined {
    return style === 'partTitle' && section ? this.#levelOf(section) : undefined;
  }

  #levelOf(kind: NumberingKind | undefined): number {
    return Math.min(8, Math.max(0, this.#kinds.indexOf(kind ?? 'none')));
  }
}
