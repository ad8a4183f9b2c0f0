import type { Document } from '../../document/document.ts';
import { documentTypes, type DocumentType } from '../../norms/documentTypes.ts';

/** What the sentence that opens the body says of who issues what. */
export interface OpeningClause {
  /** `Ủy ban nhân dân xã Hòa Bình`, as typed. */
  readonly issuer: string;
  /** `Kế hoạch` as typed, with the type it names. */
  readonly typeName: string;
  readonly type: DocumentType;
}

const agencyLeads =
  'Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng|Sở|Phòng|Ban|Bộ|Trường|Cục|Chi cục|Công an|Trung tâm|Văn phòng|Bệnh viện|Thanh tra|Chủ tịch|Giám đốc|Hiệu trưởng';
const typeNames = documentTypes
  .filter(({ abbreviation }) => abbreviation !== undefined)
  .map(({ name }) => name)
  .join('|');

// the number after the type would make it another document, already issued
const clause = new RegExp(
  `(?:^|[;,.]\\s+)(?<issuer>(?:${agencyLeads})[^;:]{0,90}?)\\s+(?:ban hành|xây dựng)\\s+(?<type>${typeNames})(?=[\\s:,])(?!\\s+số\\s)`,
  'gu',
);
const anotherTime = /\s(?:đã|sẽ|việc|được|để|phải|cần|về|và|khi|theo|tham mưu|chủ trì|phối hợp)$/u;

/** Who issues what by the opening sentence, as in `… xây dựng Kế hoạch …`; undefined where it does not say. */
export function openingClause(document: Document): OpeningClause | undefined {
  const text = document.opening?.text;
  if (text === undefined) return undefined;
  const groups = [...text.matchAll(clause)].at(-1)?.groups;
  const issuer = groups?.['issuer'];
  const typeName = groups?.['type'];
  const type = documentTypes.find(({ name }) => name === typeName);
  if (!issuer || !typeName || !type || anotherTime.test(issuer) || /\d/u.test(issuer))
    return undefined;
  return { issuer, typeName, type };
}
