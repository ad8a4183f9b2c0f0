import type { Document } from '../document.ts';

/** `Quốc hiệu` as the decree has it (ND 30, PL I, II.1.a). */
export const nationalTitle = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';

/** `Tiêu ngữ` as the decree has it (ND 30, PL I, II.1.b). */
export const motto = 'Độc lập - Tự do - Hạnh phúc';

/** Whether the text's national title and motto are as the decree has them, where they are written at all. */
export function hasSoundNation(document: Document): boolean {
  return (
    (document.nationalTitle?.text ?? nationalTitle) === nationalTitle &&
    (document.motto?.text ?? motto) === motto
  );
}
