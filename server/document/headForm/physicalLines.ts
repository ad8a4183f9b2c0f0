/** Where the line that holds an offset begins. */
export function lineStartAt(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line that holds an offset ends, its line ending left out. */
export function lineEndAt(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  if (at < 0) return text.length;
  return at > offset && text[at - 1] === '\r' ? at - 1 : at;
}

/** Where the first line after an offset begins that has more than blanks; the text's end when none has. */
export function skipBlankLines(text: string, offset: number): number {
  const blank = /[^\S\n]*\n/uy;
  let at = offset;
  for (;;) {
    blank.lastIndex = at;
    const match = blank.exec(text);
    if (!match) return text.slice(at).trim() === '' ? text.length : at;
    at += match[0].length;
  }
}

/** The line ending that the text has; `\n` for a text of one line. */
export function lineEndingOf(text: string): '\n' | '\r\n' {
  const at = text.indexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}
