import { Memory } from './memory.ts';

/** A visible line of a paragraph, whatever the paragraph's place in the file. */
export interface RawLine {
  readonly text: string;
  /** Where `text` begins in the paragraph's text. */
  readonly offset: number;
  readonly boldLength: number;
  readonly italic: boolean;
  readonly memory: Memory;
}

/** Bold (`b`), italic (`i`), both (`x`), a list marker (`l`) or none of these (a space). */
export type StyleMark = 'b' | 'i' | 'x' | 'l' | ' ';

/** A mark for each character of a paragraph's text. */
export class StyleMarks {
  #text = '';
  #length = 0;

  /** The marks in order; empty while all are blanks. */
  get text(): string {
    return this.#text;
  }

  add(mark: StyleMark, count: number): void {
    if (mark !== ' ' && this.#text === '') this.#text = ' '.repeat(this.#length);
    if (mark !== ' ' || this.#text !== '') this.#text += mark.repeat(count);
    this.#length += count;
  }
}

/** The lines of a paragraph's text that show something; `marks` are those of its characters, or empty. */
export function linesOf(text: string, marks: string): readonly RawLine[] {
  const lines: RawLine[] = [];
  let from = 0;
  for (const whole of text.split('\n')) {
    const { lead, inner } = withoutStrayMarks(whole);
    if (visible.test(inner)) {
      const offset = from + lead;
      const styles = marks.slice(offset, offset + inner.length);
      lines.push({
        text: inner,
        offset,
        // a converter's `**` that closes nothing was meant as bold
        boldLength: inner === whole ? markedLength(inner, styles, 'b') : inner.length,
        italic: markedLength(inner, styles, 'i') === inner.length,
        memory: new Memory(),
      });
    }
    from += whole.length + 1;
  }
  return lines;
}

const visible = /[^\s*\u200B\uFEFF]/u;

/** The line without the `**` or `#######` that a converter left where Markdown reads no mark. */
function withoutStrayMarks(text: string): { lead: number; inner: string } {
  if (!text.includes('*') && !text.includes('#')) return { lead: 0, inner: text };
  const lead = /^\s*(?:\*{2,3}(?=[^\s*])|#{7,12}\s+|\*{2,3}$)/u.exec(text)?.[0].length ?? 0;
  const rest = text.slice(lead);
  return { lead, inner: rest.replace(/(?<=[^\s*])\*{2,3}\s*$/u, '') };
}

const wordCharacter = /[\p{L}\p{N}]/u;

/** How far bold or italic reaches from the line's start: spaces and punctuation outside it do not end it. */
function markedLength(text: string, marks: string, style: 'b' | 'i'): number {
  if (!marks.includes(style) && !marks.includes('x')) return 0;
  let reached = 0;
  for (let at = 0; at < text.length; at += 1) {
    const mark = marks.charAt(at);
    if (mark === style || mark === 'x') {
      reached = at + 1;
    } else if (mark !== 'l' && wordCharacter.test(text.charAt(at))) {
      return reached;
    }
  }
  return text.length;
}
