import { isoDate } from '../../document/dates/plainDate.ts';
import type { Document } from '../../document/document.ts';
import type { KnownDocuments } from '../../norms/knownDocuments.ts';
import { citedIn } from '../citations/cited.ts';
import { knownOf } from './knownCitation.ts';

/**
 * The earliest day, `2021-09-29`, that the document can bear: its own date; of a date with blanks the first day
 * that fits, or the latest document that it cites and the register confirms, whichever is later. Undefined
 * where neither is given: today's date would judge yesterday's paper by a law it could not know.
 */
export function earliestDay(document: Document, known: KnownDocuments): string | undefined {
  const { year, month, day } = document.placeAndDate?.date ?? {};
  if (year !== undefined && month !== undefined && day !== undefined)
    return isoDate({ year, month, day });
  const written = year === undefined ? undefined : isoDate({ year, month: month ?? 1, day: 1 });
  return citedIn(document).reduce<string | undefined>((latest, { citation }) => {
    if (!citation.date?.value) return latest;
    const date = isoDate(citation.date.value);
    if (latest !== undefined && date <= latest) return latest;
    const row = knownOf(known, citation);
    return row?.certainty === 'sure' && row.date === date ? date : latest;
  }, written);
}
