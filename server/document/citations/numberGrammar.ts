import { agenciesOfSymbol } from '../../norms/agencies.ts';
import { typeOfAbbreviation, type CitedType } from '../../norms/citedTypes.ts';
import { isKey } from '../dates/dayGrammar.ts';
import type { Tokens } from '../tokens.ts';
import type { CitedNumber } from './citation.ts';
import { pattern } from '../../source/letters.ts';

/** A document's number as token indexes, with what its symbol says. */
export interface NumberTokens {
  readonly style: CitedNumber['style'];
  readonly from: number;
  readonly next: number;
  /** The first and the index after the last token of the numeral; undefined while blank. */
  readonly numeral: { readonly from: number; readonly next: number } | undefined;
  readonly year: number | undefined;
  readonly symbol: { readonly from: number; readonly next: number };
  readonly normal: string;
  readonly type: CitedType | undefined;
  readonly issuerGroups: readonly string[];
}

/** What stands before a number and lends it trust. */
export interface NumberContext {
  readonly typed: boolean;
  readonly worded: boolean;
}

interface Group {
  readonly text: string;
  readonly from: number;
  readonly next: number;
  /** The mark before the group: `-` or `/`; '' for the first. */
  readonly mark: string;
}

const mostGroups = 6;

/** The number at token `index`: `30/2020/NĐ-CP`, `3764 / BGDĐT – GDTX`, `36-HD/VPTW`, `…/KH-UBND`. */
export function readNumber(
  tokens: Tokens,
  index: number,
  context: NumberContext,
): NumberTokens | undefined {
  const numeral = readNumeral(tokens, index);
  if (!numeral && !context.worded) return undefined;
  const start = numeral ? numeral.next : pastBlank(tokens, index);
  const mark = gap(tokens, start);
  const kind = tokens.at(mark).kind;
  const base = { tokens, from: index, numeral, context };
  if (kind === 'slash') return readState(base, mark);
  if (numeral && tokens.at(mark).key === '-') return readParty(base, mark);
  return undefined;
}

interface Base {
  readonly tokens: Tokens;
  readonly from: number;
  readonly numeral: NumberTokens['numeral'];
  readonly context: NumberContext;
}

function readNumeral(tokens: Tokens, index: number): NumberTokens['numeral'] {
  const token = tokens.at(index);
  if (token.kind !== 'number' || token.text.length > 6) return undefined;
  const before = tokens.at(index - 1);
  if (['slash', 'number', 'hyphen', 'dash', 'comma', 'dot'].includes(before.kind)) return undefined;
  if (before.kind === 'word' && !isKey(before, 'số')) return undefined;
  const suffix = tokens.at(index + 1);
  const lettered =
    suffix.kind === 'word' &&
    pattern.u`^\p{L}$`.test(suffix.text) &&
    tokens.at(index + 2).kind === 'slash';
  return { from: index, next: lettered ? index + 2 : index + 1 };
}

/** The index of the slash after a numeral left blank: nothing, spaces, dots. */
function pastBlank(tokens: Tokens, index: number): number {
  let at = index;
  while (at < index + 4 && ['space', 'dots', 'dot', 'other'].includes(tokens.at(at).kind)) at += 1;
  return at;
}

/** The next index that is no space; a number never runs over a line's end. */
function gap(tokens: Tokens, index: number): number {
  return tokens.at(index).kind === 'space' ? index + 1 : index;
}

function readState(base: Base, slash: number): NumberTokens | undefined {
  const { tokens, context, numeral } = base;
  const trusted = context.typed || context.worded;
  const first = gap(tokens, slash + 1);
  if (!trusted && first !== slash + 1) return undefined;
  let at = first;
  let year: number | undefined;
  const token = tokens.at(at);
  if (token.kind === 'number' && token.text.length === 4) {
    const again = gap(tokens, at + 1);
    if (tokens.at(again).kind !== 'slash') return undefined;
    year = at;
    at = gap(tokens, again + 1);
  }
  const groups = readGroups(tokens, at, trusted);
  const [head] = groups;
  const last = groups.at(-1);
  if (!head || !last || !isTrusted(groups, context)) return undefined;
  const texts = groups.map(({ text }) => text);
  const type = typeOfGroups(texts);
  const tail = strayTail(tokens, last.next);
  const next = tail ?? last.next;
  const style = styleOf(texts, type);
  return {
    style,
    from: base.numeral?.from ?? base.from,
    next,
    numeral,
    year,
    symbol: { from: head.from, next },
    normal: normal(tokens, numeral, year, groups, style, type, tail),
    type,
    issuerGroups: texts.slice(type ? 1 : 0),
  };
}

