import data from './data/agencies.json' with { type: 'json' };

export type AgencyLevel =
  'central' | 'province' | 'district' | 'commune' | 'local' | 'party' | 'organisation';

export interface Agency {
  /** `Bộ Tài chính` */
  readonly name: string;
  /** Other wordings of the name. */
  readonly names?: readonly string[];
  /** `BTC`: what stands for it in a symbol. */
  readonly symbols: readonly string[];
  readonly level: AgencyLevel;
  readonly kind: 'state' | 'party' | 'organisation';
  /** Place of its normative documents among legal bases, 1 the highest. */
  readonly rank?: number;
  /** First and last day of the name, ISO; absent where no law sets one day. */
  readonly validFrom?: string;
  readonly validUntil?: string;
  /** The agency that took its work over. */
  readonly successor?: string;
}

export const agencies: readonly Agency[] = data.agencies as readonly Agency[];

/** Offices that stand before an agency's name: `Bộ trưởng`, `Chủ tịch`. */
export const offices: readonly string[] = data.offices;

/** Kinds of territorial unit after an agency's name: `tỉnh`, `thành phố`. */
export const territorialUnits: readonly string[] = data.units;

/** Lower-case words that may stand inside an agency's name. */
export const insideNames: readonly string[] = data.insideNames;

/** Words that go on with an agency's name only when a capital follows: `và`, `thuộc`. */
export const joiners: readonly string[] = data.joiners;

/** Kinds of body whose own name may go on in lower case: `Trung tâm Xúc tiến đầu tư`. */
export const bodies: readonly string[] = data.bodies;

/** Lower-case words that never stand inside an agency's name. */
export const inertWords: readonly string[] = data.inert;

/** Words that end an agency's name and open the subject: `về`, `ban hành`, `quy định`. */
export const nameEnds: readonly string[] = data.nameEnds;

const bySymbol = new Map<string, Agency[]>();
for (const agency of agencies) {
  for (const symbol of agency.symbols) {
    const known = bySymbol.get(symbol);
    if (known) known.push(agency);
    else bySymbol.set(symbol, [agency]);
  }
}

/** The agencies that a symbol's group can stand for; none when it is not in the table. */
export function agenciesOfSymbol(group: string): readonly Agency[] {
  return bySymbol.get(group) ?? [];
}

/** The agencies whose names hold on the ISO day. */
export function agenciesOn(date: string): readonly Agency[] {
  return agencies.filter(
    ({ validFrom = '', validUntil = '9999-12-31' }) => validFrom <= date && date <= validUntil,
  );
}
