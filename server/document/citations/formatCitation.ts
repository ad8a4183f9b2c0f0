import { citedType, type CitedTypeId } from '../../norms/citedTypes.ts';
import { formatDate } from '../dates/formatDate.ts';
import type { PlainDate } from '../dates/plainDate.ts';

/** What a citation says, apart from how it is written. */
export interface CitationValue {
  readonly type: CitedTypeId;
  /** `30/2020/NĐ-CP`; undefined for a law cited by its name. */
  readonly number?: string;
  readonly date?: PlainDate;
  readonly issuer?: string;
  /** With its lead word: `về công tác văn thư`; for a law cited by name, the name. */
  readonly subject?: string;
}

/**
 * The citation as the norm writes a first mention (PL I, II.6): type, number, date in words, issuer and
 * subject; a law by its name, `Luật Đất đai ngày 18 tháng 01 năm 2024`.
 */
export function formatCitation(value: CitationValue): string {
  const date = value.date && formatDate(value.date, 'words');
  const issuer = value.issuer === undefined ? undefined : `của ${value.issuer}`;
  const parts =
    value.number === undefined
      ? [citedType(value.type).name, value.subject, date, issuer]
      : [citedType(value.type).name, 'số', value.number, date, issuer, value.subject];
  return parts.filter((part) => part !== undefined).join(' ');
}
