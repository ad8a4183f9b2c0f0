import { plainDate, type PlainDate } from './plainDate.ts';

/** A day of the Vietnamese lunar calendar (months by the new moon as seen at UTC+7). */
export interface LunarDate {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–30 */
  readonly day: number;
  /** Whether the month is the leap month that follows the one of the same number. */
  readonly leap: boolean;
}

const timeZone = 7 / 24;
const degree = Math.PI / 180;
/** The Julian day of the new moon that moons are counted from, 1900-01-01. */
const firstMoon = 2415021.076998695;
const synodicMonth = 29.530588853;

/** The Julian day number of a date of the Gregorian calendar. */
export function julianDay({ year, month, day }: PlainDate): number {
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000) + 2440588;
}

function fromJulianDay(julian: number): PlainDate | undefined {
  const date = new Date((julian - 2440588) * 86_400_000);
  return plainDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** The day on which the moon of that count is new at UTC+7 (Meeus, Astronomical Algorithms, chapter 47). */
function newMoonDay(count: number): number {
  const t = count / 1236.85;
  const mean =
    2415020.75933 +
    29.53058868 * count +
    0.0001178 * t * t -
    0.000000155 * t ** 3 +
    0.00033 * Math.sin((166.56 + 132.87 * t - 0.009173 * t * t) * degree);
  const sun = 359.2242 + 29.10535608 * count - 0.0000333 * t * t - 0.00000347 * t ** 3;
  const moon = 306.0253 + 385.81691806 * count + 0.0107306 * t * t + 0.00001236 * t ** 3;
  const node = 21.2964 + 390.67050646 * count - 0.0016528 * t * t - 0.00000239 * t ** 3;
  const sine = (angle: number): number => Math.sin(angle * degree);
  const correction =
    (0.1734 - 0.000393 * t) * sine(sun) +
    0.0021 * sine(2 * sun) -
    0.4068 * sine(moon) +
    0.0161 * sine(2 * moon) -
    0.0004 * sine(3 * moon) +
    0.0104 * sine(2 * node) -
    0.0051 * sine(sun + moon) -
    0.0074 * sine(sun - moon) +
    0.0004 * sine(2 * node + sun) -
    0.0004 * sine(2 * node - sun) -
    0.0006 * sine(2 * node + moon) +
    0.001 * sine(2 * node - moon) +
    0.0005 * sine(2 * moon + sun);
  const drift = -0.000278 + 0.000265 * t + 0.000262 * t * t;
  return Math.floor(mean + correction - drift + 0.5 + timeZone);
}

/** Which twelfth of its circle the sun stands in at that day's start at UTC+7: 0 from the March equinox. */
function sunSector(julian: number): number {
  const t = (julian - 0.5 - timeZone - 2451545) / 36525;
  const anomaly = (357.5291 + 35999.0503 * t - 0.0001559 * t * t - 0.00000048 * t ** 3) * degree;
  const mean = 280.46645 + 36000.76983 * t + 0.0003032 * t * t;
  const equation =
    (1.9146 - 0.004817 * t - 0.000014 * t * t) * Math.sin(anomaly) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly) +
    0.00029 * Math.sin(3 * anomaly);
  const longitude = (((mean + equation) % 360) + 360) % 360;
  return Math.floor(longitude / 30);
}

/** The first day of the lunar month that holds the winter solstice of that year. */
function eleventhMonth(year: number): number {
  const offset = julianDay({ year, month: 12, day: 31 }) - 2415021;
  const count = Math.floor(offset / synodicMonth);
  const start = newMoonDay(count);
  return sunSector(start) >= 9 ? newMoonDay(count - 1) : start;
}

/** How many months after the eleventh the leap month comes: the first without a change of the sun's sector. */
function leapOffset(eleventh: number): number {
  const count = Math.floor(0.5 + (eleventh - firstMoon) / synodicMonth);
  let offset = 1;
  let sector = sunSector(newMoonDay(count + offset));
  let previous = -1;
  while (sector !== previous && offset < 14) {
    previous = sector;
    offset += 1;
    sector = sunSector(newMoonDay(count + offset));
  }
  return offset - 1;
}

/** The day in the Vietnamese lunar calendar; right for the years 1900–2199. */
export function lunarDate(date: PlainDate): LunarDate {
  const julian = julianDay(date);
  // the mean moon may be a day before the true one
  let count = Math.floor((julian - firstMoon) / synodicMonth) + 1;
  let start = newMoonDay(count);
  while (start > julian) start = newMoonDay((count -= 1));
  let before = eleventhMonth(date.year);
  let after = before;
  let year = date.year;
  if (before >= start) before = eleventhMonth(date.year - 1);
  else {
    year += 1;
    after = eleventhMonth(date.year + 1);
  }
  const months = Math.floor((start - before) / 29);
  let month = months + 11;
  let leap = false;
  if (after - before > 365) {
    const offset = leapOffset(before);
    if (months >= offset) {
      month = months + 10;
      leap = months === offset;
    }
  }
  if (month > 12) month -= 12;
  if (month >= 11 && months < 4) year -= 1;
  return { year, month, day: julian - start + 1, leap };
}

/** The day after, or before where `days` is negative. */
export function addDays(date: PlainDate, days: number): PlainDate | undefined {
  return fromJulianDay(julianDay(date) + days);
}
