import type { PartialDate } from '../document.ts';

/** Room left for a figure that is written by hand. */
const blank = '    ';

/** `ngày 05 tháng 01 năm 2020`: days below 10 and months 1 and 2 with a zero, blanks for what is open (PL I, II.4). */
export function dateInWords({ day, month, year }: PartialDate): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return [
    `ngày ${day === undefined ? blank : two(day)}`,
    `tháng ${month === undefined ? blank : month < 3 ? two(month) : String(month)}`,
    `năm ${year === undefined ? blank : String(year)}`,
  ].join(' ');
}
