import type { Line } from '../source/source.ts';
import { cueOf, isPlaceName, type Cue } from './cues.ts';
import { segmentsOf, type Segment } from './segments.ts';
import { startsSignature } from './signature.ts';

/** A line with its columns and what they look like; read once, asked by every later step. */
export interface CuedLine {
  readonly line: Line;
  readonly segments: readonly CuedSegment[];
}

export interface CuedSegment extends Segment {
  readonly cue: Cue | undefined;
}

/** Each line with its cues, in order. */
export function cueLines(lines: readonly Line[]): readonly CuedLine[] {
  return lines.map((line) => ({
    line,
    segments: line.paragraph.kind === 'code' ? [] : segmentsOf(line).map(withCue),
  }));
}

function withCue(segment: Segment): CuedSegment {
  return { ...segment, cue: cueOf(segment.text) };
}

/** How far ahead a head may spread: long agency names, a subject of several lines, a stamp between. */
const headReach = 16;

/**
 * Where documents begin, as indexes of `lines`; the first is always 0. A document begins at a cluster of head
 * lines that has a number or a place and date and one more mark of a head, after the one before has a body.
 */
export function documentStarts(lines: readonly CuedLine[]): readonly number[] {
  const starts = [0];
  let bodySeen = false;
  let closingSeen = false;
  let index = 0;
  while (index < lines.length) {
    const line = lines[index];
    if (!line) break;
    if (has(line, 'recipients')) closingSeen = true;
    if (opensHead(line)) {
      const cluster = headCluster(lines, index);
      const isHead = cluster.marks >= 2 && cluster.registered;
      if (isHead && (bodySeen || closingSeen)) {
        starts.push(index);
        bodySeen = false;
        closingSeen = false;
      }
      if (isHead) {
        index = cluster.end;
        continue;
      }
    }
    if (line.segments.some((segment) => segment.cue === undefined)) bodySeen = true;
    index += 1;
  }
  return starts;
}

function has(line: CuedLine, cue: Cue): boolean {
  return line.segments.some((segment) => segment.cue === cue);
}

function opensHead(line: CuedLine): boolean {
  return line.segments.some(
    (segment) =>
      segment.cue === 'nation' ||
      segment.cue === 'number' ||
      segment.cue === 'party' ||
      (segment.cue === 'agency' && !startsSignature(segment.text)),
  );
}

interface Cluster {
  readonly marks: number;
  /** Has a number, or a place and date: an annex's head has neither. */
  readonly registered: boolean;
  readonly end: number;
}

function headCluster(lines: readonly CuedLine[], start: number): Cluster {
  const seen = new Set<Cue>();
  let end = start + 1;
  let strangers = 0;
  for (let index = start; index < Math.min(lines.length, start + headReach); index += 1) {
    const line = lines[index];
    if (!line) break;
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
