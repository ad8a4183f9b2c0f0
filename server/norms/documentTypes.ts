import data from './data/document-types.json' with { type: 'json' };

/** The decree's 29 types (ND 30/2020/NĐ-CP, Điều 7) and the three copies. */
export type DocumentTypeId =
  | 'nghi-quyet'
  | 'quyet-dinh'
  | 'chi-thi'
  | 'quy-che'
  | 'quy-dinh'
  | 'thong-cao'
  | 'thong-bao'
  | 'huong-dan'
  | 'chuong-trinh'
  | 'ke-hoach'
  | 'phuong-an'
  | 'de-an'
  | 'du-an'
  | 'bao-cao'
  | 'bien-ban'
  | 'to-trinh'
  | 'hop-dong'
  | 'cong-van'
  | 'cong-dien'
  | 'ban-ghi-nho'
  | 'ban-thoa-thuan'
  | 'giay-uy-quyen'
  | 'giay-moi'
  | 'giay-gioi-thieu'
  | 'giay-nghi-phep'
  | 'phieu-gui'
  | 'phieu-chuyen'
  | 'phieu-bao'
  | 'thu-cong'
  | 'sao-y'
  | 'trich-sao'
  | 'sao-luc';

/** A section that a type must or should have, and the headings that count as it. */
export interface SectionRequirement {
  readonly id: string;
  readonly level: 'required' | 'recommended';
  /** The title to insert, as the norm would write it. */
  readonly title: string;
  /** Lower-case phrases; a section whose title holds one of them is this section. */
  readonly headings: readonly string[];
  /** Those of the headings whose sections have no fixed place among the others. */
  readonly anywhere?: readonly string[];
  /** Lower-case phrases that count when they stand in the body instead of a heading. */
  readonly bodyPhrases?: readonly string[];
  /** Whether it has a heading of its own, or is told in lines and articles, where nothing can be put in for the drafter. */
  readonly form: 'section' | 'line';
  /** It is asked for only of a text with so many main sections: a short one need not tell it. */
  readonly fromSections?: number;
  /** A useful first line under an inserted heading. */
  readonly firstLine: string;
}

export interface DocumentType {
  readonly id: DocumentTypeId;
  /** `Kế hoạch` */
  readonly name: string;
  /** English name, for messages. */
  readonly english: string;
  /** `KH`; undefined for công văn and thư công, whose symbols carry no type. */
  readonly abbreviation?: string;
  /** What the symbol names before the issuer: the type, nothing (công văn), or the kind of copy; `none` has no number. */
  readonly number: 'type' | 'issuer' | 'copy' | 'none';
  /** `Kính gửi`: whether the type must, may or does not carry it. */
  readonly addressee: 'required' | 'allowed' | 'none';
  /** Whether legal bases are required, usual or unusual. */
  readonly legalBases: 'required' | 'allowed';
  /** What the body is divided into. */
  readonly body: 'articles' | 'sections' | 'text';
  /** One signer in the form's own block, several who stand for their sides, or a form of its own (PL III). */
  readonly signature: 'one' | 'several' | 'other';
  /** Whether a collective's document of the type is the collective's own, signed TM. (PL I, II.7.b). */
  readonly signedOnBehalf: boolean;
  readonly recipients: 'required' | 'allowed' | 'none';
  /** `./.` */
  readonly endingMark: 'required' | 'allowed';
  /**
   * In lower case: what its form names those it goes to with in the text and not after `Kính gửi`, so that
   * `Như trên` points there (PL III, Mẫu 1.6, 1.7, 1.8).
   */
  readonly receiverWords?: readonly string[];
  /** Whose copy the form's archive line names: the records office's alone (PL III, Mẫu 1.8, 3.1), or a unit's as well. */
  readonly archivedBy?: 'office';
  readonly sections: readonly SectionRequirement[];
}

export const documentTypes: readonly DocumentType[] = data.types as readonly DocumentType[];

const byId = new Map(documentTypes.map((type) => [type.id, type]));

/** The type with the id. */
export function documentType(id: DocumentTypeId): DocumentType {
  const type = byId.get(id);
  if (!type) throw new Error(`no document type ${id}`);
  return type;
}
