import type { Citation } from '../../document/citations/citation.ts';
import { agencyNamed } from '../../document/citations/issuerName.ts';
import { agenciesOfSymbol } from '../../norms/agencies.ts';
import { citedType } from '../../norms/citedTypes.ts';

/** Below every normative document: plans, letters, individual decisions have no force to compare. */
export const noForce = 30;

/**
 * The place of the cited document among legal bases, 1 the highest in force and `noForce` for documents that
 * are not normative; undefined for the Party's and for what the tables do not know.
 */
export function legalForce(citation: Citation): number | undefined {
  const { type, number } = citation;
  if (number?.style === 'party' || !type) return undefined;
  const { rank, class: kind, year } = citedType(type.id);
  if (kind === 'party' || kind === 'any' || kind === 'consolidated') return undefined;
  if (rank !== undefined) return rank;
  if (number?.style === 'assembly') {
    return number.issuerGroups.some((group) => group.startsWith('UBTVQH')) ? 3 : 2;
  }
  if (year !== 'sometimes' || !number) return number ? noForce : undefined;
  const [group = ''] = number.issuerGroups;
  const named = citation.issuer && agencyNamed(citation.issuer.text);
  const agency = agenciesOfSymbol(group)[0] ?? named;
  // Committees and councils make law only where the number carries the year; the Government's and the Prime
  // Minister's acts stand by their maker.
  return number.year || agency?.level === 'central' ? agency?.rank : noForce;
}
