import type { PlainDate } from '../../document/dates/plainDate.ts';
import { isoDate } from '../../document/dates/plainDate.ts';
import { agenciesOfSymbol } from '../../norms/agencies.ts';
import type { CitedTypeId } from '../../norms/citedTypes.ts';
import type { KnownDocument, KnownDocuments } from '../../norms/knownDocuments.ts';
import type { Citation, CitedNumber } from '../../document/citations/citation.ts';
import { isLaw, isNumbered, type NumberedCitation } from '../citations/mentions.ts';
import { issuerKey } from '../citations/sameDocument.ts';
import type { Severity } from '../rule.ts';
import { pattern } from '../../source/letters.ts';

/** Whether only one body in the country writes this symbol, so that the number needs no issuer beside it. */
export function isNational(number: CitedNumber): boolean {
  return (
    number.style === 'assembly' ||
    number.issuerGroups.some((group) =>
      agenciesOfSymbol(group).some(({ level }) => level === 'central'),
    )
  );
}

/**
 * The register's documents that the citation can mean: those of its number, of its issuer where several bodies
 * number alike, in the order of the register. Those that lie in the workspace are told of by another rule.
 */
export function namesakes(
  known: KnownDocuments,
  citation: NumberedCitation,
): readonly KnownDocument[] {
  const { number, issuer } = citation;
  const found = known.withNumber(number.normal).filter(isRegistered);
  const ofType =
    number.style === 'assembly'
      ? found.filter(({ type }) => sameType(type, citation.type?.id))
      : found;
  if (isNational(number)) return ofType;
  if (!issuer) return [];
  const key = issuerKey(issuer.text);
  return ofType.filter((one) => one.issuer !== undefined && issuerKey(one.issuer) === key);
}

/** Laws and resolutions of one term are numbered apart: `72/2025/QH15` alone does not say which is meant. */
function sameType(known: CitedTypeId | undefined, cited: CitedTypeId | undefined): boolean {
  const family = (type: CitedTypeId): CitedTypeId => (type === 'bo-luat' ? 'luat' : type);
  return known !== undefined && cited !== undefined && family(known) === family(cited);
}

/** The one document of the register that the citation means; undefined where that is not certain. */
export function knownOf(known: KnownDocuments, citation: Citation): KnownDocument | undefined {
  const found = isNumbered(citation) ? namesakes(known, citation) : lawsNamed(known, citation);
  const { date, number } = citation;
  if (date?.value) {
    const day = isoDate(date.value);
    const same = found.filter((one) => one.date === day);
    return same.length > 0
      ? first(same)
      : number?.year && found.length === 1
        ? found[0]
        : undefined;
  }
  if (date) {
    const year = pattern.u`\p{Nd}{4}`.exec(date.text)?.[0];
    return first(found.filter((one) => year !== undefined && one.date?.startsWith(year) === true));
  }
  // A number without its year comes again each year, and a law's name with each new law.
  return number?.year ? first(found) : undefined;
}

/** The laws of the register that bear the cited name; none for what has a number. */
export function lawsNamed(known: KnownDocuments, citation: Citation): readonly KnownDocument[] {
  const { type, subject } = citation;
  if (!type || !subject || !isLaw(citation) || isNumbered(citation)) return [];
  return (known.withSubject?.(type.id, subject.text) ?? []).filter(isRegistered);
}

function isRegistered({ origin, certainty }: KnownDocument): boolean {
  return origin.kind !== 'workspace' && certainty !== 'unsure';
}

/** The surest of documents that must be one: the register may list it twice, yet not say two things of it. */
function first(found: readonly KnownDocument[]): KnownDocument | undefined {
  const dates = new Set(found.map(({ date }) => date));
  return dates.size === 1 ? found[0] : undefined;
}

/** What a row of that certainty may be reported as: only a sure one as more than a note. */
export function severityOf({ certainty }: KnownDocument): Severity {
  return certainty === 'sure' ? 'warning' : 'info';
}

/** The day of `2020-03-05`; undefined where it is no such day. */
export function dayOf(iso: string | undefined): PlainDate | undefined {
  const match = pattern.u`^(\p{Nd}{4})-(\p{Nd}{2})-(\p{Nd}{2})$`.exec(iso ?? '');
  if (!match) return undefined;
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}
