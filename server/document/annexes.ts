import { pattern } from '../source/letters.ts';
import { perText } from '../source/memory.ts';
import type { Line } from '../source/source.ts';
import { span } from '../source/span.ts';
import type { Annex, Part } from './document.ts';
import { isCapitals } from './letterCase.ts';
import { joinParts, partOf } from './parts.ts';
import type { CuedLine } from './split.ts';

const heading =
  /^(?:phụ lục|phụ biểu|biểu mẫu)(?:\s+(?:số\s+)?(?<label>[IVXL]+|\d{1,2}[A-Za-z]?|[A-Z]))?\s*[.:]?$/iu;
const headingWithTitle = pattern.u`^(?:PHỤ LỤC|Phụ lục)\s+(?<label>[IVXL]+|\d{1,2})\s*[.:–-]\s*\p{Lu}`;
const attachment = /^\(?\s*(?:ban hành\s+)?kèm theo\s/iu;

/** How far under an annex's heading its title and `(Kèm theo …)` may stand. */
const headReach = 8;

/** The annexes from line `from` on; text there without any annex heading makes one annex. */
export function readAnnexes(lines: readonly CuedLine[], from: number): readonly Annex[] {
  const starts: number[] = [];
  for (let index = from; index < lines.length; index += 1) {
    const last = starts.at(-1);
    if (startsAnnex(lines, index) && !(last !== undefined && isSameHead(lines, last, index))) {
      starts.push(index);
    }
  }
  // footnotes after the signature are no annex
  if (starts.length === 0 && holdsMore(lines, from, 3)) starts.push(from);
  return starts.map((start, order) => readAnnex(lines, start, starts[order + 1] ?? lines.length));
}

/** Whether more than so many lines from `from` on are no footnotes. */
function holdsMore(lines: readonly CuedLine[], from: number, most: number): boolean {
  let count = 0;
  for (let index = from; index < lines.length && count <= most; index += 1) {
    if (lines[index]?.line.paragraph.kind !== 'footnote') count += 1;
  }
  return count > most;
}

/** Whether the line, read by itself, may begin an annex. */
const mayStart = perText((line: Line) => {
  const text = line.text.trim();
  return (
    line.paragraph.kind !== 'tableRow' &&
    (heading.test(text) || headingWithTitle.test(text) || isCapitals(text))
  );
});

function startsAnnex(lines: readonly CuedLine[], index: number): boolean {
  const line = lines[index]?.line;
  if (!line || !mayStart(line)) return false;
  const text = line.text.trim();
  if (heading.test(text) && (line.bold || line.paragraph.kind === 'heading' || /^P/u.test(text)))
    return true;
  if (headingWithTitle.test(text) && (line.bold || isCapitals(text))) return true;
  return isAttachedHead(lines, index);
}

/** A document issued with this one: a title in capitals with `(Kèm theo …)` under it. */
function isAttachedHead(lines: readonly CuedLine[], index: number): boolean {
  const text = lines[index]?.line.text.trim() ?? '';
  const cue = lines[index]?.segments[0]?.cue;
  if (!isCapitals(text) || text.length > 200 || cue === 'nation' || cue === 'agency') return false;
  for (let next = index + 1; next < Math.min(lines.length, index + 5); next += 1) {
    const below = lines[next]?.line.text.trim() ?? '';
    if (attachment.test(below)) return true;
    if (below.length > 250) return false;
  }
  return false;
}

function isSameHead(lines: readonly CuedLine[], start: number, index: number): boolean {
  if (index - start > headReach) return false;
  return !heading.test(lines[index]?.line.text.trim() ?? '');
}

function readAnnex(lines: readonly CuedLine[], start: number, end: number): Annex {
  const first = lines[start]?.line;
  const last = lines[end - 1]?.line;
  if (!first || !last) throw new RangeError('an annex has at least one line');
  const text = first.text.trim();
  const match = heading.exec(text) ?? headingWithTitle.exec(text);
  const titles: Part[] = [];
  let attached: Part | undefined;
  for (let index = start + 1; index < Math.min(end, start + headReach); index += 1) {
    const line = lines[index]?.line;
    if (!line) break;
    if (line.paragraph.kind === 'tableRow') break;
    if (attachment.test(line.text)) {
      attached = attachmentPart(lines, index);
      break;
    }
    if (!line.bold && !isCapitals(line.text)) break;
    titles.push(partOf(line));
  }
  return {
    text,
    span: span(first.span.start, last.span.end),
    label: match?.groups?.['label'],
    heading: partOf(first),
    title: joinParts(titles),
    attachment: attached,
  };
}

/** `(Kèm theo …` up to its closing bracket, which may stand on a later line. */
function attachmentPart(lines: readonly CuedLine[], index: number): Part | undefined {
  const parts: Part[] = [];
  for (let next = index; next < Math.min(lines.length, index + 4); next += 1) {
    const line = lines[next]?.line;
    if (!line) break;
    parts.push(partOf(line));
    if (!/^\(/u.test(lines[index]?.line.text.trim() ?? '') || /\)\s*$/u.test(line.text)) break;
  }
  return joinParts(parts);
}
