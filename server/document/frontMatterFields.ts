import data from '../norms/data/front-matter.json' with { type: 'json' };
import { editDistance } from '../norms/editDistance.ts';
import { fold } from './letterCase.ts';

/** A key that the front matter may have, under any of its spellings. */
export interface FrontMatterField {
  readonly field: string;
  readonly kind: 'text' | 'list' | 'boolean';
  /** Its names as Vietnamese writes them; the first is the one to offer. */
  readonly keys: readonly string[];
  readonly vi: string;
  readonly en: string;
}

export const frontMatterFields = data.fields as readonly FrontMatterField[];

const byKey = new Map(
  frontMatterFields.flatMap((field) => field.keys.map((key) => [normalKey(key), field] as const)),
);

/** The field of a key, with or without diacritics, in any case, its words joined by blanks, `-` or `_`. */
export function fieldOfKey(key: string): FrontMatterField | undefined {
  return byKey.get(normalKey(key));
}

/** The known key nearest to a mistyped one; undefined when none is within two letters. */
export function nearestKey(key: string): string | undefined {
  const typed = normalKey(key);
  let best: { key: string; distance: number } | undefined;
  for (const field of frontMatterFields) {
    for (const known of field.keys) {
      if (Math.abs(typed.length - normalKey(known).length) > 2) continue;
      const distance = editDistance(typed, normalKey(known));
      if (
        distance <= Math.min(2, Math.floor(typed.length / 2)) &&
        distance < (best?.distance ?? 3)
      ) {
        best = { key: known, distance };
      }
    }
  }
  return best?.key;
}

/** The key without diacritics and case, its words joined by blanks: what makes two spellings one key. */
export function normalKey(key: string): string {
  return fold(key)
    .replace(/[-_\s]+/gu, ' ')
    .trim();
}
