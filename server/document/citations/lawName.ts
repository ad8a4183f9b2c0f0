import { amendingLeads, lawNames } from '../../norms/citedTypes.ts';
import { isKey } from '../dates/dayGrammar.ts';
import { phraseSet } from '../phraseTable.ts';
import { isCapital, type Token, type Tokens } from '../tokens.ts';
import { readType } from './typeNames.ts';

const known = phraseSet(lawNames);
const amending = phraseSet(amendingLeads);

const mostWords = 14;

/**
 * The index after the name of a law at token `index` (behind `Luật`); `index` itself when there is none. A
 * known name ends where the table says; an unknown one before a number, a date or a mark, or at the last of
 * its capitals.
 */
export function lawNameEnd(tokens: Tokens, index: number): number {
  const amends = amending.match(tokens, index);
  if (amends) return amendedEnd(tokens, index, tokens.skip(amends.next));
  const found = known.match(tokens, index);
  if (found && isCapital(tokens.at(index))) return found.next;
  return unknownEnd(tokens, index);
}

/** The end of `sửa đổi, bổ sung một số điều của Luật A và Luật B`. */
function amendedEnd(tokens: Tokens, index: number, from: number): number {
  let at = from;
  let end = index;
  for (let count = 0; count < 4; count += 1) {
    const type = readType(tokens, at);
    if (!type || !isLaw(type.id) || !isCapital(tokens.at(at))) return end;
    const name = tokens.skip(type.next);
    const found = known.match(tokens, name);
    const next = found ? found.next : unknownEnd(tokens, name);
    if (next === name) return end;
    end = next;
    let link = tokens.skip(next);
    if (!isKey(tokens.at(link), 'và') && tokens.at(link).kind !== 'comma') return end;
    link = tokens.skip(link + 1);
    at = link;
  }
  return end;
}

function isLaw(id: string): boolean {
  return id === 'luat' || id === 'bo-luat' || id === 'phap-lenh';
}

function unknownEnd(tokens: Tokens, index: number): number {
  if (!isCapital(tokens.at(index))) return index;
  let at = index;
  let end = index;
  let lastCapital = index;
  for (let count = 0; count < mostWords; count += 1) {
    const token = tokens.at(at);
    if (ends(token)) return end;
    if (isKey(token, ...stops)) return lastCapital;
    if (isCapital(token)) {
      if (count > 0 && readType(tokens, at)) return lastCapital;
      lastCapital = at + 1;
    }
    end = at + 1;
    at = tokens.skip(at + 1);
  }
  return lastCapital;
}

/** What ends a name that runs on in lower case: a mark, a number, a date. */
function ends(token: Token): boolean {
  return token.kind !== 'word' || isKey(token, 'ngày', 'số', 'năm');
}

const stops = [
  'của',
  'có',
  'được',
  'quy',
  'thì',
  'đã',
  'tại',
  'để',
  'theo',
  'này',
  'như',
  'các',
  'cho',
  'đối',
  'trong',
  'khi',
  'là',
  'với',
  'từ',
  'bằng',
  'đến',
  'phải',
  'hiện',
];
