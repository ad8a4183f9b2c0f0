import type { Span } from '../../server/source/span.ts';

/** The text without its `«…»` marks, and the spans that they marked, in order. */
export function markedText(marked: string): {
  readonly text: string;
  readonly spans: readonly Span[];
} {
  const spans: Span[] = [];
  const open: number[] = [];
  let text = '';
  for (const character of marked) {
    if (character === '«') {
      open.push(text.length);
    } else if (character === '»') {
      const start = open.pop();
      if (start === undefined) throw new Error(`a » without its « in ${marked}`);
      spans.push({ start, end: text.length });
    } else {
      text += character;
    }
  }
  if (open.length > 0) throw new Error(`a « without its » in ${marked}`);
  return { text, spans: spans.sort((a, b) => a.start - b.start || a.end - b.end) };
}
