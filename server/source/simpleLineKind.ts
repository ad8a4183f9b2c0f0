/** What a line that is not blank begins or carries on; `unknown` is left to the full parser. */
export type LineKind = 'text' | 'heading' | 'rule' | 'item' | 'quote' | 'html' | 'unknown';

/** The marker of a list item. */
export interface ItemMarker {
  /** `-`, `+` and `*`, or what follows the number: items of another are of another list. */
  readonly mark: string;
  readonly number: string | undefined;
  /** Where the item's text begins. */
  readonly end: number;
}

const rule = /(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})(?=[\r\n]|$)/y;
const heading = /#{1,6}(?=[ \r\n]|$)/y;
const item = /(?:([-+*])|(\d{1,9})([.)])) +(?=[^ \r\n])/y;
const emptyItem = /(?:[-+*]|\d{1,9}[.)]) *(?=[\r\n]|$)/y;
const delimiterRow = /(?=[-: ]*[|:])[|:-][-|: ]*(?=[\r\n]|$)/y;
/** Raw HTML that lasts until a blank line. */
const htmlBlock =
  /<\/?(?:table|thead|tbody|tfoot|tr|td|th|col|colgroup|caption|div|p|center|ul|ol|li|h[1-6]|hr)(?=[ >\r\n]|$)/iy;
/** A tag that has text after it on its line. */
const inlineTag = /<\/?(?:br|sub|sup|b|i|u|em|strong|span) *\/?> *(?=[^ \r\n])/iy;
const labelOfText = /\[[^[\]\\\r\n]{1,40}\]: *[^\s<]\S* +[^\s"'(]/y;

function startsAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Whether a row of a table's dashes, bars and colons stands at `at`. */
export function isDelimiterRow(text: string, at: number): boolean {
  return startsAt(delimiterRow, text, at);
}

/** The kind of line whose first character that is no blank stands at `at`. */
export function lineKindAt(text: string, at: number): LineKind {
  switch (text.charAt(at)) {
    case '#':
      return startsAt(heading, text, at) ? 'heading' : 'text';
    case '>':
      return 'quote';
    case '|':
    case ':':
      return isDelimiterRow(text, at) ? 'unknown' : 'text';
    case '-':
      if (isDelimiterRow(text, at)) return 'unknown';
      return ruleOrItemAt(text, at);
    case '*':
    case '_':
      return ruleOrItemAt(text, at);
    case '~':
      return text.startsWith('~~~', at) ? 'unknown' : 'text';
    case '<':
      return tagKindAt(text, at);
    case '[':
      return isLabelOfText(text, at) ? 'text' : 'unknown';
    default:
      return itemAt(text, at);
  }
}

function ruleOrItemAt(text: string, at: number): LineKind {
  return startsAt(rule, text, at) ? 'rule' : itemAt(text, at);
}

function itemAt(text: string, at: number): LineKind {
  const code = text.charCodeAt(at);
  // a digit or one of `*`, `+`, `-`
  if (code > 57 || code < 42) return 'text';
  if (startsAt(item, text, at)) return 'item';
  return startsAt(emptyItem, text, at) ? 'unknown' : 'text';
}

function tagKindAt(text: string, at: number): LineKind {
  if (text.startsWith('<!--', at) || startsAt(htmlBlock, text, at)) return 'html';
  return text.charAt(at + 1) === ' ' || startsAt(inlineTag, text, at) ? 'text' : 'unknown';
}

/** Whether a bracket opens no link definition: none follows, or more words than a definition takes, as in a footnote. */
function isLabelOfText(text: string, at: number): boolean {
  return !text.includes(']:', at) || startsAt(labelOfText, text, at);
}

/** The marker at `at`, which must begin an item. */
export function itemMarkerAt(text: string, at: number): ItemMarker {
  item.lastIndex = at;
  const match = item.exec(text);
  return { mark: match?.[1] ?? match?.[3] ?? '', number: match?.[2], end: item.lastIndex };
}
