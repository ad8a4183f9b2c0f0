/** Quốc hiệu to the letter (ND 30/2020/NĐ-CP, PL I, II.1.a). */
export const nationalTitleText = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';

/** Tiêu ngữ to the letter (ND 30/2020/NĐ-CP, PL I, II.1.b). */
export const mottoText = 'Độc lập - Tự do - Hạnh phúc';

/** Whether the text is Quốc hiệu to the letter; the decree itself writes both `HÒA` and `HOÀ`. */
export function isNationalTitle(text: string): boolean {
  return text.replace('HOÀ', 'HÒA') === nationalTitleText;
}
