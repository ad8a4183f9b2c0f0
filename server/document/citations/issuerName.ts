import { agencies, insideNames, joiners, offices, territorialUnits } from '../../norms/agencies.ts';
import { phraseSet, PhraseTable } from '../phraseTable.ts';
import { isCapital, type Tokens } from '../tokens.ts';
import { readType } from './typeNames.ts';

const agencyTable = new PhraseTable(
  agencies.flatMap((agency) =>
    [agency.name, ...(agency.names ?? [])].map((name) => [name, agency] as const),
  ),
);
const officeTable = phraseSet(offices);
const unitTable = phraseSet(territorialUnits);
const insideTable = phraseSet(insideNames);
const joinerTable = phraseSet(joiners);

const mostSteps = 24;

/**
 * The index after the agency's name at token `index`; undefined when none begins there. A name goes on over
 * what the table knows, over capitals, over kinds of unit, and over a joiner that a capital follows; any other
 * word ends it.
 */
export function issuerEnd(tokens: Tokens, index: number): number | undefined {
  let at = index;
  let end: number | undefined;
  for (let step = 0; step < mostSteps; step += 1) {
    const next = nameStep(tokens, at, end !== undefined);
    if (next === undefined) break;
    end = next;
    const after = tokens.skip(next);
    const joiner = joinerTable.match(tokens, after);
    const joined = joiner && tokens.skip(joiner.next);
    at = joined !== undefined && goesOn(tokens, joined) ? joined : pastBracket(tokens, after);
  }
  return end;
}

/** Whether an agency's known name begins at token `index` with a capital. */
export function beginsAgency(tokens: Tokens, index: number): boolean {
  if (!isCapital(tokens.at(index))) return false;
  return (
    agencyTable.match(tokens, index) !== undefined || officeTable.match(tokens, index) !== undefined
  );
}

function nameStep(tokens: Tokens, at: number, begun: boolean): number | undefined {
  const token = tokens.at(at);
  const capital = isCapital(token);
  if (capital || !begun) {
    const known = agencyTable.match(tokens, at) ?? officeTable.match(tokens, at);
    if (known) return known.next;
  }
  if (begun) {
    const unit = unitTable.match(tokens, at);
    if (unit) return unit.next;
    const inside = capital ? undefined : insideTable.match(tokens, at);
    if (inside) return inside.next;
    if (token.kind === 'number' && token.text.length <= 3) {
      const mark = tokens.at(at + 1).kind;
      return mark === 'slash' || mark === 'hyphen' ? undefined : at + 1;
    }
  }
  return capital && goesOn(tokens, at) ? at + 1 : undefined;
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
  if (!/^\p{Lu}+$/u.test(tokens.at(at + 1).text)) return at;
  const after = tokens.skip(at + 3);
  return unitTable.match(tokens, after) ? after : at;
}
