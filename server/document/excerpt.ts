import type { Line } from '../source/source.ts';
import type { Document } from './document.ts';
import { mentionsOf } from './mentions.ts';
import { paragraphsOf } from './parts.ts';

/**
 * The document with the lines alone whose indexes in the file lie from `from` to before `to`: so are its body, its
 * paragraphs, citations and dates. Its components, sections and annexes are those of the whole.
 */
export function excerptOf(document: Document, from: number, to: number): Document {
  const lines = linesWithin(document.lines, from, to);
  const paragraphs = paragraphsOf(lines);
  const { citations, dates } = mentionsOf(paragraphs, document.ownPlaces);
  const own = { lines, body: linesWithin(document.body, from, to), paragraphs, citations, dates };
  // what the excerpt does not have of its own it asks the whole for, which may not have read it yet
  return Object.create(
    document,
    Object.fromEntries(
      Object.entries(own).map(([key, value]) => [key, { value, enumerable: true }]),
    ),
  ) as Document;
}

/** Those of lines that follow one another whose indexes lie from `from` to before `to`. */
function linesWithin(lines: readonly Line[], from: number, to: number): readonly Line[] {
  const first = lines[0]?.index ?? 0;
  return lines.slice(Math.max(0, from - first), Math.max(0, to - first));
}
