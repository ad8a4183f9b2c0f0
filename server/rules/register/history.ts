import type { Citation } from '../../document/citations/citation.ts';
import type { Document } from '../../document/document.ts';
import { pattern } from '../../source/letters.ts';
import { perText } from '../../source/memory.ts';
import type { Paragraph } from '../../source/source.ts';
import { asWord } from '../../source/words.ts';
import { isInBasis, paragraphAt, paragraphIndexAt } from '../citations/mentions.ts';
import { unplacedMentions } from '../../document/mentions.ts';

/** How far a clause is read on either side, UTF-16 units. */
const reach = 600;

const clauseEnd = pattern.gu`;|[.:](?=\s+\p{Lu})|\n(?=\s*[-*+_]*\s*(?:Căn cứ|Thực hiện|Theo|Xét)(?!\p{L}))`;

const ends = 'thay thế|bãi bỏ|h(?:ủy|uỷ) bỏ|sửa đổi|bổ sung|đính chính|hết hiệu lực|ngưng hiệu lực';
const past =
  'trước đây|trước khi|giai đoạn|nhiệm kỳ|thời kỳ|chuyển tiếp|đã|từng|tổng kết|sơ kết|kết quả thực hiện|đánh giá';
const vested = 'tuyển dụng|bổ nhiệm|cấp|công nhận|phê duyệt|thành lập|xếp|hưởng|ký kết';
const toldBefore = new RegExp(
  asWord(`${ends}|${past}|trước (?:năm|ngày|thời điểm)|được (?:${vested})`),
  'iu',
);
const endsSeveral = new RegExp(
  asWord(
    '(?:thay thế|bãi bỏ|h(?:ủy|uỷ) bỏ|hết hiệu lực)(?: một phần| toàn bộ)? (?:các|những|đối với)',
  ),
  'iu',
);
const endsList = new RegExp(asWord('thay thế|bãi bỏ|h(?:ủy|uỷ) bỏ|hết hiệu lực'), 'iu');
const yearBefore = new RegExp(
  `(?:${asWord('năm|từ|đến')}\\s|[-–]\\s?)((?:19|20)\\p{Nd}{2})(?!\\p{Nd})`,
  'giu',
);
const toldAfter = new RegExp(
  asWord(
    `hết hiệu lực|hết thời hạn|không còn hiệu lực|bị bãi bỏ|bãi bỏ|thay thế|trước đây|giữ nguyên|tiếp tục|cho đến khi|cho đến hết|(?:đã\\s+)?được\\s+(?:sửa đổi|bổ sung|thay thế)|nay là`,
  ),
  'iu',
);
const relied = new RegExp(
  `${asWord('căn cứ|theo|thực hiện|áp dụng|quy định tại|quy định của|quy định trong|hướng dẫn tại|chấp hành|triển khai')}\\s+(?:vào\\s+|của\\s+|tại\\s+|đúng\\s+|các\\s+|quy định\\s+(?:tại\\s+|của\\s+)?)*$`,
  'iu',
);

/** Types whose body tells what was done, by the law of its day. */
const tellsOfPast: ReadonlySet<string> = new Set(['bao-cao', 'bien-ban']);

/**
 * How the document leans on what it cites: `ground` where it rests on it now, `mention` where it only names it,
 * `history` where it says itself that the document ended, changed or belongs to the past.
 */
export function relianceOn(
  document: Document,
  citation: Citation,
): 'ground' | 'mention' | 'history' {
  const { before, after, sentence } = clauseAround(document, citation);
  if (toldAfter.test(citation.text) || toldAfter.test(after)) return 'history';
  if (toldBefore.test(before) || isQuoted(document, citation)) return 'history';
  if (isInBasis(document, citation)) return 'ground';
  if (endsSeveral.test(sentence) || namesPastYear(document, before)) return 'history';
  if (isListedAsEnded(document, citation)) return 'history';
  if (tellsOfPast.has(document.type?.id ?? '')) return 'history';
  return relied.test(before) ? 'ground' : 'mention';
}

function clauseAround(
  document: Document,
  citation: Citation,
): { readonly before: string; readonly after: string; readonly sentence: string } {
  const { text } = document.source;
  const place = paragraphAt(document, citation.span)?.outer ?? citation.span;
  const start = citation.pinpoint?.span.start ?? citation.span.start;
  const { end } = citation.span;
  const before = text.slice(Math.max(place.start, start - reach), start).normalize('NFC');
  const after = text.slice(end, Math.min(place.end, end + reach)).normalize('NFC');
  const last = [...before.matchAll(clauseEnd)].at(-1);
  const next = [...after.matchAll(clauseEnd)][0];
  return {
    before: last ? before.slice(last.index + 1) : before,
    after: next ? after.slice(0, next.index) : after,
    sentence: before.slice(before.lastIndexOf('. ') + 1),
  };
}

/** Whether it stands between quotation marks: the words of another document, which nobody may rewrite. */
function isQuoted(document: Document, citation: Citation): boolean {
  const place = paragraphAt(document, citation.span)?.outer ?? citation.span;
  const from = Math.max(place.start, citation.span.start - 4 * reach);
  const before = document.source.text.slice(from, citation.span.start);
  return before.lastIndexOf('“') > before.lastIndexOf('”') || before.split('"').length % 2 === 0;
}

/** Whether the clause tells of a year before the document's own. */
function namesPastYear(document: Document, before: string): boolean {
  const year = document.placeAndDate?.date.year;
  if (year === undefined) return false;
  return [...before.matchAll(yearBefore)].some(([, found]) => Number(found) < year);
}

/** How many items a list of what ends may have before one loses sight of its lead. */
const mostItems = 40;

/** Whether it stands in a list that `… bãi bỏ các văn bản sau:` opens. */
function isListedAsEnded(document: Document, citation: Citation): boolean {
  const { paragraphs } = document;
  let at = paragraphIndexAt(document, citation.span);
  for (let count = 0; at > 0 && count < mostItems; count += 1) {
    const paragraph = paragraphs[at];
    if (!paragraph) return false;
    const { leads, opensEnded, isItem } = partInList(paragraph);
    if (count > 0 && leads) return opensEnded;
    if (!isItem) return false;
    at -= 1;
  }
  return false;
}

/** What a paragraph is to the list that it may open or stand in. */
const partInList = perText((paragraph: Paragraph) => {
  const text = paragraph.text.trimEnd();
  const leads = text.endsWith(':');
  return {
    leads,
    opensEnded: leads && endsList.test(text.slice(-300)),
    isItem:
      paragraph.kind === 'listItem' ||
      paragraph.kind === 'tableRow' ||
      pattern.u`^\s*(?:[-+*]|\p{Nd}+[.)]|\p{L}\))\s`.test(text),
  };
});

/**
 * What `relianceOn` reads of a paragraph: its place in a list, what it cites, and all its words where `isJudged` says
 * that it is asked about any of that.
 */
export function reliedFacts(
  paragraph: Paragraph,
  text: string,
  isJudged: (citation: Citation) => boolean,
): readonly unknown[] {
  const { citations } = unplacedMentions(paragraph);
  const { start, end } = paragraph.outer;
  return [partInList(paragraph), ...citations, citations.some(isJudged) && text.slice(start, end)];
}
