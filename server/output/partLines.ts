import type { Document, Part } from '../document/document.ts';
import { textOffset } from './runs.ts';

/** The text of a part with the line breaks that its author gave it. */
export function withLineBreaks(document: Document, part: Part): string {
  const lines = document.lines
    .filter((line) => line.span.start < part.span.end && line.span.end > part.span.start)
    .map((line) => {
      const from = textOffset(line, part.span.start);
      const to = textOffset(line, part.span.end);
      return line.text.slice(from, to).trim();
    })
    .filter((text) => text !== '');
  // two columns on one line leave words of the other column between the part's own
  return lines.join(' ') === part.text ? lines.join('\n') : part.text;
}

const committee =
  /^(?<body>ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN)\s+(?<place>(?:TỈNH|THÀNH PHỐ|THỊ XÃ|THỊ TRẤN|HUYỆN|QUẬN|XÃ|PHƯỜNG|ĐẶC KHU)\s.+)$/su;

/** An agency's name in capitals; a committee's place begins a line of its own, as offices set it. */
export function agencyLines(text: string): string {
  const capitals = text.toLocaleUpperCase('vi');
  const groups = committee.exec(capitals)?.groups;
  if (!groups || capitals.includes('\n')) return capitals;
  return `${groups['body'] ?? ''}\n${groups['place'] ?? ''}`;
}