function readParty(base: Base, hyphen: number): NumberTokens | undefined {
  const { tokens, numeral, context } = base;
  const spaced = hyphen !== numeral?.next || tokens.at(hyphen + 1).kind === 'space';
  const first = gap(tokens, hyphen + 1);
  const word = tokens.at(first);
  const type = word.kind === 'word' ? typeOfAbbreviation(word.text) : undefined;
  const letter = word.text === 'CV' || word.text === 'QĐi';
  if ((!type && !letter) || (spaced && !context.worded && !context.typed)) return undefined;
  const slash = gap(tokens, first + 1);
  if (tokens.at(slash).kind !== 'slash') return undefined;
  const groups = readGroups(tokens, gap(tokens, slash + 1), true);
  const last = groups.at(-1);
  if (!last || !groups.every(({ text }) => looksLikeSymbol(text))) return undefined;
  const texts = groups.map(({ text }) => text);
  const symbol = [`${type?.abbreviation ?? word.text}/${groupsNormal(groups)}`];
  return {
    style: 'party',
    from: base.from,
    next: last.next,
    numeral,
    year: undefined,
    symbol: { from: first, next: last.next },
    normal: `${numeralText(tokens, numeral)}-${symbol.join('')}`,
    type,
    issuerGroups: texts,
  };
}

/** Groups of a symbol: `NĐ-CP`, `TTLT/BTC-BNV`, `TTr-CAT(PC04)`, `UBND - VX` where the context is trusted. */
function readGroups(tokens: Tokens, index: number, trusted: boolean): readonly Group[] {
  const groups: Group[] = [];
  let at = index;
  let mark = '';
  for (let count = 0; count < mostGroups; count += 1) {
    const next = groupEnd(tokens, at);
    if (next === undefined) break;
    groups.push({ text: tokens.slice(at, next), from: at, next, mark });
    const link = trusted ? gap(tokens, next) : next;
    const token = tokens.at(link);
    if (token.key !== '-' && token.kind !== 'slash') break;
    const after = trusted ? gap(tokens, link + 1) : link + 1;
    const spaced = link !== next || after !== link + 1;
    const follows = groupEnd(tokens, after);
    if (follows === undefined || !canFollow(tokens.slice(after, follows), spaced)) break;
    if (token.kind === 'slash' && spaced) break;
    mark = token.key;
    at = after;
  }
  return groups;
}

/** The index after one group: letters with digits, `&`, an inner dot before a capital, one bracket. */
function groupEnd(tokens: Tokens, index: number): number | undefined {
  if (tokens.at(index).kind !== 'word') return undefined;
  let at = index + 1;
  for (let count = 0; count < 6; count += 1) {
    const token = tokens.at(at);
    const after = tokens.at(at + 1);
    if (token.kind === 'number' && token.text.length <= 4) at += 1;
    else if (token.kind === 'word') at += 1;
    else if ((token.text === '&' || token.text === '.') && isCaps(after.text)) at += 2;
    else if (token.text === '(' && isCaps(after.text)) {
      const digits = tokens.at(at + 2).kind === 'number' ? 1 : 0;
      if (tokens.at(at + 2 + digits).text !== ')') break;
      at += 3 + digits;
    } else break;
  }
  return at;
}

function isCaps(text: string): boolean {
  return pattern.u`^\p{Lu}+$`.test(text);
}

function capitals(text: string): number {
  return [...text].filter((character) => pattern.u`\p{Lu}`.test(character)).length;
}

/** Whether the group reads as an abbreviation: capitals, as most abbreviations are, or one of the tables. */
function looksLikeSymbol(text: string): boolean {
  if (text.length > 24 || !pattern.u`^\p{L}`.test(text)) return false;
  // `C04` is a department of the police.
  if (pattern.u`^\p{Lu}(?:.*\p{Lu}|\p{Nd}{2}$)`.test(text)) return true;
  return isKnown(text);
}

function isKnown(text: string): boolean {
  if (typeOfAbbreviation(text) && (text.length > 1 || pattern.u`^\p{Lu}`.test(text))) return true;
  return agenciesOfSymbol(text).length > 0 || agenciesOfSymbol(text.toUpperCase()).length > 0;
}

