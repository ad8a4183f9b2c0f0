import { dateOfText } from '../placeAndDate.ts';

/** `ngày 05 tháng 3 năm 2026`: days below 10 and months 1 and 2 with a zero (ND 30, PL I, II.4). */
function inWords(day: number, month: number, year: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `ngày ${two(day)} tháng ${month < 3 ? two(month) : String(month)} năm ${String(year)}`;
}

/** `2026-03-05` for a whole date in the decree's words; any other words as they are, for they have blanks or faults. */
export function declaredDate(words: string): string {
  const { day, month, year } = dateOfText(words);
  if (day === undefined || month === undefined || year === undefined) return words;
  if (words !== inWords(day, month, year)) return words;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** The decree's words for a date in figures; words as they are. */
export function writtenDate(declared: string): string {
  if (/^ng[àa]y/iu.test(declared)) return declared;
  const { day, month, year } = dateOfText(declared);
  return day === undefined || month === undefined || year === undefined
    ? declared
    : inWords(day, month, year);
}
