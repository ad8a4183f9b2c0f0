import type { Document } from '../document/document.ts';
import { say, type Language } from '../lint/settings.ts';
import { documentType } from '../norms/documentTypes.ts';

/** What a document is called in lists: `Kế hoạch 220/KH-UBND`. */
export function documentTitle({ type, number }: Document, language: Language | undefined): string {
  const row = type && documentType(type.id);
  const name = row
    ? say({ vi: row.name, en: row.english }, language)
    : say({ vi: 'Văn bản', en: 'Document' }, language);
  const numbered = number?.numeral && number.symbol;
  return numbered ? `${name} ${number.numeral.text}/${number.symbol.text}` : name;
}
