import { nameEnds } from '../../norms/agencies.ts';
import { pattern } from '../../source/letters.ts';
import type { MappedText } from '../../source/mappedText.ts';
import { isKey } from '../dates/dayGrammar.ts';
import { PhraseTable, phraseSet } from '../phraseTable.ts';
import { isCapital, tokensOf, type Tokens } from '../tokens.ts';
import { WordSet } from '../wordSet.ts';
import type { Citation, CitationPart, CitedNumber } from './citation.ts';
import { readCitedDate, type CitedDateTokens } from './citedDate.ts';
import { beginsAgency, issuerEnd } from './issuerName.ts';
import { lawNameEnd } from './lawName.ts';
import { readNumber, type NumberTokens } from './numberGrammar.ts';
import { pinpointOpenings, readPinpoint } from './pinpointGrammar.ts';
import { readType, typeOpenings, type TypeTokens } from './typeNames.ts';

/**
 * The citations of one paragraph in their order, with the file's spans of every part. Runs in time linear in
 * the text: every reading looks a bounded way ahead, and subjects never overlap.
 */
export function scanCitations(text: MappedText): readonly Citation[] {
  if (!mayCite(text.text)) return [];
  return new Scanner(text).scan();
}

/** What no number is without: the slash before its symbol. */
const beforeSymbol = pattern.u`/[^\S\n]*\p{L}`;
/** What no law's name is without; only a capital tells `Luật` from `kỷ luật`. */
const law =
  /L[Uu][ậẬ][Tt]|B[ộỘ]\s+l[Uu][ậẬ][Tt]|H[Ii][ếẾ][Nn]\s+[Pp][Hh][áÁ]|P[Hh][áÁ][Pp]\s+[Ll][ệỆ]/u;

/** Whether the text has what every citation has; most paragraphs cite nothing. */
export function mayCite(text: string): boolean {
  return (text.includes('/') && beforeSymbol.test(text)) || law.test(text);
}

/** The keys of the words that a citation or a pinpoint before it begins with. */
const openings = new WordSet(['số', ...typeOpenings, ...pinpointOpenings]);

interface Stretch {
  readonly from: number;
  readonly next: number;
}

interface Core extends Stretch {
  readonly type: TypeTokens | undefined;
  readonly word: Stretch | undefined;
  readonly number: NumberTokens | undefined;
  readonly date: CitedDateTokens | undefined;
  readonly issuer: Stretch | undefined;
  readonly name: Stretch | undefined;
  readonly continued: boolean;
  readonly pinpoint: Stretch | undefined;
}

type Ending = Pick<Core, 'date' | 'issuer'> & { readonly next: number };

const about = new PhraseTable([
  ['về', true],
  ['về việc', true],
  ['v/v', true],
]);
const subjectLeads = phraseSet(nameEnds);
const grounds = phraseSet(['căn cứ', 'thực hiện', 'xét', 'theo', 'nơi nhận']);
const requests = phraseSet([
  ...['đề nghị', 'yêu cầu', 'kính đề nghị', 'kính trình', 'kính mời'],
  ...['để', 'nhằm', 'trong đó', 'theo đó', 'cụ thể', 'đồng thời', 'đến nay', 'qua đó'],
]);
const predicates = phraseSet(['hết hiệu lực', 'có hiệu lực', 'như sau', 'theo các nội dung']);

const mostListed = 10_000;

class Scanner {
  readonly #text: MappedText;
  readonly #tokens: Tokens;

  constructor(text: MappedText) {
    this.#text = text;
    this.#tokens = tokensOf(text.text);
  }

  scan(): readonly Citation[] {
    const cores = this.#cores();
    return cores.map((core, order) => {
      const next = cores[order + 1];
      const limit = next ? (next.pinpoint?.from ?? next.from) : this.#tokens.length;
      return this.#citation(core, this.#subject(core, limit));
    });
  }

  #cores(): readonly Core[] {
    const cores: Core[] = [];
    let at = 0;
    while (at < this.#tokens.length) {
      if (!this.#mayOpen(at)) {
        at += 1;
        continue;
      }
      const pinpoint = readPinpoint(this.#tokens, at);
      const start = pinpoint ? this.#behindPinpoint(pinpoint.next) : at;
      const core = this.#core(start, pinpoint);
      if (core) at = this.#collect(core, cores);
      else at = pinpoint ? pinpoint.next : at + 1;
    }
    return cores;
  }

