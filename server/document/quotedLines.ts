import { perText } from '../source/memory.ts';
import type { Line } from '../source/source.ts';

/** How far an opened quotation is believed before its closing mark counts as forgotten. */
const longestQuotation = 60;

/** The indexes of lines inside a quotation that began on an earlier line: their numbers are the quoted text's. */
export function quotedLines(lines: readonly Line[]): ReadonlySet<number> {
  const quoted = new Set<number>();
  let index = 0;
  while (index < lines.length) {
    const line = lines[index];
    const end = line && opens(line) ? closingLine(lines, index) : undefined;
    if (end === undefined) {
      index += 1;
      continue;
    }
    for (let inner = index; inner <= end; inner += 1) quoted.add(inner);
    index = end + 1;
  }
  return quoted;
}

const opens = perText(({ text }: Line) => opensQuotation(text));

function opensQuotation(text: string): boolean {
  return /^\s*[“"]/u.test(text) && !/[”"]/u.test(text.trimStart().slice(1));
}

function closingLine(lines: readonly Line[], start: number): number | undefined {
  for (
    let index = start + 1;
    index < Math.min(lines.length, start + longestQuotation);
    index += 1
  ) {
    const text = lines[index]?.text ?? '';
    if (/[”"]\s*[.;,]?\s*(?:\.\/\.)?\s*$/u.test(text)) return index;
    if (opensQuotation(text)) return undefined;
  }
  return undefined;
}
