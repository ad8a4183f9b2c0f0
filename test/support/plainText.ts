import { mapped, type MappedText } from '../../server/source/mappedText.ts';

/** The text as a paragraph that stands at `source` in its file. */
export function plainText(text: string, source = 0): MappedText {
  const { length } = text;
  return mapped(text, length === 0 ? [] : [{ at: 0, length, source, sourceLength: length }]);
}
