import type { Document } from '../document/document.ts';
import { documentType } from '../norms/documentTypes.ts';
import { titleOf } from './laidOut.ts';

/** What an exported file says about itself. */
export interface DocumentProperties {
  /** `Kế hoạch 220/KH-UBND`. */
  readonly title: string;
  /** What the document is about. */
  readonly subject?: string;
  /** `220/KH-UBND`. */
  readonly number?: string;
  /** The type's name. */
  readonly category?: string;
  /** Who issues it. */
  readonly agency?: string;
  /** Its date as `2026-03-05`. */
  readonly date?: string;
}

/** The properties of a document's export: what it says itself, nothing of this machine or hour. */
export function documentProperties(document: Document): DocumentProperties {
  const { type, subject, number, issuer, placeAndDate } = document;
  const date = placeAndDate && isoDate(placeAndDate.date);
  return {
    title: titleOf(document),
    ...(subject ? { subject: subject.text } : {}),
    ...(number?.numeral ? { number: number.text } : {}),
    ...(type ? { category: documentType(type.id).name } : {}),
    ...(issuer ? { agency: issuer.text } : {}),
    ...(date === undefined ? {} : { date }),
  };
}

interface DateParts {
  readonly day: number | undefined;
  readonly month: number | undefined;
  readonly year: number | undefined;
}

/** Undefined for a date with a blank, or one that no calendar has. */
function isoDate({ day, month, year }: DateParts): string | undefined {
  if (day === undefined || month === undefined || year === undefined) return undefined;
  const two = (value: number): string => String(value).padStart(2, '0');
  const iso = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : undefined;
}
