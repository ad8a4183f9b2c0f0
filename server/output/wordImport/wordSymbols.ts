import { fromTcvn3 } from '../../vietnamese/tcvn3.ts';
import { fromVni } from '../../vietnamese/vni.ts';

/** The symbols that drafters put in by Symbol and Wingdings, by their code there. */
const symbols: ReadonlyMap<number, string> = new Map([
  [0xb7, '-'],
  [0xa7, '-'],
  [0xfc, '✓'],
  [0xfe, '☑'],
  [0xa8, '☐'],
  [0x6f, '☐'],
  [0xb0, '°'],
  [0xb1, '±'],
  [0xa3, '≤'],
  [0xb3, '≥'],
  [0xae, '→'],
  [0xe0, '→'],
]);

/** The character for a symbol font's code, undefined for one that is not known. */
export function symbol(code: number): string | undefined {
  return symbols.get(code & 0xff);
}

/** Text in the fonts of TCVN3 and VNI, whose names begin so, in Unicode; fonts that end in `H` are capitals. */
export function encoded(text: string, font: string | undefined): string {
  if (font === undefined) return text;
  if (/^\.vn/iu.test(font)) {
    const read = fromTcvn3(text);
    return /h$/iu.test(font) ? read.toLocaleUpperCase('vi') : read;
  }
  return /^vni[-\s]/iu.test(font) ? fromVni(text) : text;
}
