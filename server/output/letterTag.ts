/**
 * What the renderer's drawing says of a paragraph's letters by their colour: which paragraph they are of, from 1 on,
 * 0 for none, and whether they are red. The page is drawn in the colours that are meant.
 */
export interface LetterTag {
  readonly paragraph: number;
  readonly red: boolean;
}

/** Set in the tags of red letters; no document has so many paragraphs. */
const redBit = 0x800000;

/** The tag as the six hexadecimal digits of a colour. */
export function tagColour({ paragraph, red }: LetterTag): string {
  return (paragraph + (red ? redBit : 0)).toString(16).padStart(6, '0');
}

const fill = / fill="#([0-9a-f]{6}|[0-9a-f]{3})"/u;

/** The tag that the attributes of a drawn text hold; black is none. Doubled digits are written once. */
export function tagOf(attributes: string): LetterTag {
  const digits = fill.exec(attributes)?.[1] ?? '0';
  const tag = parseInt(digits.length === 3 ? digits.replace(/./gu, '$&$&') : digits, 16);
  return { paragraph: tag % redBit, red: tag >= redBit };
}
