import { agencies, type Agency } from './agencies.ts';
import data from './data/agency-abbreviations.json' with { type: 'json' };
import { editDistance } from './editDistance.ts';

/** A name, or the beginning of one, that is not abbreviated by its initials alone. */
interface NamedAbbreviation {
  readonly words: readonly string[];
  readonly symbols: readonly string[];
  readonly rest: 'none' | 'initials' | 'unit';
  readonly settled: boolean;
}

const named = byFirstWord<NamedAbbreviation>(
  data.names.map(({ name, symbols, rest, settled }) => ({
    words: wordsOf(name),
    symbols,
    rest: rest as NamedAbbreviation['rest'],
    settled: settled === true,
  })),
);

/** The agencies known by name. */
const known = byFirstWord(
  agencies
    .filter(({ kind }) => kind === 'state')
    .flatMap(({ name, names = [], symbols }) =>
      [name, ...names].map((each) => ({ words: wordsOf(each), symbols })),
    ),
);

/** The names by their first words, the longer names first. */
function byFirstWord<T extends { readonly words: readonly string[] }>(
  names: readonly T[],
): ReadonlyMap<string | undefined, readonly T[]> {
  const table = new Map<string | undefined, T[]>();
  for (const each of names) {
    const [first] = each.words;
    const group = table.get(first);
    if (group) group.push(each);
    else table.set(first, [each]);
  }
  for (const group of table.values()) group.sort((a, b) => b.words.length - a.words.length);
  return table;
}

const omitted = new Set(data.omitted.map(comparable));
const units = data.units.map(wordsOf);
const unitsInNames = data.unitsInNames.map(wordsOf);
const joiner = /^(?:va|[-–,&])$/u;

/**
 * The groups that may stand for an agency in a symbol, the usual one first: `UBND` for `ỦY BAN NHÂN DÂN TỈNH
 * LÂM ĐỒNG`, `PGDĐT` for `Phòng Giáo dục và Đào tạo`. Empty where the name gives no letters. Each agency sets
 * its own abbreviations (ND 30/2020/NĐ-CP, PL I, II.3.b), so these are what its name leads one to expect.
 */
export function symbolsOf(agencyName: string): readonly string[] {
  return [...new Set(abbreviate(wordsOf(agencyName)).symbols)];
}

/** The group to offer for an agency; undefined where its name gives none. */
export function symbolOf(agencyName: string): string | undefined {
  return symbolsOf(agencyName)[0];
}

/**
 * Whether the group can stand for the agency as it is: one of its symbols, or one shortened or drawn out.
 * `added` holds the workspace's own agencies: what they say of a name comes first.
 */
export function standsFor(
  group: string,
  agencyName: string,
  added: readonly Agency[] = [],
): boolean {
  const { symbols, settled } = abbreviate(wordsOf(agencyName), added);
  return symbols.some((symbol) => accepts(symbol, letters(group), settled));
}

/**
 * The symbol that was meant where the group is a slip of the pen for it: `PGDĐT` for `PGĐĐT` or `PGDDĐT`.
 * Undefined where the group is right, or so far off that the agency may have set it itself.
 */
export function meantSymbol(
  group: string,
  agencyName: string,
  added: readonly Agency[] = [],
): string | undefined {
  const { symbols, settled } = abbreviate(wordsOf(agencyName), added);
  const typed = letters(group);
  if (typed === '' || symbols.some((symbol) => accepts(symbol, typed, settled))) return undefined;
  return symbols.find((symbol) => isSlip(typed, letters(symbol)));
}

function abbreviate(
  words: readonly string[],
  added: readonly Agency[] = [],
): {
  symbols: readonly string[];
  settled: boolean;
} {
  const own = added.find(({ name, names = [] }) =>
    [name, ...names].some((each) => isSame(words, wordsOf(each))),
  );
  if (own) return { symbols: own.symbols, settled: true };
  const special = named.get(words[0])?.find((each) => startsWith(words, each.words));
  const whole = known
    .get(words[0])
    ?.find(
      (each) =>
        startsWith(words, each.words) &&
        each.words.length >= (special?.words.length ?? 0) &&
        !joiner.test(words[each.words.length] ?? ''),
    );
  if (special && (special.rest === 'none' || !whole || whole.words.length === special.words.length))
    return { symbols: specialSymbols(special, words), settled: special.settled };
  return { symbols: whole ? whole.symbols : [initials(words)].filter(Boolean), settled: false };
}

