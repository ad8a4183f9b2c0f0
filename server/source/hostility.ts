import { isListItem } from './boundaries.ts';

/** Longer blocks take Markdown a fifth of a second and more, at every keystroke in them; annexes hold tables of half that. */
const longest = 200_000;

/** The share of the time that any line takes, beside one that opens a list item or a quotation. */
const lineCost = 0.2;

/** Lists and quotations cost the square of their number; some 1,200 lines of them take a quarter of a second. */
const mostContainers = 1200;

/** Emphasis, brackets and backticks cost the square of their number within one run of text. */
const mostMarks = 1500;

/** Shorter texts cannot hold so many containers or marks. */
const harmless = 1000;

/** What Markdown looks for a partner of: raw HTML too, where only a far end may close it. */
const marks = /[*_[\]`]|<[?!]/gu;

/** Whether Markdown would take too long over the text, since its time grows with the square of some shapes. */
export function isHostile(text: string): boolean {
  if (text.length < harmless) return false;
  if (text.length > longest) return true;
  let containers = 0;
  let squares = 0;
  let run = 0;
  for (const line of text.split(/[\r\n]/u)) {
    const depth = containerDepth(line);
    containers += depth > 0 ? depth : lineCost;
    if (depth > 0 || /^\s*(?:$|\|)/u.test(line)) {
      squares += run * run;
      run = 0;
    }
    run += line.match(marks)?.length ?? 0;
    if (containers > mostContainers || squares + run * run > mostMarks ** 2) return true;
  }
  return false;
}

/** How many quotations and list items a line opens or may stand in; 0 for a line of text. */
function containerDepth(line: string): number {
  let at = 0;
  let opened = 0;
  for (;;) {
    while (line.charAt(at) === ' ' || line.charAt(at) === '\t') at += 1;
    if (line.charAt(at) === '>') at += 1;
    else if (isListItem(line, at)) at = line.slice(at, at + 10).search(/[-+*.)]/u) + at + 1;
    else break;
    opened += 1;
  }
  return opened === 0 ? 0 : opened + Math.floor(indentOf(line) / 2);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