function canFollow(text: string, spaced: boolean): boolean {
  if (looksLikeSymbol(text)) return !spaced || text.length <= 10;
  return !spaced && pattern.u`^\p{Lu}`.test(text) && text.length <= 6;
}

/** Whether the symbol, with what stands before the number, can only be a document's. */
function isTrusted(groups: readonly Group[], { typed, worded }: NumberContext): boolean {
  const [head] = groups;
  if (!head || !looksLikeSymbol(head.text)) return false;
  const named = isKnown(head.text) || isAssembly(head.text);
  if (typed && worded) return true;
  if (typed) return groups.length > 1 || named || capitals(head.text) > 2;
  if (worded) return groups.length > 1 || named;
  // Two letters can be anything (`51/CA-TP`), unless they are a type's.
  const clear = head.text.length > 2 || typeOfAbbreviation(head.text) !== undefined;
  return (
    isAssembly(head.text) ||
    (groups.length > 1 && named && clear && pattern.u`^\p{Lu}`.test(head.text))
  );
}

const assembly = pattern.u`^(?:UBTVQH|QH)\p{Nd}{1,2}$`;

function isAssembly(group: string): boolean {
  return assembly.test(group);
}

/** The type that the symbol names; `TTr` before nothing, as in `12/TTr`, still is one. */
function typeOfGroups(texts: readonly string[]): CitedType | undefined {
  const [first = '', second] = texts;
  // `PC-…` or `TC-…` can be a unit's own letters; a type stands before its issuer.
  return second === undefined && agenciesOfSymbol(first).length > 0
    ? undefined
    : typeOfAbbreviation(first);
}

function styleOf(texts: readonly string[], type: CitedType | undefined): CitedNumber['style'] {
  if (texts.some(isAssembly)) return 'assembly';
  if (type?.id === 'van-ban-hop-nhat') return 'consolidated';
  const last = texts.at(-1) ?? '';
  const agencies = agenciesOfSymbol(last);
  const party = agencies.length > 0 && agencies.every(({ kind }) => kind === 'party');
  return type && texts.length === 2 && party ? 'party' : 'state';
}

/**
 * The index after a stray tail: `3764/BGDĐT-GDTrH TX ngày …`, where a scan or a hand put a space into the
 * symbol.
 */
function strayTail(tokens: Tokens, index: number): number | undefined {
  const word = tokens.at(index + 1);
  if (tokens.at(index).kind !== 'space' || !pattern.u`^\p{Lu}{2,6}$`.test(word.text))
    return undefined;
  const after = tokens.at(tokens.skip(index + 2));
  return after.kind === 'semicolon' || isKey(after, 'ngày', 'của') ? index + 2 : undefined;
}

function numeralText(tokens: Tokens, numeral: NumberTokens['numeral']): string {
  return numeral ? tokens.slice(numeral.from, numeral.next).padStart(2, '0') : '';
}

function groupNormal(text: string): string {
  const straight = text.replace(/[ÐƉ]/gu, 'Đ');
  const type = typeOfAbbreviation(straight);
  if (type?.abbreviation !== undefined) return type.abbreviation;
  return pattern.u`\p{Lu}`.test(straight) ? straight : straight.toUpperCase();
}

function groupsNormal(groups: readonly Group[]): string {
  return groups
    .map(({ text, mark }, order) => {
      const shape = order === 0 ? groupNormal(text) : plainNormal(text);
      return `${order === 0 ? '' : mark}${shape}`;
    })
    .join('');
}

/** An issuer's or unit's group: only letters that no capital tells apart are raised. */
function plainNormal(text: string): string {
  const straight = text.replace(/[ÐƉ]/gu, 'Đ');
  return pattern.u`\p{Lu}`.test(straight) ? straight : straight.toUpperCase();
}

function normal(
  tokens: Tokens,
  numeral: NumberTokens['numeral'],
  year: number | undefined,
  groups: readonly Group[],
  style: CitedNumber['style'],
  type: CitedType | undefined,
  tail: number | undefined,
): string {
  const number = numeralText(tokens, numeral);
  const last = groups.at(-1)?.text ?? '';
  if (style === 'party' && type) return `${number}-${type.abbreviation ?? ''}/${last}`;
  const stray = tail === undefined ? '' : tokens.at(tail - 1).text;
  const middle = year === undefined ? '' : `${tokens.at(year).text}/`;
  return `${number}/${middle}${groupsNormal(groups)}${stray}`;
}
