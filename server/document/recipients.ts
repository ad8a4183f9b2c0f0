import type { Part, Recipient, Recipients } from './document.ts';
import { drafterCodeIn } from './drafterCode.ts';
import { readListItem } from './listItems.ts';
import { joinParts, partOf } from './parts.ts';
import { authorityMark, startsSignature } from './signature.ts';
import type { CuedLine, CuedSegment } from './split.ts';
import { pattern } from '../source/letters.ts';

const archive = /^lưu\s*[:,]?|^lưu\s/iu;
const asAbove = /^như\s+(?:trên|kính gửi|điều)/iu;

export interface FoundRecipients {
  readonly recipients: Recipients;
  /** Indexes of the lines that hold the label and the items. */
  readonly start: number;
  readonly end: number;
  /** Columns beside the list, which belong to the signature. */
  readonly beside: readonly CuedSegment[];
  /** The drafter's symbol at the list's end. */
  readonly drafterCode: Part | undefined;
}

/** `Nơi nhận` from `index` on (ND 30, PL I, II.9b), its items up to the archive line or the first stranger. */
export function readRecipients(
  lines: readonly CuedLine[],
  index: number,
  label: CuedSegment,
): FoundRecipients {
  const beside: CuedSegment[] = [];
  const items: Recipient[] = [];
  let isArchived = false;
  const add = (item: Recipient): void => {
    items.push(item);
    isArchived ||= item.role === 'archive';
  };
  const labelLength =
    /^n[ơo]i\s+nh[ậâ]n\s*[:.]?/iu.exec(label.text)?.[0].length ?? label.text.length;
  const labelPart = partOf(label.line, label.from, label.from + labelLength);
  const rest = partOf(label.line, label.from + labelLength, label.to);
  if (rest.text !== '') {
    for (const item of splitRunOn(label, label.from + labelLength)) add(item);
  }
  beside.push(...(lines[index]?.segments.filter((segment) => segment !== label) ?? []));
  let drafterCode: Part | undefined;
  let end = index + 1;
  for (; end < lines.length; end += 1) {
    const line = lines[end];
    if (!line) break;
    const [first, ...others] = line.segments;
    if (!first) continue;
    if (first.cue === 'drafterCode' && items.length > 0) {
      drafterCode ??= partOf(first.line, first.from, first.to);
      beside.push(...others);
      continue;
    }
    const last = items.at(-1);
    // a list that goes on after its archive line still is one list
    if (isArchived && !/^[-–—+•]\s*\S/u.test(first.text)) break;
    if (last && continues(last, first, lines[end - 1])) {
      items[items.length - 1] = joined(last, first);
      beside.push(...others);
      continue;
    }
    if (!isRecipient(first, line, lines[end + 1])) {
      if (others.length > 0 || items.length > 0 || !isSignatureLine(first)) break;
      beside.push(first);
      continue;
    }
    const code = drafterCodeIn(first.line, first.from, first.to);
    drafterCode ??= code;
    for (const item of splitRunOn(code ? upTo(first, code) : first, first.from)) add(item);
    beside.push(...others);
  }
  const whole = joinParts([labelPart, ...items]) ?? labelPart;
  return {
    recipients: { ...whole, label: labelPart, items },
    start: index,
    end,
    beside,
    drafterCode,
  };
}

/** The segment without the part that ends it. */
function upTo(segment: CuedSegment, part: Part): CuedSegment {
  const to = segment.line.text.lastIndexOf(part.text, segment.to);
  return { ...segment, ...partOf(segment.line, segment.from, to), to };
}

/** A name broken over two lines of one paragraph: the first has no end mark, the second no dash. */
function continues(last: Recipient, segment: CuedSegment, before: CuedLine | undefined): boolean {
  if (last.endMark || segment.cue !== undefined || authorityMark(segment.text)) return false;
  if (before?.line.paragraph !== segment.line.paragraph || !last.marker) return false;
  return pattern.u`^\p{Ll}`.test(segment.text);
}

function joined(last: Recipient, segment: CuedSegment): Recipient {
  const rest = readListItem(segment.line, segment.from, segment.to);
  const text = `${last.text} ${rest.text}`;
  return {
    ...last,
    text,
    span: { start: last.span.start, end: rest.span.end },
    content: {
      text: `${last.content.text} ${rest.content.text}`,
      span: { start: last.content.span.start, end: rest.content.span.end },
    },
    endMark: rest.endMark,
  };
}

/** Several recipients on one line, `- A; - B; - Lưu: VT.`, are several items. */
function splitRunOn(segment: CuedSegment, from: number): readonly Recipient[] {
  const text = segment.line.text.slice(from, segment.to);
  const items: Recipient[] = [];
  let start = 0;
  for (const match of text.matchAll(pattern.gu`[;.]\s+(?=[-–+]\s*\p{L})`)) {
    const cut = match.index + match[0].length;
    items.push(asRecipient(segment, from + start, from + cut));
    start = cut;
  }
  items.push(asRecipient(segment, from + start, segment.to));
  return items;
}

function asRecipient(segment: CuedSegment, from: number, to: number): Recipient {
  const item = readListItem(segment.line, from, to);
  const content = item.content.text;
  const role = archive.test(content) ? 'archive' : asAbove.test(content) ? 'asAbove' : 'recipient';
  return { ...item, role };
}

function isSignatureLine(segment: CuedSegment): boolean {
  return startsSignature(segment.text) || segment.cue === 'capitals';
}

function isRecipient(segment: CuedSegment, line: CuedLine, next: CuedLine | undefined): boolean {
  const text = segment.text;
  if (text.length > 250 || segment.cue === 'recipients' || authorityMark(text)) return false;
  if (/^[-–—+•*]\s*\S/u.test(text)) return true;
  if (archive.test(text)) return true;
  if (segment.cue !== undefined) return false;
  if (/;$/u.test(text)) return true;
  // the tail of an item that was broken over two lines
  const nextText = next?.segments[0]?.text ?? '';
  return (
    /[,.]$/u.test(text) &&
    next?.line.paragraph === line.line.paragraph &&
    /^[-–+]|;$/u.test(nextText)
  );
}