  #mayOpen(index: number): boolean {
    return this.#tokens.kindAt(index) === 'number' || openings.holds(this.#tokens, index);
  }

  #behindPinpoint(index: number): number {
    const at = this.#tokens.skip(index);
    return isKey(this.#tokens.at(at), 'của', 'tại') ? this.#tokens.skip(at + 1) : at;
  }

  /** Adds the core and the members of the list that it opens; the index after them. */
  #collect(first: Core, cores: Core[]): number {
    cores.push(first);
    let last = first;
    for (let count = 0; count < mostListed && first.number; count += 1) {
      const member = this.#listed(last);
      if (!member) break;
      cores.push(member);
      last = member;
    }
    return last.next;
  }

  /** `và số 09/2019/NĐ-CP`: the next member of a list that named its type once. */
  #listed(previous: Core): Core | undefined {
    const tokens = this.#tokens;
    let at = tokens.skip(previous.next);
    const start = at;
    if (['comma', 'semicolon'].includes(tokens.at(at).kind)) at = tokens.skip(at + 1);
    if (isKey(tokens.at(at), 'và')) at = tokens.skip(at + 1);
    if (at === start) return undefined;
    const word = this.#numberWord(at);
    const number = readNumber(tokens, word ? tokens.skip(word.next) : at, {
      typed: false,
      worded: word !== undefined,
    });
    if (!number) return undefined;
    const ending = this.#ending(number.next, false);
    // A symbol that names another type (`…/TTr-SNV; 37/HD-BCA`) takes no part in the list.
    const shared = !number.type || number.type.id === previous.type?.id || word !== undefined;
    return {
      ...ending,
      from: word?.from ?? number.from,
      type: shared ? previous.type : undefined,
      word,
      number,
      name: undefined,
      continued: shared,
      pinpoint: undefined,
    };
  }

  #core(index: number, pinpoint: Stretch | undefined): Core | undefined {
    const tokens = this.#tokens;
    const type = readType(tokens, index);
    if (type && isLaw(type)) return this.#law(type, pinpoint);
    const after = type ? tokens.skip(type.next) : index;
    const word = this.#numberWord(after);
    const number = readNumber(tokens, word ? this.#behindWord(word) : after, {
      typed: type !== undefined,
      worded: word !== undefined,
    });
    if (!number) return undefined;
    const ending = this.#ending(number.next, false);
    const from = type?.from ?? word?.from ?? number.from;
    return { ...ending, from, type, word, number, name: undefined, continued: false, pinpoint };
  }

  /** Where a number begins behind `số`: a blank numeral begins right there, to keep its spaces. */
  #behindWord(word: Stretch): number {
    return this.#tokens.skip(word.next);
  }

  #law(type: TypeTokens, pinpoint: Stretch | undefined): Core | undefined {
    const tokens = this.#tokens;
    const named = isCapital(tokens.at(type.from));
    const start = tokens.skip(type.next);
    const end =
      type.id === 'hien-phap' ? constitutionEnd(tokens, start) : lawNameEnd(tokens, start);
    const name = end > start ? { from: start, next: end } : undefined;
    let at = tokens.skip(name?.next ?? type.next);
    const word = this.#numberWord(at);
    if (word) at = tokens.skip(word.next);
    const number = readNumber(tokens, at, { typed: true, worded: word !== undefined });
    const known = number ?? (named && (name || type.id === 'hien-phap') ? type : undefined);
    if (!known) return undefined;
    const ending = this.#ending(number?.next ?? name?.next ?? type.next, true);
    return {
      ...ending,
      from: type.from,
      type,
      word: number ? word : undefined,
      number,
      name,
      continued: false,
      pinpoint,
    };
  }

  #numberWord(index: number): Stretch | undefined {
    const tokens = this.#tokens;
    if (!isKey(tokens.at(index), 'số')) return undefined;
    const colon = tokens.skip(index + 1);
    const next = tokens.at(colon).kind === 'colon' ? colon + 1 : index + 1;
    return { from: index, next };
  }

  /** The date and the issuer behind a number, each over a comma. */
  #ending(index: number, law: boolean): Ending {
    const tokens = this.#tokens;
    const date = readCitedDate(tokens, index, law);
    const next = date?.next ?? index;
    let at = tokens.skip(next);
    if (tokens.at(at).kind === 'comma') at = tokens.skip(at + 1);
    if (!isKey(tokens.at(at), 'của')) return { date, issuer: undefined, next };
    const from = tokens.skip(at + 1);
    const end = issuerEnd(tokens, from);
    if (end === undefined) return { date, issuer: undefined, next };
    return { date, issuer: { from, next: end }, next: end };
  }

  /** `về …`, `ban hành …` behind the core, up to the end of the clause or `limit`. */
  #subject(core: Core, limit: number): Stretch | undefined {
    const tokens = this.#tokens;
    if (core.name && !core.number) return core.name;
    const from = tokens.skip(core.next);
    if (from >= limit) return core.name;
    const dated = core.date !== undefined || core.issuer !== undefined;
    const lead =
      about.match(tokens, from) ?? (dated ? subjectLeads.match(tokens, from) : undefined);
    if (!lead) return core.name;
    const end = this.#subjectEnd(lead.next, limit);
    return end > from ? { from, next: end } : core.name;
  }

  #subjectEnd(index: number, limit: number): number {
    const tokens = this.#tokens;
    let depth = 0;
    let at = index;
    for (; at < limit; at += 1) {
      const token = tokens.at(at);
      if (token.kind === 'semicolon' || token.text === '<') break;
      if (token.kind === 'open') depth += 1;
      if (token.kind === 'close') {
        if (depth === 0) break;
        depth -= 1;
      }
      if (token.kind === 'word' && predicates.match(tokens, at)) break;
      if (token.kind === 'dot' && this.#endsSentence(at)) break;
      if (token.kind === 'newline' && this.#endsItem(at)) break;
      if (token.kind === 'comma' && this.#endsClause(at)) break;
    }
    return this.#trimmed(index, at, at === limit && limit < tokens.length);
  }

  #endsSentence(index: number): boolean {
    const tokens = this.#tokens;
    const after = tokens.at(index + 1);
    if (after.kind === 'end' || after.kind === 'slash' || after.kind === 'close') return true;
    if (after.kind === 'quote') return true;
    if (after.kind === 'newline') return true;
    const next = tokens.at(tokens.skip(index + 1));
    if (after.kind !== 'space') return false;
    const abbreviated = pattern.u`^\p{Lu}{1,2}$`.test(tokens.at(index - 1).text);
    return !abbreviated && (isCapital(next) || next.kind === 'end' || next.kind === 'quote');
  }

  #endsItem(index: number): boolean {
    const tokens = this.#tokens;
    const next = tokens.skip(index);
    const token = tokens.at(next);
    return token.key === '-' || (isCapital(token) && grounds.match(tokens, next) !== undefined);
  }

  #endsClause(index: number): boolean {
    const next = this.#tokens.skip(index + 1);
    return beginsAgency(this.#tokens, next) || requests.match(this.#tokens, next) !== undefined;
  }

  /** `end` without the marks and, before another citation, the link words that lead to it. */
  #trimmed(from: number, end: number, linked: boolean): number {
    const tokens = this.#tokens;
    let at = end;
    while (at > from) {
      const token = tokens.at(at - 1);
      const loose =
        ['space', 'newline', 'comma', 'hyphen', 'dash', 'open', 'colon'].includes(token.kind) ||
        (linked && (token.kind === 'quote' || isKey(token, 'và', 'các', 'tại', 'theo')));
      if (!loose) break;
      at -= 1;
    }
    return at;
  }

  #citation(core: Core, subject: Stretch | undefined): Citation {
    const { type, number, date } = core;
    const next = Math.max(core.next, subject?.next ?? 0);
    const { text, span } = this.#part({ from: core.from, next });
    const named = type && this.#part(type);
    return {
      text,
      span,
      type: type && named && { text: named.text, span: named.span, id: type.id },
      numberWord: core.word && this.#part(core.word),
      number: number && this.#number(number),
      date: date && this.#date(date),
      issuer: core.issuer && this.#part(core.issuer),
      subject: subject && this.#part(subject),
      continued: core.continued,
      pinpoint: core.pinpoint && this.#part(core.pinpoint),
    };
  }

  #date(date: CitedDateTokens): Citation['date'] {
    const { text, span } = this.#part(date);
    return { text, span, value: date.value };
  }

  #number(number: NumberTokens): CitedNumber {
    const { text, span } = this.#part(number);
    return {
      text,
      span,
      style: number.style,
      numeral: number.numeral && this.#part(number.numeral),
      year: number.year === undefined ? undefined : this.#year(number.year),
      symbol: this.#part(number.symbol),
      normal: number.normal,
      symbolType: number.type?.id,
      issuerGroups: number.issuerGroups,
    };
  }

  #year(index: number): CitedNumber['year'] {
    const { text, span } = this.#part({ from: index, next: index + 1 });
    return { text, span, value: Number(text) };
  }

  #part({ from, next }: Stretch): CitationPart {
    const start = this.#tokens.at(from).from;
    const end = Math.max(start, this.#tokens.at(next - 1).to);
    return { text: this.#text.text.slice(start, end), span: this.#text.spanOf(start, end) };
  }
}

function isLaw({ id }: TypeTokens): boolean {
  return id === 'luat' || id === 'bo-luat' || id === 'phap-lenh' || id === 'hien-phap';
}

const constitution = phraseSet([
  'nước Cộng hòa xã hội chủ nghĩa Việt Nam',
  'Cộng hòa xã hội chủ nghĩa Việt Nam',
]);

function constitutionEnd(tokens: Tokens, index: number): number {
  return constitution.match(tokens, index)?.next ?? index;
}
