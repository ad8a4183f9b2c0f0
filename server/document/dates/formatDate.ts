import type { PlainDate } from './plainDate.ts';

/** The figure of a day as the norm writes it: below 10 with a leading zero (PL I, II.4). */
export function formatDay(day: number): string {
  return String(day).padStart(2, '0');
}

/** The figure of a month as the norm writes it: only January and February with a leading zero (PL I, II.4). */
export function formatMonth(month: number): string {
  return month <= 2 ? String(month).padStart(2, '0') : String(month);
}

/** `ngày 05 tháng 3 năm 2020` in words, `05/3/2020` in figures. */
export function formatDate(date: PlainDate, form: 'words' | 'figures'): string {
  const day = formatDay(date.day);
  const month = formatMonth(date.month);
  return form === 'words'
    ? `ngày ${day} tháng ${month} năm ${date.year}`
    : `${day}/${month}/${date.year}`;
}
