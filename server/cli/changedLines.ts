import { Lines } from '../lint/lines.ts';
import { applyEdits, type Edit } from '../source/span.ts';

/** The lines that edits change, before (`-`) and after (`+`), each with its one-based number. */
export function changedLines(text: string, edits: readonly Edit[]): string {
  const lines = new Lines(text);
  const groups: { first: number; last: number; edits: Edit[] }[] = [];
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    const first = lines.positionAt(edit.span.start).line;
    const last = lines.positionAt(edit.span.end).line;
    const group = groups.at(-1);
    if (group && first <= group.last) {
      group.last = Math.max(group.last, last);
      group.edits.push(edit);
    } else {
      groups.push({ first, last, edits: [edit] });
    }
  }
  return groups
    .map((group) => {
      const { start } = lines.lineSpan(group.first);
      const { end } = lines.lineSpan(group.last);
      const before = text.slice(start, end);
      const after = applyEdits(
        before,
        group.edits.map(({ span, newText }) => ({
          span: { start: span.start - start, end: span.end - start },
          newText,
        })),
      );
      return `  ${group.first + 1}\n${withMark('-', before)}${withMark('+', after)}`;
    })
    .join('');
}

function withMark(mark: string, text: string): string {
  return text
    .split(/\r\n|\n|\r/u)
    .map((line) => `  ${mark} ${line}\n`)
    .join('');
}
