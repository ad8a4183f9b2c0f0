import type { Addressees, ListItem } from './document.ts';
import { readListItem } from './listItems.ts';
import { leadOf } from './legalBases.ts';
import { joinParts, partOf } from './parts.ts';
import type { CuedLine, CuedSegment } from './split.ts';

const label = /^k[íi]nh\s+g[ửưu][ịi]\s*:?/iu;

/** `Kính gửi` at a line's segment and the list under it (ND 30, PL I, II.9a), with the index after them. */
export function readAddressees(
  lines: readonly CuedLine[],
  index: number,
  segment: CuedSegment,
): { addressees: Addressees; end: number } {
  const length = label.exec(segment.text)?.[0].length ?? 0;
  const labelPart = partOf(segment.line, segment.from, segment.from + length);
  const items: ListItem[] = [];
  const rest = readListItem(segment.line, segment.from + length, segment.to);
  if (rest.text !== '') items.push(rest);
  let end = index + 1;
  for (; end < lines.length; end += 1) {
    const line = lines[end];
    if (!line || line.segments.length !== 1 || !isAddressee(line, items, segment)) break;
    items.push(readListItem(line.line));
    if (/\.$/u.test(line.line.text.trimEnd())) {
      end += 1;
      break;
    }
  }
  const whole = joinParts([labelPart, ...items]) ?? labelPart;
  return { addressees: { ...whole, label: labelPart, items }, end };
}

function isAddressee(line: CuedLine, items: readonly ListItem[], label: CuedSegment): boolean {
  const text = line.line.text;
  if (text.length > 200 || line.segments[0]?.cue !== undefined || leadOf(text)) return false;
  if (/^\s*[-–+•*]\s*\S/u.test(text)) return items.length === 0 || hasMarkers(items);
  const last = items.at(-1);
  if (last && /\.$/u.test(last.text)) return false;
  if (line.line.paragraph === label.line.paragraph) return true;
  // an addressee on its own line without a marker ends as a list item does
  return last
    ? /;$/u.test(last.text) && /[;.]$/u.test(text)
    : /[;.]$/u.test(text) && text.length < 120;
}

function hasMarkers(items: readonly ListItem[]): boolean {
  return (
    items.some((item) => item.marker !== undefined) || items.every((item) => /;$/u.test(item.text))
  );
}
