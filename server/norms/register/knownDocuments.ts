import { citedType, type CitedTypeId } from '../citedTypes.ts';
import type { KnownDocument, KnownDocuments } from '../knownDocuments.ts';

const certaintyRank: Readonly<Record<KnownDocument['certainty'], number>> = {
  sure: 0,
  likely: 1,
  unsure: 2,
};

/** The office's own papers know better than what was shipped to it. */
const originRank: Readonly<Record<KnownDocument['origin']['kind'], number>> = {
  workspace: 0,
  register: 1,
  bundled: 2,
};

/**
 * The documents of all lists, indexed by number and by numeral. Of those that share a number the surest comes
 * first; among the equally sure one from the workspace, then from the office's register, then a bundled one;
 * after that the lists' own order.
 */
export function knownDocuments(lists: readonly (readonly KnownDocument[])[]): KnownDocuments {
  const ranked = lists
    .flat()
    .sort(
      (a, b) =>
        certaintyRank[a.certainty] - certaintyRank[b.certainty] ||
        originRank[a.origin.kind] - originRank[b.origin.kind],
    );
  const byNumber = new Map<string, KnownDocument[]>();
  const byNumeral = new Map<string, KnownDocument[]>();
  const byLawName = new Map<string, KnownDocument[]>();
  for (const known of ranked) {
    add(byNumber, numberKey(known.number), known);
    add(byNumeral, numeralKey(known.number), known);
    if (known.type !== undefined && citedType(known.type).class === 'law')
      add(byLawName, lawKey(known.type, known.subject ?? ''), known);
  }
  return {
    withNumber: (normal) => byNumber.get(numberKey(normal)) ?? [],
    withNumeral: (numeral) => byNumeral.get(numeralKey(numeral)) ?? [],
    withSubject: (type, subject) => byLawName.get(lawKey(type, subject)) ?? [],
  };
}

/** A law's name without what typists vary: case and spaces. */
function lawKey(type: CitedTypeId, name: string): string {
  return `${type} ${name.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim()}`;
}

function add(index: Map<string, KnownDocument[]>, key: string, known: KnownDocument): void {
  const bucket = index.get(key);
  if (bucket) bucket.push(known);
  else index.set(key, [known]);
}

/** Offices write 5/2020 and 05/2020 of one document. */
function numberKey(number: string): string {
  return number
    .normalize('NFC')
    .trim()
    .replace(/^0+(?=\d)/u, '');
}

/** `30c` of `30c/NQ-CP`. */
function numeralKey(number: string): string {
  return (/^\d+\p{L}?(?![\p{L}\d])/u.exec(numberKey(number))?.[0] ?? '').toLowerCase();
}
