import type { Document } from '../../document/document.ts';
import { span, type Span } from '../../source/span.ts';

const attachment = /^\(?\s*(?:ban hành\s+)?kèm theo(?=\s)/iu;
/** How many lines under a title the words of an attachment may stand. */
const attachmentReach = 16;

/**
 * Whether the document must have a head of its own: enough of one is there, or of the form below it, to be no
 * fragment, and it is not attached to another document (`(Kèm theo Quyết định số …)`).
 */
export function needsOwnHead(document: Document): boolean {
  if (document.origin === 'frontMatter') return true;
  const { type } = document;
  if (type?.id === 'quy-che' || type?.id === 'quy-dinh' || isAttached(document)) return false;
  const head = count(
    document.nationalTitle ?? document.motto,
    document.number,
    document.placeAndDate,
    type?.id === 'cong-van' ? undefined : type,
    document.subject?.label,
    document.addressees?.label,
  );
  const below = count(
    document.recipients,
    document.signature,
    document.endingMark,
    document.legalBases[0],
  );
  return head >= 2 || (head === 1 && below > 0);
}

function count(...components: readonly unknown[]): number {
  return components.filter((component) => component !== undefined).length;
}

function isAttached(document: Document): boolean {
  return document.lines
    .slice(0, attachmentReach)
    .some(({ text }) => attachment.test(text.trimStart()));
}

/**
 * Where to report a component that is not there: the document's first line, or the type's key where the head is
 * front matter.
 */
export function firstLine(document: Document): Span {
  const { frontMatter, origin } = document;
  if (origin === 'frontMatter' && frontMatter) {
    const type = frontMatter.entries.find(({ field }) => field === 'type');
    if (type) return type.keySpan;
  }
  const line = document.lines.find(({ text }) => text.trim() !== '');
  if (!line) return span(document.span.start, document.span.start);
  const start = line.text.length - line.text.trimStart().length;
  return line.spanOf(start, line.text.trimEnd().length);
}
