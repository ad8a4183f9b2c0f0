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

/**
 * The text with the break opportunities that Word sees: one after a hyphen before a digit, none after a
 * slash. Both marks have no width.
 */
export function withWordBreaks(text: string): string {
  return text.replace(/-(?=\d)/gu, '-\u200B').replace(/\/(?=\S)/gu, '/\u2060');
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0xfffd).toString(16)}}`;
}

/** A length in points as Typst reads it. */
export function points(value: number): string {
  return `${Number(value.toFixed(4))}pt`;
}