function specialSymbols(special: NamedAbbreviation, words: readonly string[]): readonly string[] {
  const rest = words.slice(special.words.length);
  if (special.rest === 'none') return special.symbols;
  const more = special.rest === 'initials' ? initials(rest) : unitInitials(rest);
  return more === ''
    ? special.symbols
    : [...special.symbols.map((symbol) => symbol + more), ...special.symbols];
}

function initials(words: readonly string[]): string {
  let result = '';
  for (let at = 0; at < words.length; at += 1) {
    const rest = words.slice(at);
    if (unitAt(rest)) break;
    const word = words[at] ?? '';
    if (omitted.has(word) || joiner.test(word)) continue;
    // what is an abbreviation already stands as it is: `trường thpt`
    result += /^[^aeiouy]{2,5}$/u.test(word) ? word.toUpperCase() : (word[0] ?? '').toUpperCase();
  }
  return result;
}

function unitAt(words: readonly string[]): readonly string[] | undefined {
  if (unitsInNames.some((phrase) => startsWith(words, phrase))) return undefined;
  return units.find((unit) => startsWith(words, unit));
}

function unitInitials(words: readonly string[]): string {
  const unit = unitAt(words);
  if (!unit) return '';
  return unit[0] === 'tp' ? 'TP' : unit.map((word) => (word[0] ?? '').toUpperCase()).join('');
}

/** Whether the name is the agency's, alone or with its territorial unit after it. */
function isSame(words: readonly string[], name: readonly string[]): boolean {
  if (name.length === 0 || !startsWith(words, name)) return false;
  return words.length === name.length || unitAt(words.slice(name.length)) !== undefined;
}

function startsWith(words: readonly string[], lead: readonly string[]): boolean {
  return lead.length <= words.length && lead.every((word, at) => words[at] === word);
}

/** The words in lower case without marks, `đ` kept apart from `d`; joining marks are words of their own. */
function wordsOf(name: string): readonly string[] {
  return comparable(name).match(/[\p{L}\p{N}]+|[-–,&]/gu) ?? [];
}

function comparable(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ð/gu, 'đ')
    .normalize('NFC');
}

/** The group in capitals without marks and what offices put between letters (`PGD&ĐT`, `CAT(PC04)`). */
function letters(group: string): string {
  return comparable(group)
    .replace(/\([^)]*\)/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();
}

const unitLetters = new Set(data.units.map((unit) => comparable(unit)[0]?.toUpperCase()));

function accepts(symbol: string, group: string, settled: boolean): boolean {
  const built = letters(symbol);
  if (group === built) return true;
  if (group.startsWith(built)) {
    const more = group.slice(built.length);
    // one letter struck twice is no addition, unless it may name the territorial unit
    return more !== built.at(-1) || unitLetters.has(more);
  }
  if (group.endsWith(built)) return true;
  return !settled && group.length >= 2 && (built.startsWith(group) || built.endsWith(group));
}

function isSlip(typed: string, built: string): boolean {
  if (built.length < 3) return false;
  const plain = (text: string): string => text.replaceAll('Đ', 'D');
  const distance = editDistance(typed, built);
  if (plain(typed) === plain(built)) return true;
  if (built.length === 3) {
    // so short a group may well be another abbreviation: only a swap or a letter struck twice is a slip
    return (
      distance === 1 &&
      (typed.length === built.length
        ? [...typed].sort().join('') === [...built].sort().join('')
        : typed.replace(/(.)\1/u, '$1') === built)
    );
  }
  return distance <= (built.length === 4 ? 1 : 2);
}
