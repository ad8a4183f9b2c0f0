import type { Document, Part } from '../../document/document.ts';
import type { Span } from '../../source/span.ts';

type Place = Part | undefined;

/** The last in the text of the components that are there; undefined for none. */
function lowest(...parts: readonly Place[]): Span | undefined {
  return parts
    .filter((part) => part !== undefined)
    .map(({ span }) => span)
    .sort((a, b) => a.end - b.end)
    .at(-1);
}

/** Where the nation's lines go: under the agencies; undefined for the top of the document. */
export function belowAgencies(document: Document): Span | undefined {
  return lowest(document.parentAgency, document.issuer);
}

/** Where the number goes: under the issuer, or under the nation's lines that stand right below it. */
export function belowIssuer(document: Document): Span | undefined {
  const issuer = belowAgencies(document);
  const nation = lowest(document.nationalTitle, document.motto);
  if (!issuer || !nation) return issuer ?? nation;
  const between = [document.subject?.label, document.placeAndDate, document.type].some(
    (part) => part && part.span.start > issuer.end && part.span.end < nation.start,
  );
  return nation.start > issuer.end && !between ? nation : issuer;
}

/** Where the place and date go: under the number and the motto. */
export function belowNumber(document: Document): Span | undefined {
  const { number } = document;
  const line = number && { ...number, span: number.line };
  return lowest(line, document.motto, document.nationalTitle) ?? belowAgencies(document);
}

/** Where a type goes: under everything that stands on top of it. */
export function belowTop(document: Document): Span | undefined {
  const { number } = document;
  const line = number && { ...number, span: number.line };
  return lowest(
    document.parentAgency,
    document.issuer,
    document.nationalTitle,
    document.motto,
    line,
    belowBody(document) ? undefined : document.placeAndDate,
  );
}

/** Where `Kính gửi` goes: under the whole head. */
export function belowHead(document: Document): Span | undefined {
  const top = belowTop(document);
  return lowest(
    top && { text: '', span: top },
    document.type,
    document.subject,
    document.subject?.label,
  );
}

/** A school's paste may carry the place and date at its foot. */
export function belowBody(document: Document): boolean {
  const { placeAndDate } = document;
  const body = document.body[0];
  return (
    placeAndDate !== undefined && body !== undefined && placeAndDate.span.start > body.span.start
  );
}
