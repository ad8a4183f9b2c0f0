import type { Line } from '../source/source.ts';
import type { ListItem } from './document.ts';
import { partOf } from './parts.ts';

const marker = /^\s*[-–—−+*•]\s*/u;
const endMark = /\s*(?:\.\/\.|[;.,:])\s*$/u;

/** The list item between two offsets of a line: marker, content and end mark told apart. */
export function readListItem(line: Line, from = 0, to = line.text.length): ListItem {
  const whole = partOf(line, from, to);
  const start = line.text.indexOf(whole.text, from);
  const head = marker.exec(whole.text)?.[0].length ?? 0;
  const tail = endMark.exec(whole.text.slice(head));
  const contentEnd = start + (tail ? head + tail.index : whole.text.length);
  return {
    ...whole,
    marker: head > 0 ? partOf(line, start, start + head) : undefined,
    content: partOf(line, start + head, contentEnd),
    endMark: tail ? partOf(line, contentEnd, start + whole.text.length) : undefined,
  };
}
