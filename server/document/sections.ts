import { pattern } from '../source/letters.ts';
import type { Line } from '../source/source.ts';
import { span } from '../source/span.ts';
import type { Numbering, NumberingKind, Part, Section } from './document.ts';
import { isCapitals } from './letterCase.ts';
import { numberingOf } from './numbering.ts';
import { joinParts, partOf } from './parts.ts';
import { quotedLines } from './quotedLines.ts';
import { mayHead } from './structure.ts';

const ranks: Readonly<Record<NumberingKind, number>> = {
  part: 1,
  chapter: 2,
  namedSection: 3,
  subsection: 4,
  article: 5,
  capital: 6,
  none: 7,
  roman: 7,
  arabic: 8,
  decimal: 9,
  letter: 15,
};

interface Heading {
  readonly numbering: Numbering;
  readonly rank: number;
  readonly title: Part;
  readonly from: number;
  /** Index after the heading's last line. */
  readonly to: number;
  readonly form: Section['form'];
  readonly depth: number;
  readonly runIn: boolean;
}

/** The headings found so far, and those of them that the next one is held against. */
class HeadingsAbove {
  readonly all: Heading[] = [];
  /** The values of the capitals among them. */
  readonly capitals = new Set<number>();
  /** The last that is no lettered item. */
  lastSection: Heading | undefined;
  /** The last Markdown heading of each depth. */
  readonly #lastOfDepth = new Map<number, Heading>();

  add(heading: Heading): void {
    const { numbering, form, depth } = heading;
    this.all.push(heading);
    if (numbering.kind === 'capital') this.capitals.add(numbering.value);
    if (numbering.kind !== 'letter') this.lastSection = heading;
    if (form === 'heading') this.#lastOfDepth.set(depth, heading);
  }

  /** The last Markdown heading with fewer marks. */
  lastShallower(depth: number): Heading | undefined {
    let last: Heading | undefined;
    for (const heading of this.#lastOfDepth.values()) {
      if (heading.depth < depth && (!last || heading.from > last.from)) last = heading;
    }
    return last;
  }
}

/** The section tree of the lines by their numbering, whatever Markdown form each heading has. */
export function readSections(lines: readonly Line[]): readonly Section[] {
  const headings = findHeadings(lines);
  return nest(lines, headings, 0, headings.length, lines.length, 1);
}

/** `1)` under `1.`, and a plain list under a bold `1.`, count a level of their own, which the norm has no name for. */
const innerRank = 14;

function rankOf(numbering: Numbering, form: Section['form'], above: HeadingsAbove): number {
  if (numbering.kind === 'arabic') {
    const last = above.lastSection;
    const isFigure = last?.numbering.kind === 'arabic' || last?.numbering.kind === 'decimal';
    const begins =
      numbering.value === 1 &&
      isFigure &&
      (numbering.delimiter === ')'
        ? last.numbering.delimiter !== ')'
        : form === 'plain' && last.form !== 'plain' && !last.runIn);
    const goesOn =
      last?.rank === innerRank &&
      last.form === form &&
      last.numbering.value === numbering.value - 1;
    if (begins || goesOn) return innerRank;
  }
  const dots = numbering.kind === 'decimal' ? numbering.label.split('.').length - 2 : 0;
  return ranks[numbering.kind] + dots;
}

function findHeadings(lines: readonly Line[]): readonly Heading[] {
  const quoted = quotedLines(lines);
  const above = new HeadingsAbove();
  let index = 0;
  while (index < lines.length) {
    const line = lines[index];
    const heading =
      line && mayHead(line) && !quoted.has(index) && isText(line)
        ? headingAt(lines, index, line, above)
        : undefined;
    if (heading) above.add(heading);
    index = heading?.to ?? index + 1;
  }
  return above.all;
}

function isText(line: Line): boolean {
  const kind = line.paragraph.kind;
  return kind === 'paragraph' || kind === 'heading' || kind === 'listItem' || kind === 'quote';
}

function headingAt(
  lines: readonly Line[],
  index: number,
  line: Line,
  above: HeadingsAbove,
): Heading | undefined {
  const found = numberingOf(line);
  if (!found) return unnumbered(index, line, above);
  if (found.numbering.kind === 'capital' && !continuesCapitals(found.numbering, above))
    return undefined;
  const form = formOf(line, found.numbering);
  const { title, runIn } = titleOf(line, found.after, form);
  const parts = [title];
  let to = index + 1;
  while (!runIn && continuesTitle(lines, index, to, form, title)) {
    const next = lines[to];
    if (!next) break;
    parts.push(partOf(next));
    to += 1;
  }
  return {
    numbering: found.numbering,
    rank: rankOf(found.numbering, form, above),
    title: joinParts(parts.filter((part) => part.text !== '')) ?? title,
    from: index,
    to,
    form,
    depth: line.paragraph.kind === 'heading' ? line.paragraph.depth : 0,
    runIn,
  };
}

