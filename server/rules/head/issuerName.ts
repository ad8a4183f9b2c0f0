import type { Document } from '../../document/document.ts';
import { symbolOf } from '../../norms/symbols.ts';
import { openingClause } from './openingClause.ts';
import { placeName, territoryOf } from './territory.ts';

/** The issuer by the head, or by what the document says below it; undefined where it does not say. */
export function issuerName(document: Document): string | undefined {
  return document.issuer?.text ?? issuersBelow(document)[0];
}

/** The issuers that the opening sentence and the signature name, the likelier first. */
export function issuersBelow(document: Document): readonly string[] {
  const opened = openingClause(document)?.issuer.replace(/^(?:Phó )?Chủ tịch\s+(?=\S+\s)/u, '');
  const collective = document.signature?.authorities.find(({ kind }) => kind === 'TM')?.holder.text;
  const place = document.placeAndDate?.place?.text;
  const names = [
    opened && !/^(?:Giám đốc|Hiệu trưởng|Ban|Hội đồng)$/u.test(opened) ? opened : undefined,
    collective && place && !openedBy(opened, collective) ? `${collective} ${place}` : undefined,
  ];
  return names.flatMap((name) => (name ? [name.replace(/^UBND(?=\s)/u, 'Ủy ban nhân dân')] : []));
}

function openedBy(opened: string | undefined, collective: string): boolean {
  return opened !== undefined && opened.toUpperCase().startsWith(collective);
}

/** The group that stands for the issuer in the number; `…` where the issuer is not known. */
export function issuerSymbol(document: Document): string {
  const name = issuerName(document);
  return (name === undefined ? undefined : symbolOf(name)) ?? '…';
}

/** The place of the issuer's seat by its name or its parent's; `…` where neither says. */
export function issuerPlace(document: Document): string {
  for (const name of [issuerName(document), document.parentAgency?.text]) {
    const territory = name === undefined ? undefined : territoryOf(name);
    if (territory) return placeName(territory);
  }
  return '…';
}
