import type { Span } from '../../source/span.ts';
import type { PlainDate } from './plainDate.ts';

export interface DatePart {
  readonly text: string;
  readonly span: Span;
}

/** One figure of a date with its value. */
export interface DateFigure extends DatePart {
  readonly value: number;
}

/**
 * A date or period in the text. Spans are the file's; figures keep their text, so that `05` and `5` differ.
 */
export type DateMention =
  DayMention | MonthMention | QuarterMention | YearPeriodMention | DayRangeMention;

interface Mention extends DatePart {
  /** What leads it: `trước ngày`, `từ ngày`, `đến hết ngày`, `kể từ ngày`, `chậm nhất`; undefined otherwise. */
  readonly lead: DatePart | undefined;
  /** Whether it is a time limit: led by `trước ngày`, `chậm nhất`, `đến hết ngày`, `hạn cuối` … */
  readonly deadline: boolean;
}

/** `31/8/2021`, `ngày 05 tháng 3 năm 2020`, with weekday and clock where given. */
export interface DayMention extends Mention {
  readonly kind: 'day';
  readonly form: 'figures' | 'words';
  readonly day: DateFigure;
  readonly month: DateFigure;
  /** Undefined in `ngày 05 tháng 3` and `05/3`. */
  readonly year: DateFigure | undefined;
  /** `/`, `-` or `.`; '' for words. */
  readonly separator: string;
  /** Undefined when there is no year, or the calendar has no such day. */
  readonly value: PlainDate | undefined;
  /** 0 Sunday … 6 Saturday. */
  readonly weekday: DateFigure | undefined;
  /** `7 giờ 30 phút`, `7h30`: minutes from midnight. */
  readonly clock: DateFigure | undefined;
  /** Whether it stands inside a citation (the cited document's own date). */
  readonly cited: boolean;
}

/** `tháng 9/2021`, `tháng 9 năm 2021`. */
export interface MonthMention extends Mention {
  readonly kind: 'month';
  readonly month: DateFigure;
  readonly year: DateFigure;
}

/** `Quý III/2021`, `quý 3 năm 2021`; `value` is 5 or more when there is no such quarter. */
export interface QuarterMention extends Mention {
  readonly kind: 'quarter';
  readonly quarter: DateFigure;
  readonly year: DateFigure | undefined;
}

/** `năm học 2021-2022`, `giai đoạn 2021-2030`, `nhiệm kỳ 2020-2025`, `năm 2021`. */
export interface YearPeriodMention extends Mention {
  readonly kind: 'years';
  readonly word: 'schoolYear' | 'period' | 'term' | 'year';
  readonly from: DateFigure;
  readonly to: DateFigure | undefined;
}

/** `từ ngày … đến ngày …`, `từ 01 đến 07/10/2021`: its two ends are also mentions of their own. */
export interface DayRangeMention extends Mention {
  readonly kind: 'range';
  readonly from: DayMention;
  readonly to: DayMention;
}
