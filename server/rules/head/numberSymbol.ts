import type { Document, NumberPart, Part } from '../../document/document.ts';
import { documentType, type DocumentType } from '../../norms/documentTypes.ts';
import { contains, type Span } from '../../source/span.ts';

/** A group of the symbol with its place in the file. */
export interface SymbolGroup extends Part {
  /** Where it begins in the symbol's text. */
  readonly at: number;
}

const yearGroup = /^\d{4}$/u;

/**
 * The groups of a number's symbol: `KH` and `UBND` of `15/KH-UBND`. A year and blanks still to fill in are no
 * groups.
 */
export function symbolGroups(document: Document, number: NumberPart): readonly SymbolGroup[] {
  const { symbol } = number;
  if (!symbol) return [];
  return [...symbol.text.matchAll(/[^\s/\-–—]+/gu)]
    .filter(([text], index) => !/^[.…_]+$/u.test(text) && !(index === 0 && yearGroup.test(text)))
    .map((match) => ({
      text: match[0],
      at: match.index,
      span: spanWithin(document, symbol, match.index, match.index + match[0].length),
    }));
}

/** The file's span of `part.text.slice(from, to)`; the whole part where the text was typed in another form. */
export function spanWithin(document: Document, part: Part, from: number, to: number): Span {
  const { start, end } = part.span;
  if (end - start === part.text.length) return { start: start + from, end: start + to };
  const line = document.source.lineAt(start);
  const at = line && contains(line.span, part.span) ? line.text.indexOf(part.text) : -1;
  return line && at >= 0 ? line.spanOf(at + from, at + to) : part.span;
}

/** The document's type where it has a name of its own on the page: every one but công văn. */
export function namedType(document: Document): DocumentType | undefined {
  const { type } = document;
  return type && type.id !== 'cong-van' ? documentType(type.id) : undefined;
}

/** The head of a symbol for the type: `KH-` for a plan, nothing for a letter. */
export function symbolFor(type: DocumentType | undefined, issuer: string): string {
  return type?.abbreviation === undefined ? issuer : `${type.abbreviation}-${issuer}`;
}
