import type { Document } from '../../document/document.ts';
import type { Line } from '../../source/source.ts';
import { span, type Span } from '../../source/span.ts';

const attachment = /^\(?\s*(?:ban hành\s+)?kèm theo(?=\s)/iu;
/** How many lines under a title the words of an attachment may stand. */
const attachmentReach = 16;

/** How many lines a head may take. */
const headReach = 24;

/** Titles of papers that have Quốc hiệu and are none of the decree's types: forms, and normative documents. */
const otherTitle =
  /^(?:ĐƠN|TỜ KHAI|BẢN|GIẤY|PHIẾU|THƯ|LỊCH|DANH SÁCH|ĐỀ CƯƠNG|NGHỊ ĐỊNH|THÔNG TƯ|BỘ LUẬT|LUẬT|LỆNH|PHÁP LỆNH|HIẾN PHÁP|ĐIỀU LỆ|NỘI QUY|THỂ LỆ|QUY TRÌNH|SƠ YẾU|LÝ LỊCH|CAM KẾT|NGHỊ QUYẾT LIÊN TỊCH)(?=\s|$)/u;

/**
 * Whether the document must have a head of its own: enough of one is there, or of the form below it, to be no
 * fragment, it is of a type that the decree knows, and it is not attached to another document (`(Kèm theo
 * Quyết định số …)`).
 */
export function needsOwnHead(document: Document): boolean {
  if (document.origin === 'frontMatter') return true;
  const { type } = document;
  if (type?.id === 'quy-che' || type?.id === 'quy-dinh' || isAttached(document)) return false;
  if (!type && firstLines(document, headReach).some(({ text }) => otherTitle.test(text.trim())))
    return false;
  const marks = count(
    document.nationalTitle ?? document.motto,
    document.placeAndDate,
    type?.id === 'cong-van' ? undefined : type,
    document.subject?.label,
  );
  // a number and `Kính gửi` alone are also how one writes about a document
  if (marks === 0) return false;
  const head = marks + count(document.number, document.addressees?.label);
  const below = count(
    document.recipients,
    document.signature,
    document.endingMark,
    document.legalBases[0],
  );
  return head >= 2 || below > 0;
}

function count(...components: readonly unknown[]): number {
  return components.filter((component) => component !== undefined).length;
}

function isAttached(document: Document): boolean {
  return firstLines(document, attachmentReach).some(({ text }) =>
    attachment.test(text.trimStart()),
  );
}

/** At most so many of the document's lines from its first on. */
export function firstLines(
  { source, lineRange: { from, to } }: Document,
  most: number,
): readonly Line[] {
  return source.linesBetween(from, Math.min(to, from + most));
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
  // the other column of the head is no part of it
  const column = line.text.split(/ \| |\t/u)[0]?.trimEnd() ?? '';
  const start = column.length - column.trimStart().length;
  return line.spanOf(start, Math.max(start, column.length));
}

/** Whether a line of the head's region looks like the component though it was not read as one. */
export function hasLineLike(document: Document, pattern: RegExp): boolean {
  return firstLines(document, headReach).some(
    ({ text }) => text.length < 120 && pattern.test(text.trim()),
  );
}
