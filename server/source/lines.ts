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

/**
 * The lines of a paragraph's text that show something. `marks` says of each of its characters whether it is
 * bold (`b`), italic (`i`), both (`x`), a list marker (`l`) or none of these (a space).
 */
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
        boldLength: inner === whole ? markedLength(inner, styles, 'bx') : inner.length,
        italic: markedLength(inner, styles, 'ix') === inner.length,
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
  const lead = /^\s*(?:\*{2,3}(?=[^\s*])|#{7,12}\s+|\*{2,3}$)/u.exec(text)?.[0].length ?? 0;
  const rest = text.slice(lead);
  return { lead, inner: rest.replace(/(?<=[^\s*])\*{2,3}\s*$/u, '') };
}

const wordCharacter = /[\p{L}\p{N}]/u;

/** How far the style reaches from the line's start: spaces and punctuation outside it do not end it. */
function markedLength(text: string, marks: string, styles: string): number {
  let reached = 0;
  let seen = false;
  for (let at = 0; at < text.length; at += 1) {
    const mark = marks.charAt(at);
    if (styles.includes(mark)) {
      seen = true;
      reached = at + 1;
    } else if (mark !== 'l' && wordCharacter.test(text.charAt(at))) {
      return seen ? reached : 0;
    }
  }
  return seen ? text.length : 0;
}
