import type { Span } from '../../source/span.ts';
import type { CitedTypeId } from '../../norms/citedTypes.ts';
import type { PlainDate } from '../dates/plainDate.ts';

export interface CitationPart {
  readonly text: string;
  readonly span: Span;
}

/**
 * One mention of another document. Parts are undefined when the text does not give them. Spans are the
 * file's; texts are NFC as typed.
 */
export interface Citation {
  /** The whole mention: from the type (or the number) to the end of what was recognised. */
  readonly span: Span;
  readonly text: string;
  /** `Nghị định`; shared by the members of a list (`các Nghị định số … và số …`). */
  readonly type: (CitationPart & { readonly id: CitedTypeId }) | undefined;
  /** The word `số` before the number. */
  readonly numberWord: CitationPart | undefined;
  readonly number: CitedNumber | undefined;
  readonly date: (CitationPart & { readonly value: PlainDate | undefined }) | undefined;
  /** `Chính phủ`, without `của`. */
  readonly issuer: CitationPart | undefined;
  /** `về công tác văn thư`, `ban hành …`, `hướng dẫn …`: from its lead word on; a law's name. */
  readonly subject: CitationPart | undefined;
  /** Whether it is a member of a list that names the type once; the first member is not. */
  readonly continued: boolean;
  /** `khoản 1 Điều 5` before the citation. */
  readonly pinpoint: CitationPart | undefined;
}

export interface CitedNumber extends CitationPart {
  readonly style: 'state' | 'party' | 'assembly' | 'consolidated';
  /** `30`, `01`; undefined while blank (`Số …/KH-UBND`). */
  readonly numeral: CitationPart | undefined;
  /** The year group of a normative number: `30/2020/NĐ-CP`. */
  readonly year: (CitationPart & { readonly value: number }) | undefined;
  /** `NĐ-CP`, `UBND-VX`, `QH13`, as typed. */
  readonly symbol: CitationPart | undefined;
  /** The number as the norm writes it: no spaces, hyphens, `Đ`: `30/2020/NĐ-CP`. */
  readonly normal: string;
  /** What the symbol says the type is, where it names one. */
  readonly symbolType: CitedTypeId | undefined;
  /** The symbol's groups after the type: `CP`; `SGDĐT`, `GDTrH`. */
  readonly issuerGroups: readonly string[];
}
