/** The words of a name, folded to compare: lower case, NFC, the tone mark where the decree's spelling puts it. */
export function wordsOfName(name: string): readonly string[] {
  return (
    name
      .normalize('NFC')
      .toLowerCase()
      .replace(/oà|oá|oả|oã|oạ|uỷ|uý|uỳ|uỹ|uỵ/gu, (pair) => newer[pair] ?? pair)
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

const newer: Readonly<Record<string, string>> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  uỷ: 'ủy',
  uý: 'úy',
  uỳ: 'ùy',
  uỹ: 'ũy',
  uỵ: 'ụy',
};
