/** Deeper than anything that people write: brackets in brackets, and steps of indentation or marks of one line. */
const mostBrackets = 100;
const longestLead = 200;

/** The spaces and the marks of lists and keys, each of which opens a level, before a line's first value. */
const lead = /^(?:[-?:][ \t]+| )*/u;

/**
 * The offset in a YAML or JSON text from which it nests deeper than is read; undefined where it does not. To be asked
 * before the text is parsed: the parser calls itself for each level, and a regular expression that is compiled near
 * the end of the stack ends the whole process, which nothing can catch. Brackets in quoted text count too.
 */
export function tooDeepAt(text: string): number | undefined {
  let brackets = 0;
  let lineStart = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '[' || character === '{') brackets += 1;
    else if (character === ']' || character === '}') brackets = Math.max(0, brackets - 1);
    if (brackets > mostBrackets) return at;
    if (character !== '\n' && character !== '\r' && at < text.length) continue;
    const begins = text.slice(lineStart, Math.min(at, lineStart + 2 * longestLead));
    if ((lead.exec(begins)?.[0].length ?? 0) > longestLead) return lineStart;
    lineStart = at + 1;
  }
  return undefined;
}