/** `C.`, `D.` and the like are sections only in a series that began with `A.` */
function continuesCapitals(numbering: Numbering, above: HeadingsAbove): boolean {
  return numbering.label === 'A' || above.capitals.has(numbering.value - 1);
}

function unnumbered(index: number, line: Line, above: HeadingsAbove): Heading | undefined {
  const isHeading = line.paragraph.kind === 'heading';
  const title = partOf(line);
  const inner = line.text.trim();
  if (inner === '' || inner.length > 200) return undefined;
  const bold =
    line.bold &&
    line.paragraph.kind === 'paragraph' &&
    isCapitals(inner) &&
    pattern.u`\p{L}{3}`.test(inner);
  if (!isHeading && !bold) return undefined;
  if (/:$/u.test(inner) || /^[-–+*“"(]/u.test(inner)) return undefined;
  return {
    numbering: {
      kind: 'none',
      value: 0,
      label: '',
      delimiter: '',
      span: span(title.span.start, title.span.start),
    },
    rank: isHeading ? rankByDepth(line.paragraph.depth, above) : ranks.none,
    title,
    from: index,
    to: index + 1,
    form: isHeading ? 'heading' : 'bold',
    depth: isHeading ? line.paragraph.depth : 0,
    runIn: false,
  };
}

/** A heading without a number has only its depth to say where it belongs: under the last one with fewer marks. */
function rankByDepth(depth: number, above: HeadingsAbove): number {
  const parent = above.lastShallower(depth);
  return parent ? parent.rank + 0.5 : ranks.none;
}

function formOf(line: Line, numbering: Numbering): Section['form'] {
  if (line.paragraph.kind === 'heading') return 'heading';
  const numberLength = line.text.trimStart().indexOf(numbering.label) + numbering.label.length;
  return line.bold || line.boldLength >= numberLength ? 'bold' : 'plain';
}

const longestPlainTitle = 150;

function titleOf(
  line: Line,
  after: number,
  form: Section['form'],
): { title: Part; runIn: boolean } {
  const text = line.text;
  if (form === 'heading' || line.bold) {
    return { title: withoutEnd(line, after, text.length), runIn: false };
  }
  // where the number alone is bold, the title ends as a sentence does
  if (form === 'bold' && line.boldLength > after) {
    return { title: withoutEnd(line, after, line.boldLength), runIn: true };
  }
  const rest = text.slice(after);
  const sentence = /[:;]|[.!?](?=\s|\/|$)/u.exec(rest);
  if (!sentence && rest.length <= longestPlainTitle) {
    return { title: withoutEnd(line, after, text.length), runIn: false };
  }
  const colonAtEnd = sentence?.[0] === ':' && sentence.index === rest.trimEnd().length - 1;
  const end = sentence ? after + sentence.index : text.length;
  return {
    title: partOf(line, after, end),
    runIn: form === 'bold' || !(colonAtEnd && rest.length <= longestPlainTitle),
  };
}

function withoutEnd(line: Line, from: number, to: number): Part {
  let end = to;
  while (end > from && /[\s:.;,/]/u.test(line.text.charAt(end - 1))) end -= 1;
  return partOf(line, from, end);
}

/** A title in bold capitals may go on over further lines, as converters split it. */
function continuesTitle(
  lines: readonly Line[],
  start: number,
  next: number,
  form: Section['form'],
  title: Part,
): boolean {
  const first = lines[start];
  const line = lines[next];
  if (!first || !line || form === 'plain' || next - start > 3) return false;
  if (numberingOf(line)) return false;
  if (line.paragraph === first.paragraph) return line.bold || form === 'heading';
  return (
    line.bold &&
    line.paragraph.kind === first.paragraph.kind &&
    isCapitals(title.text === '' ? line.text : title.text) &&
    isCapitals(line.text) &&
    !/[:.;]$/u.test(line.text)
  );
}

function nest(
  lines: readonly Line[],
  headings: readonly Heading[],
  from: number,
  to: number,
  endLine: number,
  level: number,
): readonly Section[] {
  const sections: Section[] = [];
  let index = from;
  while (index < to) {
    const heading = headings[index];
    if (!heading) break;
    let next = index + 1;
    while (next < to && (headings[next]?.rank ?? heading.rank) > heading.rank) next += 1;
    const after = next < to ? (headings[next]?.from ?? endLine) : endLine;
    const firstChild = headings[index + 1];
    const ownEnd = next > index + 1 ? (firstChild?.from ?? after) : after;
    const headingStart = lines[heading.from]?.span.start ?? 0;
    sections.push({
      numbering: heading.numbering,
      title: heading.title,
      heading: span(headingStart, lines[heading.to - 1]?.span.end ?? headingStart),
      span: span(headingStart, lines[after - 1]?.span.end ?? headingStart),
      level,
      form: heading.form,
      depth: heading.depth,
      ownLines: lines.slice(heading.to, ownEnd),
      runIn: heading.runIn,
      children: nest(lines, headings, index + 1, next, after, level + 1),
    });
    index = next;
  }
  return sections;
}
