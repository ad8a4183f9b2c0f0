import type { CitedNumber } from './citation.ts';
import { scanCitations } from './scanCitations.ts';

const lead = 'Văn bản số ';

/**
 * The document's number that a text is, a leading `Số:` and end marks aside, as citations are read; undefined
 * where the whole text is none. Its spans mean nothing.
 */
export function readNumberText(value: string): CitedNumber | undefined {
  const bare = value
    .normalize('NFC')
    .trim()
    .replace(/^số\s*:?\s*/iu, '')
    .replace(/[.,;]+$/u, '');
  const text = `${lead}${bare}`;
  const [citation] = scanCitations({
    text,
    span: { start: 0, end: text.length },
    spanOf: (from, to) => ({ start: from, end: to }),
  });
  const number = citation?.number;
  return number && number.span.start === lead.length && number.span.end === text.length
    ? number
    : undefined;
}
