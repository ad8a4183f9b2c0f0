import data from './data/stamps.json' with { type: 'json' };

export type StampKind = 'urgency' | 'secrecy' | 'circulation';

/** A mark that stands framed on the first page, in capitals (ND 30, PL I, III.2). */
export interface Stamp {
  readonly kind: StampKind;
  readonly text: string;
}

export const stamps = data.stamps as readonly Stamp[];

const byText = new Map(stamps.map((stamp) => [key(stamp.text), stamp]));
const none = new Set(data.none.map(key));

/** The mark whose words the text is, brackets and full stops around them aside; undefined for other text. */
export function stampOf(text: string): Stamp | undefined {
  return text.length > 40 ? undefined : byText.get(key(text));
}

/** Whether the text says that the document has no mark: `Thường`, `Không`. */
export function saysNoStamp(text: string): boolean {
  return none.has(key(text));
}

/** One spelling of the tone mark, no case, single blanks. */
function key(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('oả', 'ỏa')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}
