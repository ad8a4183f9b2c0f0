import { formatDate } from '../../document/dates/formatDate.ts';
import { isoDate } from '../../document/dates/plainDate.ts';
import type { Document } from '../../document/document.ts';
import { agenciesOfSymbol } from '../../norms/agencies.ts';
import type { KnownDocument, KnownDocuments } from '../../norms/knownDocuments.ts';
import { dayOf } from '../register/knownCitation.ts';
import { titlesDiffer } from '../register/titles.ts';
import type { Finding, Localized } from '../rule.ts';
import { isNumbered, quoted, type NumberedCitation } from './mentions.ts';
import { isNear, issuerKey } from './sameDocument.ts';
import type { Citation } from '../../document/citations/citation.ts';
import { pattern } from '../../source/letters.ts';

const norm = '(NĐ 30/2020/NĐ-CP, PL I, II.6.b)';
const normEnglish = '(ND 30/2020/NĐ-CP, Annex I, II.6.b)';

/**
 * Where the citation says otherwise than the cited document itself, which lies in the workspace. Several
 * documents of one number (copies, drafts) decide only where none of them agrees and all say the same.
 */
export function workspaceConflict(
  document: Document,
  citation: Citation,
  known: KnownDocuments,
): Finding | undefined {
  if (!isNumbered(citation) || citation.number.style === 'party') return undefined;
  const rows = known
    .withNumber(citation.number.normal)
    .filter((row) => row.origin.kind === 'workspace' && canMean(document, citation, row));
  if (rows.length > 0) return dateConflict(citation, rows) ?? subjectConflict(citation, rows);
  return symbolConflict(document, citation, known);
}

/** Whether the citation can mean that document: its issuer, or a symbol that its issuer alone writes. */
function canMean(
  document: Document,
  { number, issuer, date }: NumberedCitation,
  row: KnownDocument,
): boolean {
  const sameYear = number.year !== undefined || date?.value?.year === dayOf(row.date)?.year;
  if (!sameYear) return false;
  const own = row.issuer === undefined ? undefined : issuerKey(row.issuer);
  if (issuer) return own !== undefined && own === issuerKey(issuer.text);
  const [group = ''] = number.issuerGroups;
  const named = agenciesOfSymbol(group);
  if (named.some(({ level }) => level === 'central' || level === 'province')) return true;
  const citing = document.issuer && issuerKey(document.issuer.text);
  return own !== undefined && own === citing;
}

function dateConflict(
  { date, number }: Citation,
  rows: readonly KnownDocument[],
): Finding | undefined {
  if (!date?.value) return undefined;
  const cited = isoDate(date.value);
  const row = agreed(rows, ({ date: day }) => day, cited);
  const day = dayOf(row?.date);
  if (!row || !day) return undefined;
  const words = /tháng/iu.test(date.text);
  const lead = /^ngày/iu.test(date.text) ? 'ngày ' : '';
  const value = words ? formatDate(day, 'words') : `${lead}${formatDate(day, 'figures')}`;
  return finding(row, date, value, {
    vi: `ngày của văn bản số ${number?.text ?? ''}`,
    en: `date of ${number?.text ?? ''}`,
  });
}

function subjectConflict(
  { date, number, subject }: Citation,
  rows: readonly KnownDocument[],
): Finding | undefined {
  if (!subject || !date?.value) return undefined;
  const cited = isoDate(date.value);
  const same = rows.filter((row) => row.date === cited);
  const [row] = same;
  if (!row?.subject) return undefined;
  const differ = same.every(
    ({ subject: title }) => title !== undefined && titlesDiffer(subject.text, title),
  );
  if (!differ) return undefined;
  const what = {
    vi: `trích yếu của văn bản số ${number?.text ?? ''}`,
    en: `subject of ${number?.text ?? ''}`,
  };
  return {
    span: subject.span,
    severity: row.certainty === 'sure' ? 'warning' : 'info',
    message: message(row, subject.text, row.subject, what),
  };
}

/** A symbol that is the workspace document's but for a letter or the drafting unit, on the same day. */
function symbolConflict(
  document: Document,
  citation: NumberedCitation,
  known: KnownDocuments,
): Finding | undefined {
  const { number, date } = citation;
  const numeral = number.numeral?.text.replace(pattern.u`^0+(?=\p{Nd})`, '') ?? '';
  if (!date?.value || Number(numeral) < 10) return undefined;
  const cited = isoDate(date.value);
  const rows = known
    .withNumeral(numeral)
    .filter(
      (row) =>
        row.origin.kind === 'workspace' &&
        row.date === cited &&
        isNear(symbolOf(row.number), symbolOf(number.normal)) &&
        (!citation.issuer ||
          (row.issuer !== undefined && issuerKey(row.issuer) === issuerKey(citation.issuer.text))),
    );
  const row = agreed(rows, (one) => one.number, number.normal);
  if (!row || (!citation.issuer && !sharesGroup(document, number.issuerGroups, row)))
    return undefined;
  return finding(row, number, row.number, { vi: 'số, ký hiệu', en: 'number' });
}

/** Without an issuer a number of the same day can still be another body's, unless a group is the same. */
function sharesGroup(document: Document, groups: readonly string[], row: KnownDocument): boolean {
  const own = row.issuer !== undefined && document.issuer && issuerKey(row.issuer);
  if (own && own === issuerKey(document.issuer?.text ?? '')) return true;
  const others = symbolOf(row.number).split('-');
  return groups.some(
    (group) =>
      others.includes(group) && agenciesOfSymbol(group).some(({ level }) => level !== 'local'),
  );
}

function symbolOf(number: string): string {
  return number.slice(number.indexOf('/') + 1);
}

/** The surest row, if all rows say one and the same and none says what is cited. */
function agreed(
  rows: readonly KnownDocument[],
  value: (row: KnownDocument) => string | undefined,
  cited: string,
): KnownDocument | undefined {
  const values = new Set(rows.map(value));
  if (values.size !== 1 || values.has(cited) || values.has(undefined)) return undefined;
  return rows.find(({ certainty }) => certainty === 'sure') ?? rows[0];
}

function finding(
  row: KnownDocument,
  place: { readonly text: string; readonly span: Finding['span'] },
  value: string,
  what: Localized,
): Finding {
  return {
    span: place.span,
    severity: row.certainty === 'sure' ? 'error' : 'info',
    message: message(row, place.text, value, what),
    fixes: [
      {
        title: { vi: `Ghi “${quoted(value)}”`, en: `Write “${quoted(value)}”` },
        safe: false,
        edits: [{ span: place.span, newText: value }],
      },
    ],
  };
}

function message(row: KnownDocument, here: string, there: string, what: Localized): Localized {
  const file = row.origin.kind === 'workspace' ? fileName(row.origin.uri) : '';
  return {
    vi: `Cùng một văn bản mà ${what.vi} ghi khác nhau: ở đây “${quoted(here)}”, trong chính văn bản đó (${file}) “${quoted(there)}”; cần thống nhất ${norm}`,
    en: `The ${what.en} is not that of the document itself: “${quoted(here)}” here, “${quoted(there)}” in ${file}; expected one and the same ${normEnglish}`,
  };
}

/** The end of the address as a person knows it: the folder and the file. */
function fileName(uri: string): string {
  const name = uri.split('/').slice(-2).join('/');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
