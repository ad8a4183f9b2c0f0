import { pattern } from '../../source/letters.ts';

const unit =
  /(?:^|\s)(?<unit>tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\s+(?<name>\S[^,;()]{0,60})$/iu;

/** The territorial unit that ends an agency's name. */
export interface Territory {
  /** In lower case, `thành phố` for `TP.`. */
  readonly unit: string;
  /** The unit's name with capital initials: `Lâm Đồng`. */
  readonly name: string;
}

/** The unit whose agency it is: Lâm Đồng for `ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG`; undefined where none is named. */
export function territoryOf(agencyName: string): Territory | undefined {
  const groups = unit.exec(agencyName.replace(/xã hội/giu, ''))?.groups;
  const name = groups?.['name'];
  const word = groups?.['unit']?.toLowerCase();
  if (name === undefined || word === undefined) return undefined;
  return { unit: word.startsWith('tp') ? 'thành phố' : word, name: capitalized(name.trim()) };
}

/** The place as it stands before a date: units named by a number or a person keep their kind (PL I, II.4.a). */
export function placeName({ unit, name }: Territory): string {
  if (/^\d/u.test(name) || name === 'Hồ Chí Minh')
    return `${unit.charAt(0).toUpperCase()}${unit.slice(1)} ${name}`;
  return name;
}

/** Each word with a capital initial and the rest in lower case. */
export function capitalized(name: string): string {
  return name
    .toLowerCase()
    .replace(
      pattern.gu`(^|[\s-])(\p{L})`,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    );
}
