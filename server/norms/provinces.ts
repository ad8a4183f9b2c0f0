import data from './data/provinces.json' with { type: 'json' };
import { wordsOfName } from './agencyNames.ts';

/** A province or a city under central authority. Days are ISO, both inclusive. */
export interface Province {
  readonly name: string;
  readonly kind: 'province' | 'city';
  /** Other spellings. */
  readonly names?: readonly string[];
  /** What was merged into it on 1 July 2025 (Nghị quyết 202/2025/QH15). */
  readonly absorbed?: readonly string[];
  /** What it became part of. */
  readonly successor?: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
}

export const provinces: readonly Province[] = data.provinces as readonly Province[];

/** Whether something with these days of validity (ISO, inclusive) existed on the ISO day. */
export function isValidOn(
  value: { readonly validFrom?: string; readonly validUntil?: string },
  date: string,
): boolean {
  return (value.validFrom ?? '') <= date && date <= (value.validUntil ?? '9999-12-31');
}

/** The provinces and cities of the ISO day: 34 since 2025-07-01, 63 before. */
export function provincesOn(date: string): readonly Province[] {
  return provinces.filter((province) => isValidOn(province, date));
}

const byName = new Map<string, Province>();
for (const province of provinces)
  for (const name of [province.name, ...(province.names ?? [])])
    byName.set(wordsOfName(name).join(' '), province);

/**
 * The province of that name, with or without `tỉnh` or `thành phố` before it, blind to case and tone placing;
 * undefined when there is none, or none of that name on the ISO day given.
 */
export function provinceNamed(name: string, date?: string): Province | undefined {
  const words = wordsOfName(name);
  const found =
    byName.get(words.join(' ')) ??
    byName.get(words.join(' ').replace(/^(?:tỉnh|thành phố|thủ đô|tp) /u, ''));
  return found && (date === undefined || isValidOn(found, date)) ? found : undefined;
}

/** The unit that the province is part of today: itself where it goes on. */
export function successorOf(province: Province): Province {
  const next = province.successor === undefined ? undefined : provinceNamed(province.successor);
  return next ? successorOf(next) : province;
}
