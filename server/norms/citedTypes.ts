import data from './data/cited-types.json' with { type: 'json' };
import type { DocumentTypeId } from './documentTypes.ts';

/** What a citation can name: the administrative types, the normative ones, and the Party's. */
export type CitedTypeId =
  | DocumentTypeId
  | 'hien-phap'
  | 'bo-luat'
  | 'luat'
  | 'phap-lenh'
  | 'lenh'
  | 'nghi-dinh'
  | 'nghi-quyet-lien-tich'
  | 'thong-tu'
  | 'thong-tu-lien-tich'
  | 'van-ban-hop-nhat'
  | 'ket-luan'
  | 'thong-tri'
  | 'dieu-le'
  | 'van-ban';

export interface CitedType {
  readonly id: CitedTypeId;
  /** `Nghị định` */
  readonly name: string;
  readonly english: string;
  /** `NĐ` of a symbol; undefined for types whose symbols carry none. */
  readonly abbreviation?: string;
  /** Wordings before the number, compared without case. */
  readonly names: readonly string[];
  /** `NĐ`, `CV` written instead of the name, compared with case. */
  readonly shortNames?: readonly string[];
  readonly class: 'law' | 'normative' | 'administrative' | 'consolidated' | 'party' | 'any';
  /** Whether the number carries the year of issue: always, only when the document is normative, or never. */
  readonly year: 'always' | 'sometimes' | 'never';
  /** Place among legal bases, 1 the highest; undefined where the issuer decides. */
  readonly rank?: number;
}

export const citedTypes: readonly CitedType[] = data.types as readonly CitedType[];

/** Names of laws as they stand after `Luật`, `Bộ luật` or `Pháp lệnh`. */
export const lawNames: readonly string[] = data.lawNames;

/** What may stand between `Luật` and the law that it amends. */
export const amendingLeads: readonly string[] = data.amendingLeads;

const byId = new Map(citedTypes.map((type) => [type.id, type]));

export function citedType(id: CitedTypeId): CitedType {
  const type = byId.get(id);
  if (!type) throw new Error(`no cited type ${id}`);
  return type;
}

/** The abbreviation without what typists confuse: case, and Đ with Ð and D. */
function folded(abbreviation: string): string {
  return abbreviation.toUpperCase().replace(/[ĐÐƉ]/gu, 'D');
}

const byAbbreviation = new Map<string, CitedType>();
const byFolded = new Map<string, CitedType>();
for (const type of citedTypes) {
  if (type.abbreviation === undefined) continue;
  // Thông tri shares TTr with Tờ trình, which is by far the more common.
  if (!byAbbreviation.has(type.abbreviation)) byAbbreviation.set(type.abbreviation, type);
  const key = folded(type.abbreviation);
  if (!byFolded.has(key)) byFolded.set(key, type);
}

/**
 * The type that a symbol's group stands for, forgiving case and Đ/Ð/D (`QD`, `Ctr`); the exact abbreviation
 * wins (`HD` is Hướng dẫn, not Hợp đồng).
 */
export function typeOfAbbreviation(group: string): CitedType | undefined {
  const exact = byAbbreviation.get(group.replace(/[ÐƉ]/gu, 'Đ'));
  return exact ?? (group.length > 1 ? byFolded.get(folded(group)) : undefined);
}
