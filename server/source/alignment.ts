import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { TextBuilder } from './mappedText.ts';
import type { Span } from './span.ts';

/** Adds a text node's value piece by piece beside the source that it was read from. */
export function alignText(
  builder: TextBuilder,
  typedValue: string,
  source: string,
  place: Span,
): void {
  // the tree keeps line endings as typed; visible lines know one
  const value = typedValue.replace(/\r\n|\r/gu, '\n');
  let from = place.start;
  let at = 0;
  let runStart = at;
  let runFrom = from;
  const flush = (): void => {
    builder.add(value.slice(runStart, at), runFrom);
  };
  while (at < value.length) {
    const wanted = value.charAt(at);
    const typed = source.charAt(from);
    if (wanted === '\n') {
      flush();
      const next = afterLineEnding(source, from, place.end, value.charAt(at + 1));
      builder.add('\n', from, Math.max(1, next - from));
      at += 1;
      from = next;
    } else if (typed === '\\' && source.charAt(from + 1) === wanted && isEscapable(wanted)) {
      flush();
      builder.add(wanted, from, 2);
      at += 1;
      from += 2;
    } else if (typed === '&') {
      const reference = referenceAt(source, from, value, at);
      if (!reference) {
        at += 1;
        from += 1;
        continue;
      }
      flush();
      builder.add(value.slice(at, at + reference.length), from, reference.sourceLength);
      at += reference.length;
      from += reference.sourceLength;
    } else if (typed === wanted) {
      at += 1;
      from += 1;
      continue;
    } else {
      flush();
      const next = from < place.end ? from : Math.max(place.start, place.end - 1);
      builder.add(wanted, next, 1);
      at += 1;
      from = Math.min(place.end, next + 1);
    }
    runStart = at;
    runFrom = from;
  }
  flush();
}

function isEscapable(character: string): boolean {
  return /[!-/:-@[-`{-~]/u.test(character);
}

/** Past the blanks, the line ending and the marks of containers, to where the next line's text begins. */
function afterLineEnding(source: string, from: number, limit: number, next: string): number {
  let at = from;
  while (at < limit && /[ \t]/u.test(source.charAt(at))) at += 1;
  if (source.charAt(at) === '\r') at += source.charAt(at + 1) === '\n' ? 2 : 1;
  else if (source.charAt(at) === '\n') at += 1;
  while (at < limit && /[ \t>]/u.test(source.charAt(at))) {
    if (source.charAt(at) === next && next === '>' && !source.slice(at, limit).includes('>')) break;
    at += 1;
  }
  return at;
}

function referenceAt(
  source: string,
  from: number,
  value: string,
  at: number,
): { length: number; sourceLength: number } | undefined {
  const match = /^&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{0,31}));/u.exec(
    source.slice(from, from + 40),
  );
  if (!match) return undefined;
  const [whole, decimal, hexadecimal, name] = match;
  const decoded =
    name !== undefined
      ? decodeNamedCharacterReference(name)
      : fromCode(decimal !== undefined ? Number(decimal) : Number.parseInt(hexadecimal ?? '0', 16));
  if (decoded === false) return undefined;
  if (value.startsWith(decoded, at)) return { length: decoded.length, sourceLength: whole.length };
  // a code point that Markdown replaces
  return value.charAt(at) === '\uFFFD' ? { length: 1, sourceLength: whole.length } : undefined;
}

function fromCode(code: number): string {
  return code > 0x10ffff || code === 0 ? '\uFFFD' : String.fromCodePoint(code);
}
