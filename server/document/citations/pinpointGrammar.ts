import { isKey } from '../dates/dayGrammar.ts';
import { PhraseTable } from '../phraseTable.ts';
import type { Token, Tokens } from '../tokens.ts';
import { pattern } from '../../source/letters.ts';

/** The parts of a document, from small to large as they are cited. */
export type PinpointUnit =
  'point' | 'clause' | 'article' | 'section' | 'subsection' | 'chapter' | 'part' | 'annex';

export interface PinpointStep {
  readonly unit: PinpointUnit;
  /** The unit's word: its first token and the index after its last. */
  readonly from: number;
  readonly wordNext: number;
  readonly labelFrom: number;
  readonly next: number;
}

export interface PinpointTokens {
  readonly steps: readonly PinpointStep[];
  readonly from: number;
  readonly next: number;
}

const units = new PhraseTable<PinpointUnit>([
  ['điểm', 'point'],
  ['khoản', 'clause'],
  ['điều', 'article'],
  ['mục', 'section'],
  ['tiểu mục', 'subsection'],
  ['chương', 'chapter'],
  ['phần', 'part'],
  ['phụ lục', 'annex'],
]);

/** The keys of the tokens that the words of the parts begin with. */
export const pinpointOpenings: readonly string[] = [...units.firstKeys];

const mostSteps = 8;
const mostLabels = 8;

/** `điểm a, b khoản 1 Điều 5` at token `index`. */
export function readPinpoint(tokens: Tokens, index: number): PinpointTokens | undefined {
  const steps: PinpointStep[] = [];
  let at = index;
  let next = index;
  for (let count = 0; count < mostSteps; count += 1) {
    const step = readStep(tokens, at);
    if (!step) break;
    steps.push(step);
    next = step.next;
    at = tokens.skip(step.next);
    const link = tokens.at(at);
    if (link.kind === 'comma' || isKey(link, 'và')) at = tokens.skip(at + 1);
  }
  return steps.length > 0 ? { steps, from: index, next } : undefined;
}

function readStep(tokens: Tokens, index: number): PinpointStep | undefined {
  const unit = units.match(tokens, index);
  if (!unit) return undefined;
  const labelFrom = tokens.skip(unit.next);
  if (labelFrom === unit.next) return undefined;
  let next = labelEnd(tokens, labelFrom);
  if (next === undefined) return undefined;
  for (let count = 0; count < mostLabels; count += 1) {
    const link = tokens.skip(next);
    const token = tokens.at(link);
    if (token.kind !== 'comma' && !isKey(token, 'và') && token.key !== '-') break;
    const further = labelEnd(tokens, tokens.skip(link + 1));
    if (further === undefined) break;
    next = further;
  }
  return { unit: unit.value, from: index, wordNext: unit.next, labelFrom, next };
}

/** The index after a label: `5`, `1.2`, `12a`, `đ`, `III`. */
function labelEnd(tokens: Tokens, index: number): number | undefined {
  const token = tokens.at(index);
  if (token.kind === 'word') return isLetter(token) || isRoman(token) ? index + 1 : undefined;
  if (token.kind !== 'number' || token.text.length > 3) return undefined;
  let at = index + 1;
  while (
    at < index + 8 &&
    tokens.at(at).kind === 'dot' &&
    tokens.at(at + 1).kind === 'number' &&
    tokens.at(at + 1).text.length <= 2
  ) {
    at += 2;
  }
  if (isLetter(tokens.at(at))) at += 1;
  return ['slash', 'number'].includes(tokens.at(at).kind) ? undefined : at;
}

function isLetter(token: Token): boolean {
  return token.kind === 'word' && pattern.u`^\p{Ll}$`.test(token.text);
}

function isRoman(token: Token): boolean {
  return /^[IVXL]{1,6}$/u.test(token.text);
}
