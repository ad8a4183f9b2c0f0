import { perText } from '../source/memory.ts';
import type { Line, Piece, Source } from '../source/source.ts';
import { cueOf, isPlaceName, type Cue } from './cues.ts';
import { partOf, withoutBlanks } from './parts.ts';
import { firstLine } from './pieceLines.ts';
import { columnsOf, type Column, type Segment } from './segments.ts';
import { startsSignature } from './signature.ts';

export interface CuedSegment extends Segment {
  readonly cue: Cue | undefined;
}

/** A line with its columns and what they look like; read once, asked by every later step. */
export class CuedLine {
  readonly line: Line;
  #segments: readonly CuedSegment[] | undefined;

  constructor(line: Line) {
    this.line = line;
  }

  get segments(): readonly CuedSegment[] {
    this.#segments ??= cuesOf(this.line).columns.map(({ from, to, cue }) => {
      const { text, span } = partOf(this.line, from, to);
      return { text, span, line: this.line, from, to, cue };
    });
    return this.#segments;
  }
}

interface LineCues {
  readonly columns: readonly (Column & { readonly cue: Cue | undefined })[];
  /** Whether `Nơi nhận` stands in it. */
  readonly recipients: boolean;
  /** Whether a document's head may begin with it. */
  readonly opensHead: boolean;
  /** Whether a column of it is ordinary text. */
  readonly ordinary: boolean;
}

const noCues: LineCues = { columns: [], recipients: false, opensHead: false, ordinary: false };

const cuesOf = perText((line: Line): LineCues => {
  if (line.paragraph.kind === 'code') return noCues;
  const columns: (Column & { readonly cue: Cue | undefined })[] = [];
  let recipients = false;
  let head = false;
  let ordinary = false;
  for (const { from, to } of columnsOf(line.text)) {
    const { start, end } = withoutBlanks(line.text, from, to);
    const text = line.text.slice(start, end);
    const cue = cueOf(text);
    columns.push({ from, to, cue });
    recipients ||= cue === 'recipients';
    head ||= opensHead(cue, text);
    ordinary ||= cue === undefined;
  }
  return { columns, recipients, opensHead: head, ordinary };
});

function opensHead(cue: Cue | undefined, text: string): boolean {
  if (cue === 'agency') return !startsSignature(text);
  return cue === 'nation' || cue === 'number' || cue === 'party';
}

/** Each line with its cues, in order. */
export function cueLines(lines: readonly Line[]): readonly CuedLine[] {
  return lines.map((line) => new CuedLine(line));
}

/** Whether `Nơi nhận` stands in the line. */
export function holdsRecipients({ line }: CuedLine): boolean {
  return cuesOf(line).recipients;
}

/** What the lines of a piece look like taken together, so that most pieces need no look at their lines. */
const looksOf = perText(({ lines }: Piece): Omit<LineCues, 'columns'> => {
  const cues = lines.map(cuesOf);
  return {
    recipients: cues.some(({ recipients }) => recipients),
    opensHead: cues.some(({ opensHead }) => opensHead),
    ordinary: cues.some(({ ordinary }) => ordinary),
  };
});

/** The index of the first line from `from` to before `to` with `Nơi nhận`; undefined where there is none. */
export function recipientsLine(source: Source, from: number, to: number): number | undefined {
  return firstLine(
    source,
    from,
    to,
    (piece) => looksOf(piece).recipients,
    (line) => cuesOf(line).recipients,
  );
}

/** How far ahead a head may spread: long agency names, a subject of several lines, a stamp between. */
const headReach = 16;

/**
 * Where documents begin, as indexes of the file's lines; the first is always 0. A document begins at a cluster of head
 * lines that has a number or a place and date and one more mark of a head, after the one before has a body.
 */
export function documentStarts(source: Source): readonly number[] {
  const starts = [0];
  let bodySeen = false;
  let closingSeen = false;
  let index = 0;
  for (const piece of source.pieces) {
    const { recipients, opensHead, ordinary } = looksOf(piece);
    if (!opensHead && index <= piece.firstLine) {
      closingSeen ||= recipients;
      bodySeen ||= ordinary;
      continue;
    }
    index = Math.max(index, piece.firstLine);
    while (index < piece.firstLine + piece.lines.length) {
      const line = piece.lines[index - piece.firstLine];
      if (!line) break;
      const cues = cuesOf(line);
      closingSeen ||= cues.recipients;
      const cluster = cues.opensHead ? headCluster(source, index) : undefined;
      if (cluster && cluster.marks >= 2 && cluster.registered) {
        if (bodySeen || closingSeen) {
          starts.push(index);
          bodySeen = false;
          closingSeen = false;
        }
        index = cluster.end;
        continue;
      }
      bodySeen ||= cues.ordinary;
      index += 1;
    }
  }
  return starts;
}

interface Cluster {
  readonly marks: number;
  /** Has a number, or a place and date: an annex's head has neither. */
  readonly registered: boolean;
  readonly end: number;
}

function headCluster(source: Source, start: number): Cluster {
  const seen = new Set<Cue>();
  let end = start + 1;
  let strangers = 0;
  const lines = cueLines(source.linesBetween(start, start + headReach));
  for (const [at, line] of lines.entries()) {
    const index = start + at;
    const cues = line.segments.map((segment) => segment.cue);
    if (cues.some((cue) => cue === 'recipients')) break;
    if (cues.every((cue) => cue === undefined)) {
      strangers += 1;
      // a signer's title is followed by a name, an agency of a head by capitals
      if (![...seen].some((cue) => cue !== 'agency' && cue !== 'capitals')) break;
      if (strangers > 4 || line.line.text.length > 200) break;
      continue;
    }
    if (index > start && cues.includes('nation') && seen.has('nation')) break;
    for (const cue of cues) if (cue) seen.add(cue);
    if (line.segments.some((segment) => segment.cue === 'capitals' && !isPlaceName(segment.text)))
      strangers += 1;
    end = index + 1;
  }
  const marks = (
    [
      'nation',
      'motto',
      'party',
      'number',
      'placeAndDate',
      'type',
      'subjectLabel',
      'addressee',
    ] as const
  ).filter((cue) => seen.has(cue)).length;
  return {
    marks,
    registered: seen.has('number') || (seen.has('placeAndDate') && seen.has('nation')),
    end,
  };
}
