import type { Line } from '../source/source.ts';
import type { Document, LineRange } from './document.ts';
import { mentionsOf } from './mentions.ts';
import { paragraphsOf } from './parts.ts';

/**
 * The document with the lines alone whose indexes in the file lie from `from` to before `to`: so are its body, its
 * paragraphs, citations and dates. Its components, sections and annexes are those of the whole.
 */
export function excerptOf(document: Document, from: number, to: number): Document {
  const { source, lineRange, bodyRange } = document;
  const within = (range: LineRange): readonly Line[] =>
    source.linesBetween(Math.max(from, range.from), Math.min(to, range.to));
  const lines = within(lineRange);
  const paragraphs = paragraphsOf(lines);
  const { citations, dates } = mentionsOf(paragraphs, document.ownPlaces);
  const own = { lines, body: within(bodyRange), paragraphs, citations, dates };
  // what the excerpt does not have of its own it asks the whole for, which may not have read it yet
  return Object.create(
    document,
    Object.fromEntries(
      Object.entries(own).map(([key, value]) => [key, { value, enumerable: true }]),
    ),
  ) as Document;
}
