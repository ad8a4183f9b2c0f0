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
