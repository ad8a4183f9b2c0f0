import type { Span } from '../../server/source/span.ts';

function isSpan(value: object): value is Span {
  return 'start' in value && 'end' in value && typeof value.start === 'number';
}

/** Every span in a value, however deep; `skipped` names properties that are not followed. */
export function spansIn(value: unknown, skipped: readonly string[]): readonly Span[] {
  const found: Span[] = [];
  const seen = new Set<object>();
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null || seen.has(next)) continue;
    seen.add(next);
    if (isSpan(next)) found.push(next);
    for (const [key, inner] of Object.entries(next)) if (!skipped.includes(key)) open.push(inner);
  }
  return found;
}

/** A document as plain data: its lines and paragraphs by their places. */
export function plainData(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => {
      if (key === 'source') return undefined;
      if (['lines', 'ownLines', 'body', 'paragraphs'].includes(key) && Array.isArray(inner)) {
        return inner.map(({ text, span }: { text: string; span: Span }) => ({ text, span }));
      }
      return inner;
    }),
  );
}
