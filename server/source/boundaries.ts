/**
 * Where a Markdown text may be cut so that its parts parse by themselves as they do together. These are only
 * candidates: what is still open there (a fence, raw HTML) shows on the parsed tree.
 */

const lf = 10;
const cr = 13;
const space = 32;
const tab = 9;

/** How many characters after a cut decide whether it is one: a list item's nine digits, its mark and a blank. */
export const lookahead = 12;

/** The offset after the line ending of the line that `at` is on, or the text's length. */
export function lineEnd(text: string, at: number): number {
  for (let index = at; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === lf) return index + 1;
    if (code === cr) return text.charCodeAt(index + 1) === lf ? index + 2 : index + 1;
  }
  return text.length;
}

const listItem = /(?:[-+*]|\d{1,9}[.)])(?=[ \t\r\n]|$)/uy;
const atxHeading = /#{1,6}(?=[ \t\r\n]|$)/uy;

/** Whether a list item begins at `at`: `-`, `+`, `*` or a number with `.` or `)`, then a blank. */
export function isListItem(text: string, at: number): boolean {
  listItem.lastIndex = at;
  return listItem.test(text);
}

function isHeading(text: string, at: number): boolean {
  atxHeading.lastIndex = at;
  return atxHeading.test(text);
}

const openingFence = /^---[ \t]*(?=[\r\n])/u;
const closingFence = /(?:\r\n|\n|\r)---[ \t]*(?=[\r\n]|$)/gu;

/** The end of the front matter with its closing fence's line ending; 0 where there is none or it is not closed. */
export function frontMatterEnd(text: string): number {
  const opening = openingFence.exec(text);
  if (!opening) return 0;
  closingFence.lastIndex = opening[0].length;
  const closing = closingFence.exec(text);
  return closing ? lineEnd(text, closing.index + closing[0].length) : 0;
}

/**
 * Where the part that begins at `start` may end, one offset after another and at last the text's length: after
 * a blank line or before a heading, where the next line begins in column 0 and continues no list.
 */
export function* partEnds(text: string, start: number): Generator<number> {
  let blankBefore = false;
  let inList = false;
  for (let at = start; at < text.length; at = lineEnd(text, at)) {
    if (at > start && startsPart(text, at, blankBefore, inList)) yield at;
    let content = at;
    while (isBlank(text.charCodeAt(content))) content += 1;
    const code = text.charCodeAt(content);
    blankBefore = code === lf || code === cr;
    inList ||= isListItem(text, content);
  }
  yield text.length;
}

function startsPart(text: string, at: number, blankBefore: boolean, inList: boolean): boolean {
  const code = text.charCodeAt(at);
  if (isBlank(code) || code === lf || code === cr) return false;
  return blankBefore ? !(inList && isListItem(text, at)) : isHeading(text, at);
}

function isBlank(code: number): boolean {
  return code === space || code === tab;
}
