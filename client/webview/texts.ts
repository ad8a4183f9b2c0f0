import type { PageMark } from '../../server/features/previewProtocol.ts';

interface Text {
  readonly vi: string;
  readonly en: string;
}

const texts = {
  tools: { vi: 'Thanh công cụ xem trang in', en: 'Preview tools' },
  documents: { vi: 'Văn bản trong tệp', en: 'Document in the file' },
  pages: { vi: 'Các trang in', en: 'Printed pages' },
  previous: { vi: 'Trang trước', en: 'Previous page' },
  next: { vi: 'Trang sau', en: 'Next page' },
  zoomOut: { vi: 'Thu nhỏ (phím -)', en: 'Zoom out (key -)' },
  zoomIn: { vi: 'Phóng to (phím +)', en: 'Zoom in (key +)' },
  trueSize: { vi: 'Về cỡ 100 % (phím 0)', en: 'Back to 100 % (key 0)' },
  fit: { vi: 'Vừa bề ngang (phím W)', en: 'Fit width (key W)' },
  diagnostics: { vi: 'Hiện lỗi trên trang', en: 'Show diagnostics on the page' },
  pin: { vi: 'Ghim vào văn bản này', en: 'Pin to this document' },
  marks: { vi: 'Lỗi trên trang', en: 'Diagnostics on the page' },
} satisfies Record<string, Text>;

const severities: Readonly<Record<PageMark['severity'], Text>> = {
  error: { vi: 'Lỗi', en: 'Error' },
  warning: { vi: 'Cảnh báo', en: 'Warning' },
  info: { vi: 'Gợi ý', en: 'Suggestion' },
  hint: { vi: 'Nhắc nhẹ', en: 'Hint' },
};

export type Language = keyof Text;

export function textOf(name: keyof typeof texts, language: Language): string {
  return texts[name][language];
}

/** `Trang 2/5`: pages from 1. */
export function pageOf(page: number, pages: number, language: Language): string {
  return `${language === 'en' ? 'Page' : 'Trang'} ${page}/${pages}`;
}

/** `Cảnh báo: Thiếu dấu chấm câu.` */
export function markText({ severity, message }: PageMark, language: Language): string {
  return `${severities[severity][language]}: ${message}`;
}
