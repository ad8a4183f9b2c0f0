import {
  agencies,
  type Agency,
  bodies,
  inertWords,
  insideNames,
  joiners,
  nameEnds,
  offices,
  territorialUnits,
} from '../../norms/agencies.ts';
import { phraseSet, PhraseTable } from '../phraseTable.ts';
import { isCapital, Tokens } from '../tokens.ts';
import { readType } from './typeNames.ts';
import { pattern } from '../../source/letters.ts';

const agencyTable = new PhraseTable(
  agencies.flatMap((agency) =>
    [agency.name, ...(agency.names ?? [])].map((name) => [name, agency] as const),
  ),
);
const officeTable = phraseSet(offices);
const bodyTable = phraseSet(bodies);
const unitTable = phraseSet(territorialUnits);
const insideTable = phraseSet(insideNames);
const joinerTable = phraseSet(joiners);
const endTable = phraseSet(nameEnds);
const inert: ReadonlySet<string> = new Set(inertWords);

const mostSteps = 24;
const mostLowerWords = 7;

/** How the name read so far goes on: an agency of the table takes only a place, a body's own name any word. */
type Tail = 'nothing' | 'agency' | 'office' | 'body' | 'name' | 'place';

interface Step {
  readonly next: number;
  readonly tail: Tail;
}

/**
 * The index after the agency's name at token `index`; undefined when none begins there. A name goes on over
 * what the table knows, over capitals, over kinds of unit, and over a joiner that a capital follows; the name
 * of a body that the table does not know also over lower-case words, when one of the words that open a
 * subject, or a mark, comes after them.
 */
export function issuerEnd(tokens: Tokens, index: number): number | undefined {
  let at = index;
  let last: Step = { next: index, tail: 'nothing' };
  for (let count = 0; count < mostSteps; count += 1) {
    const step = nameStep(tokens, at, last.tail);
    if (!step) break;
    last = step;
    const after = tokens.skip(step.next);
    const joiner = joinerTable.match(tokens, after);
    const joined = joiner && tokens.skip(joiner.next);
    at = joined !== undefined && goesOn(tokens, joined) ? joined : pastBracket(tokens, after);
  }
  return last.tail === 'nothing' ? undefined : last.next;
}

/** Whether an agency's known name begins at token `index` with a capital. */
export function beginsAgency(tokens: Tokens, index: number): boolean {
  if (!isCapital(tokens.at(index))) return false;
  return (
    agencyTable.match(tokens, index) !== undefined || officeTable.match(tokens, index) !== undefined
  );
}

function nameStep(tokens: Tokens, at: number, tail: Tail): Step | undefined {
  const token = tokens.at(at);
  const capital = isCapital(token);
  const begun = tail !== 'nothing';
  if (capital || !begun || tail === 'office') {
    const agency = agencyTable.match(tokens, at);
    if (agency) return { next: agency.next, tail: 'agency' };
    const office = officeTable.match(tokens, at);
    if (office) return { next: office.next, tail: 'office' };
  }
  if (capital) {
    const body = bodyTable.match(tokens, at);
    if (body && tail !== 'place') return { next: body.next, tail: 'body' };
    if ((tail === 'agency' || tail === 'place') && readType(tokens, at)) return undefined;
    if (!goesOn(tokens, at)) return undefined;
    return { next: at + 1, tail: tail === 'agency' || tail === 'place' ? 'place' : 'name' };
  }
  if (!begun) return undefined;
  const unit = unitTable.match(tokens, at);
  if (unit) return { next: unit.next, tail: 'place' };
  const inside = insideTable.match(tokens, at);
  if (inside) return { next: inside.next, tail };
  if (token.kind === 'number' && token.text.length <= 3) {
    const mark = tokens.at(at + 1).kind;
    return mark === 'slash' || mark === 'hyphen' ? undefined : { next: at + 1, tail };
  }
  return tail === 'body' || tail === 'name' ? lowerWords(tokens, at) : undefined;
}

/** The lower-case words of a body's own name, if a mark, a capital or the subject's lead ends them. */
function lowerWords(tokens: Tokens, index: number): Step | undefined {
  let at = index;
  let next = index;
  for (let count = 0; count <= mostLowerWords; count += 1) {
    const token = tokens.at(at);
    const ended =
      token.kind !== 'word' || isCapital(token) || endTable.match(tokens, at) !== undefined;
    if (ended || unitTable.match(tokens, at)) {
      return next === index ? undefined : { next, tail: 'name' };
    }
    if (inert.has(token.key)) return undefined;
    next = at + 1;
    at = tokens.skip(at + 1);
  }
  return undefined;
}

/** Whether a capitalised word stands there that does not open the next citation. */
function goesOn(tokens: Tokens, at: number): boolean {
  if (!isCapital(tokens.at(at))) return false;
  const type = readType(tokens, at);
  if (!type) return true;
  const after = tokens.at(tokens.skip(type.next));
  return after.key !== 'số' && after.kind !== 'number';
}

/** The index after `(UBND)` when the name goes on behind it. */
function pastBracket(tokens: Tokens, at: number): number {
  if (tokens.at(at).kind !== 'open' || tokens.at(at + 2).kind !== 'close') return at;
  if (!pattern.u`^\p{Lu}+$`.test(tokens.at(at + 1).text)) return at;
  const after = tokens.skip(at + 3);
  return unitTable.match(tokens, after) ? after : at;
}

/** The agency of the table that an issuer's name holds, the office before it aside: `Bộ trưởng Bộ Tư pháp`. */
export function agencyNamed(name: string): Agency | undefined {
  const tokens = new Tokens(name.normalize('NFC'));
  let at = 0;
  for (let count = 0; count < 3; count += 1) {
    const found = agencyTable.match(tokens, at);
    if (found) return found.value;
    const office = officeTable.match(tokens, at);
    if (!office) return undefined;
    at = tokens.skip(office.next);
    if (tokens.at(at).kind === 'comma') at = tokens.skip(at + 1);
  }
  return undefined;
}
