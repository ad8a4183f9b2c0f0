import data from './data/holidays.json' with { type: 'json' };

/** A public holiday (Bộ luật Lao động 2019, Điều 112), by the solar or the Vietnamese lunar calendar. */
export interface Holiday {
  readonly name: string;
  readonly english: string;
  readonly calendar: 'solar' | 'lunar';
  /** 1–12 */
  readonly month: number;
  /** 1–31; 1–30 in the lunar calendar */
  readonly day: number;
  /** Whether the day before is one too. */
  readonly eve?: boolean;
}

export const holidays: readonly Holiday[] = data.holidays as readonly Holiday[];
