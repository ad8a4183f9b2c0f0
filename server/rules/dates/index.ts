import dateDeadlinePast from './date-deadline-past.ts';
import dateHoliday from './date-holiday.ts';
import dateInvalid from './date-invalid.ts';
import dateLeadingZero from './date-leading-zero.ts';
import dateRange from './date-range.ts';
import dateReceivedBeforeIssued from './date-received-before-issued.ts';
import dateReportBeforeEvent from './date-report-before-event.ts';
import dateSeparator from './date-separator.ts';
import dateShortYear from './date-short-year.ts';
import dateWeekday from './date-weekday.ts';
import dateYearOdd from './date-year-odd.ts';
import type { Rule } from '../rule.ts';

/** Dates and times, in the catalogue's order. */
export const dates: readonly Rule[] = [
  dateInvalid,
  dateLeadingZero,
  dateShortYear,
  dateSeparator,
  dateRange,
  dateWeekday,
  dateDeadlinePast,
  dateReportBeforeEvent,
  dateReceivedBeforeIssued,
  dateYearOdd,
  dateHoliday,
];
