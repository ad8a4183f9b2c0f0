import { pattern } from '../../source/letters.ts';
import type { MappedText } from '../../source/mappedText.ts';
import { tokensOf, type Tokens } from '../tokens.ts';
import type { CitationPart } from './citation.ts';
import { readPinpoint, type PinpointUnit } from './pinpointGrammar.ts';
import { readType } from './typeNames.ts';

/** One step of a pinpoint: `khoản 1`, with the word and the labels apart. */
export interface Pinpointed extends CitationPart {
  readonly unit: PinpointUnit;
  readonly word: CitationPart;
  readonly label: CitationPart;
}

/** `điểm a khoản 1 Điều 5` wherever it stands, before a citation or alone. */
export interface Pinpoint extends CitationPart {
  readonly steps: readonly Pinpointed[];
  /** Whether a sentence, a line or a quotation begins with it, so that a capital is due. */
  readonly opens: boolean;
  /** Whether a document's type follows: `Điều 5 Nghị định …`, `Điều 5 của Luật này`. */
  readonly cites: boolean;
  /** `Điều` of `Điều này` that follows, the article in which the text stands. */
  readonly ownArticle: CitationPart | undefined;
}

/** The pinpoints of one paragraph in their order, with the file's spans. */
export function scanPinpoints(text: MappedText): readonly Pinpoint[] {
  if (!hint.test(text.text)) return [];
  const tokens = tokensOf(text.text);
  const part = (from: number, next: number): CitationPart => {
    const start = tokens.at(from).from;
    const end = tokens.at(next - 1).to;
    return { text: text.text.slice(start, end), span: text.spanOf(start, end) };
  };
  const found: Pinpoint[] = [];
  let at = 0;
  while (at < tokens.length) {
    const pinpoint = tokens.at(at).kind === 'word' ? readPinpoint(tokens, at) : undefined;
    if (!pinpoint) {
      at += 1;
      continue;
    }
    const article = ownArticle(tokens, pinpoint.next);
    found.push({
      ...part(pinpoint.from, pinpoint.next),
      steps: pinpoint.steps.map((step) => ({
        ...part(step.from, step.next),
        unit: step.unit,
        word: part(step.from, step.wordNext),
        label: part(step.labelFrom, step.next),
      })),
      opens: opens(tokens, pinpoint.from),
      cites: cites(tokens, pinpoint.next),
      ownArticle: article === undefined ? undefined : part(article, article + 1),
    });
    at = pinpoint.next;
  }
  return found;
}

/** What no pinpoint is without: the last word of its unit and a label that begins as labels do. */
const hint = pattern.iu`(?:điểm|khoản|điều|mục|chương|phần|lục)\s+(?:\p{Nd}|[IVXL]|\p{Ll}(?![\p{L}\p{M}]))`;

const openers: readonly string[] = [
  'dot',
  'colon',
  'semicolon',
  'quote',
  'open',
  'hyphen',
  'dash',
  'close',
  'dots',
  'other',
];

function opens(tokens: Tokens, index: number): boolean {
  if (tokens.at(index - 1).kind === 'newline') return true;
  const before = tokens.skipBack(index);
  return before < 0 || openers.includes(tokens.at(before).kind);
}

function cites(tokens: Tokens, index: number): boolean {
  const at = tokens.skip(index);
  const type =
    readType(tokens, at) ??
    (tokens.at(at).key === 'của' ? readType(tokens, tokens.skip(at + 1)) : undefined);
  return type !== undefined;
}

/** The index of `Điều` where `Điều này` stands at `index`; undefined where a sentence goes on with `điều này cho thấy`. */
function ownArticle(tokens: Tokens, index: number): number | undefined {
  const at = tokens.skip(index);
  const next = tokens.skip(at + 1);
  if (tokens.at(at).key !== 'điều' || tokens.at(next).key !== 'này') return undefined;
  return verbs.includes(tokens.at(tokens.skip(next + 1)).key) ? undefined : at;
}

/** What `điều này`, the matter just told, is the subject of. */
const verbs: readonly string[] = [
  'cho',
  'chứng',
  'có',
  'thể',
  'là',
  'làm',
  'khiến',
  'dẫn',
  'nghĩa',
  'giúp',
];
