import { isSyllable } from './syllable.ts';
import { fromTcvn3 } from './tcvn3.ts';
import { fromVni } from './vni.ts';

export interface LegacyText {
  readonly encoding: 'TCVN3' | 'VNI';
  /** The text in Unicode. */
  readonly converted: string;
}

/** What only Unicode has: letters of Vietnamese outside Latin-1, and typographic marks. */
const unicodeOnly = /[ăĂđĐơƠưƯĩĨũŨ\u1ea0-\u1ef9]/u;

/**
 * The text as it was meant, where it was typed for the fonts of TCVN3 or VNI; undefined where it was not, or where
 * that is not sure: at least two words must be Vietnamese when converted and not before, and hardly any the reverse.
 */
export function readLegacy(text: string): LegacyText | undefined {
  if (unicodeOnly.test(text) || !/[^\p{ASCII}]/u.test(text)) return undefined;
  const words = text.split(/\s+/u).filter((word) => /[^\p{ASCII}]/u.test(word));
  if (words.length < 2) return undefined;
  if (!encodings.some(({ convert }) => mayBe(words, convert))) return undefined;
  const scored = encodings.map(({ encoding, convert }) => {
    let gained = 0;
    let lost = 0;
    for (const word of words) {
      if (isVietnamese(convert(word))) gained += isVietnamese(word) ? 0 : 1;
      else lost += 1;
    }
    return { encoding, convert, gained, lost };
  });
  const [best] = scored.sort((a, b) => b.gained - b.lost - (a.gained - a.lost));
  return best && best.gained >= 2 && isSure(best)
    ? { encoding: best.encoding, converted: best.convert(text) }
    : undefined;
}

const encodings = [
  { encoding: 'TCVN3', convert: fromTcvn3 },
  { encoding: 'VNI', convert: fromVni },
] as const;

function isSure({ gained, lost }: { readonly gained: number; readonly lost: number }): boolean {
  return lost * 4 <= gained;
}

/** Whether few enough words would be lost; ordinary text is told after its first ones. */
function mayBe(words: readonly string[], convert: (word: string) => string): boolean {
  let lost = 0;
  for (const word of words) {
    if (isVietnamese(convert(word))) continue;
    lost += 1;
    if (!isSure({ gained: words.length - lost, lost })) return false;
  }
  return true;
}

function isVietnamese(word: string): boolean {
  const letters = word.match(/[\p{L}\p{M}]+/gu) ?? [];
  return (
    letters.length > 0 &&
    letters.every((part) => isSyllable(part) || /^[A-ZĐ]+$/u.test(part)) &&
    !/[^\p{L}\p{M}\p{N}\p{P}]/u.test(word)
  );
}
