/**
 * Typst source of a text: a string literal in code, which no character of the text can leave. Everything
 * but letters, digits and a few marks is written as `\u{…}`; what no font can show becomes U+FFFD or a space.
 */
export function typstString(text: string): string {
  return `"${printable(text).replace(/[^\p{L}\p{N} ,.;:()%+/–-]/gu, escaped)}"`;
}

/** The text that a literal of `typstString` stands for. */
export function textOfLiteral(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(/\\u\{([0-9a-f]+)\}/gu, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)));
}

/** The text without what cannot be set: lone surrogates, control and private characters. */
export function printable(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[\p{Cc}\p{Co}\p{Cn}]/gu, (character) => (character === '\n' ? character : ' '));
}

/** A stretch of text that a line may break inside of, or not. */
export interface TextPiece {
  readonly text: string;
  readonly whole: boolean;
}

/** Longer words must break somewhere, or they would leave the page. */
const longestWhole = 40;

/**
 * The text in pieces that break as Word breaks them: after a hyphen, before a digit too, and never after a
 * slash. Marks of no width would do as well, but would hinder who searches or copies the text.
 */
export function textPieces(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let plain = '';
  for (const word of text.split(/(?<=\s)(?=\S)/u)) {
    const [seen = '', blanks = ''] = [word.trimEnd(), word.slice(word.trimEnd().length)];
    const parts = /\/\S|-\d/u.test(seen) ? seen.split(/(?<=-)/u) : [];
    if (parts.length === 0 || parts.some(({ length }) => length > longestWhole)) {
      plain += word;
      continue;
    }
    if (plain !== '') pieces.push({ text: plain, whole: false });
    pieces.push(...parts.map((part) => ({ text: part, whole: true })));
    plain = blanks;
  }
  return plain === '' ? pieces : [...pieces, { text: plain, whole: false }];
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0xfffd).toString(16)}}`;
}

/** A length in points as Typst reads it. */
export function points(value: number): string {
  return `${Number(value.toFixed(4))}pt`;
}
