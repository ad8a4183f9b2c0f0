const numerals: readonly (readonly [string, number])[] = [
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

/** The Roman numeral of a number from 1 to 89. */
export function formatRoman(value: number): string {
  let rest = value;
  let result = '';
  for (const [numeral, worth] of numerals) {
    while (rest >= worth) {
      result += numeral;
      rest -= worth;
    }
  }
  return result;
}

/** The value of a well-formed Roman numeral up to 89; undefined for any other text. */
export function parseRoman(text: string): number | undefined {
  let at = 0;
  let value = 0;
  for (const [numeral, worth] of numerals) {
    while (text.startsWith(numeral, at)) {
      at += numeral.length;
      value += worth;
    }
  }
  return at === text.length && at > 0 && formatRoman(value) === text ? value : undefined;
}
