import { citedTypes, type CitedTypeId } from '../../norms/citedTypes.ts';
import { PhraseTable } from '../phraseTable.ts';
import { isCapital, wordKey, type Tokens } from '../tokens.ts';

export interface TypeTokens {
  readonly id: CitedTypeId;
  readonly from: number;
  readonly next: number;
}

const names = new PhraseTable<CitedTypeId>(
  citedTypes.flatMap((type) => type.names.map((name) => [name, type.id] as const)),
);

/** By each way that typists write their `Đ`. */
const shortNames: ReadonlyMap<string, CitedTypeId> = new Map(
  citedTypes.flatMap((type) =>
    (type.shortNames ?? []).flatMap((name) =>
      ['Đ', 'Ð', 'Ɖ'].map((letter) => [name.replaceAll('Đ', letter), type.id] as const),
    ),
  ),
);

/** The keys of the tokens that a type's name or abbreviation begins with. */
export const typeOpenings: readonly string[] = [
  ...names.firstKeys,
  ...[...shortNames.keys()].map(wordKey),
];

/** The type named at token `index`, in any case, or by its abbreviation (`CV`, `NĐ`) in the abbreviation's case. */
export function readType(tokens: Tokens, index: number): TypeTokens | undefined {
  const named = names.match(tokens, index);
  // `lệnh` and `luật` end other words too (`mệnh lệnh`, `kỷ luật`): only a capital makes them a type.
  const bare = named?.next === index + 1 && !isCapital(tokens.at(index));
  if (named && !bare) return { id: named.value, from: index, next: named.next };
  const short = shortNames.get(tokens.at(index).text);
  return short && { id: short, from: index, next: index + 1 };
}
