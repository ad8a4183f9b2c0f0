import { formatCitation } from '../../document/citations/formatCitation.ts';
import type { Citation } from '../../document/citations/citation.ts';
import { formatDate } from '../../document/dates/formatDate.ts';
import { citedType } from '../../norms/citedTypes.ts';
import type { EndOfForce, KnownDocument, KnownDocuments } from '../../norms/knownDocuments.ts';
import { isNumbered } from '../citations/mentions.ts';
import { dayOf } from './knownCitation.ts';

/** No chain of successors is longer. */
const mostSteps = 6;

/** Whether the end means that the document is in force no more on that day; an end in part does not. */
export function hasEnded(ended: EndOfForce | undefined, day: string): ended is EndOfForce {
  return ended !== undefined && ended.how !== 'partly' && ended.on <= day;
}

/** The document that stands in its place on that day, however many came between; undefined when not known. */
export function successorOf(
  known: KnownDocuments,
  document: KnownDocument,
  day: string,
): KnownDocument | undefined {
  let present = document;
  for (let step = 0; step < mostSteps; step += 1) {
    if (!hasEnded(present.ended, day)) return present === document ? undefined : present;
    const by = present.ended.by;
    const next = by === undefined ? undefined : successorNamed(known, by, document);
    if (!next) return undefined;
    present = next;
  }
  return undefined;
}

/** A law of the same number as a resolution is told from it by the type that it succeeds. */
function successorNamed(
  known: KnownDocuments,
  number: string,
  { type }: KnownDocument,
): KnownDocument | undefined {
  const found = known.withNumber(number).filter(({ origin }) => origin.kind !== 'workspace');
  return found.find((one) => one.type === type) ?? found[0];
}

/**
 * The citation of `document` with as much as `instead` gave: a full first mention stays full, a short one short,
 * a law cited by its name stays so. Undefined where the register lacks a part or the form cannot carry it.
 */
export function citedInstead(document: KnownDocument, instead: Citation): string | undefined {
  const { type } = document;
  const date = dayOf(document.date);
  if (!type || !date) return undefined;
  if (!isNumbered(instead)) {
    if (citedType(type).class !== 'law' || document.subject === undefined) return undefined;
    return formatCitation({ type, date, subject: document.subject });
  }
  if (!instead.type || instead.continued) {
    const alone = !instead.date && !instead.issuer && !instead.subject;
    if (!alone || (instead.type && instead.type.id !== type)) return undefined;
    return instead.numberWord ? `số ${document.number}` : document.number;
  }
  const { issuer, subject } = document;
  const isLaw = citedType(type).class === 'law';
  const lacking =
    (instead.issuer !== undefined && issuer === undefined) ||
    (instead.subject !== undefined && subject === undefined);
  if (lacking) return undefined;
  if (isLaw) {
    const dated = instead.date ? formatDate(date, 'words') : undefined;
    return [citedType(type).name, subject, 'số', document.number, dated]
      .filter((part) => part !== undefined)
      .join(' ');
  }
  return formatCitation({
    type,
    number: document.number,
    ...(instead.date ? { date } : {}),
    ...(instead.issuer && issuer !== undefined ? { issuer } : {}),
    ...(instead.subject && subject !== undefined ? { subject } : {}),
  });
}
