/** A stretch of a Word file's text of one look. */
export interface WordRun {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** The id of a footnote that hangs on the run's end. */
  readonly note?: string;
}

export interface WordParagraph {
  readonly kind: 'paragraph';
  /** The style's id. */
  readonly style: string | undefined;
  /** The number or bullet that Word shows before the text. */
  readonly number: string | undefined;
  /** From 0, where the paragraph is a heading in Word's navigation. */
  readonly outline: number | undefined;
  /** A `\n` in a run's text breaks the line, a `\t` is a tab. */
  readonly runs: readonly WordRun[];
}

export interface WordCell {
  readonly blocks: readonly WordBlock[];
  readonly colspan: number;
  readonly rowspan: number;
}

export interface WordTable {
  readonly kind: 'table';
  readonly rows: readonly (readonly WordCell[])[];
  /** Whether any line of it is drawn: tables without lines only place text. */
  readonly ruled: boolean;
}

export interface WordImage {
  readonly kind: 'image';
  /** The part of the package that holds it. */
  readonly part: string;
  readonly alt: string;
}

/** From here on the paper lies or stands. */
export interface WordTurn {
  readonly kind: 'turn';
  readonly orientation: 'portrait' | 'landscape';
}

export type WordBlock = WordParagraph | WordTable | WordImage | WordTurn;

export interface WordContent {
  readonly blocks: readonly WordBlock[];
  /** The text of each footnote and endnote by its id. */
  readonly notes: ReadonlyMap<string, string>;
}

/** What of a Word file has no place in the text, with the words around it where there are any. */
export interface Loss {
  readonly vi: string;
  readonly en: string;
  readonly count: number;
  /** The words that are lost, or the place; where the text keeps the words, no more than there is room for. */
  readonly words: string;
}

export function textOfParagraph({ runs }: WordParagraph): string {
  return runs.map(({ text }) => text).join('');
}

export function isEmpty(block: WordBlock): boolean {
  return (
    block.kind === 'paragraph' &&
    block.runs.every(({ text, note }) => text.trim() === '' && note === undefined)
  );
}
