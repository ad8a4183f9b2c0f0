import { SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver';
import type { Document, Part, Section } from '../document/document.ts';
import type { Lines } from '../lint/lines.ts';
import { say, type Language } from '../lint/settings.ts';
import type { Localized } from '../rules/rule.ts';
import type { Span } from '../source/span.ts';
import { documentTitle } from './documentTitle.ts';
import { rangeOf } from './ranges.ts';

/** The outline of a file: each document with its head, its sections by numbering, its closing parts. */
export function documentSymbols(
  documents: readonly Document[],
  lines: Lines,
  language: Language | undefined,
): DocumentSymbol[] {
  return documents.map((document) => {
    const children = [
      ...headSymbols(document, lines, language),
      ...document.sections.map((section) => sectionSymbol(section, lines)),
      ...closingSymbols(document, lines, language),
    ].sort((a, b) => comparePositions(a.range.start, b.range.start));
    const named = document.type?.span ?? document.subject?.span ?? document.number?.span;
    const span = withoutBlankEnd(document.source.text, document.span);
    const selection =
      named && span.start <= named.start && named.end <= span.end
        ? named
        : { start: span.start, end: span.start };
    return {
      name: documentTitle(document, language),
      ...(document.subject ? { detail: document.subject.text } : {}),
      kind: SymbolKind.File,
      range: rangeOf(lines, span),
      selectionRange: rangeOf(lines, selection),
      children,
    };
  });
}

/** The same outline for clients without trees. */
export function flatSymbols(symbols: readonly DocumentSymbol[], uri: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children }) => [
    { name, kind, location: { uri, range } },
    ...flatSymbols(children ?? [], uri).map((child) => ({
      ...child,
      containerName: child.containerName ?? name,
    })),
  ]);
}

function headSymbols(
  document: Document,
  lines: Lines,
  language: Language | undefined,
): readonly DocumentSymbol[] {
  const bases = document.legalBases;
  return [
    ...component({ vi: 'Cơ quan ban hành', en: 'Issuer' }, document.issuer, lines, language),
    ...component({ vi: 'Số, ký hiệu', en: 'Number' }, document.number, lines, language),
    ...component(
      { vi: 'Địa danh, ngày', en: 'Place, date' },
      document.placeAndDate,
      lines,
      language,
    ),
    ...component({ vi: 'Trích yếu', en: 'Subject' }, document.subject, lines, language),
    ...component({ vi: 'Kính gửi', en: 'Addressees' }, document.addressees, lines, language),
    ...group({ vi: 'Căn cứ', en: 'Legal bases' }, bases, lines, language),
  ];
}

function closingSymbols(
  document: Document,
  lines: Lines,
  language: Language | undefined,
): readonly DocumentSymbol[] {
  return [
    ...component({ vi: 'Nơi nhận', en: 'Recipients' }, document.recipients, lines, language),
    ...component({ vi: 'Chữ ký', en: 'Signature' }, document.signature, lines, language),
    ...document.annexes.map((annex) =>
      symbol(
        annex.heading.text,
        annex.title?.text,
        SymbolKind.Module,
        annex.span,
        annex.heading.span,
        lines,
      ),
    ),
  ];
}

function sectionSymbol(section: Section, lines: Lines): DocumentSymbol {
  const label = section.numbering.kind === 'none' ? '' : `${numberText(section)} `;
  return {
    ...symbol(
      `${label}${section.title.text}`,
      undefined,
      SymbolKind.String,
      section.span,
      section.heading,
      lines,
    ),
    children: section.children.map((child) => sectionSymbol(child, lines)),
  };
}

/** The number with its word: `Điều 5.`, `II.`, `a)`. */
function numberText({ numbering }: Section): string {
  const words: Partial<Record<typeof numbering.kind, string>> = {
    part: 'Phần',
    chapter: 'Chương',
    namedSection: 'Mục',
    subsection: 'Tiểu mục',
    article: 'Điều',
  };
  const word = words[numbering.kind];
  return `${word ? `${word} ` : ''}${numbering.label}${numbering.delimiter}`;
}

function component(
  name: Localized,
  part: Part | undefined,
  lines: Lines,
  language: Language | undefined,
): readonly DocumentSymbol[] {
  if (!part) return [];
  const text = part.text.replace(/\s+/gu, ' ').trim();
  return [symbol(say(name, language), text, SymbolKind.Property, part.span, part.span, lines)];
}

function group(
  name: Localized,
  parts: readonly Part[],
  lines: Lines,
  language: Language | undefined,
): readonly DocumentSymbol[] {
  const first = parts[0];
  const last = parts.at(-1);
  if (!first || !last) return [];
  const span = { start: first.span.start, end: Math.max(first.span.end, last.span.end) };
  return [
    symbol(say(name, language), String(parts.length), SymbolKind.Array, span, first.span, lines),
  ];
}

/** Clients refuse an empty name and a selection outside the range. */
function symbol(
  name: string,
  detail: string | undefined,
  kind: SymbolKind,
  span: Span,
  selection: Span,
  lines: Lines,
): DocumentSymbol {
  const whole = {
    start: Math.min(span.start, selection.start),
    end: Math.max(span.end, selection.end),
  };
  return {
    name: name.trim() === '' ? '…' : name,
    ...(detail ? { detail } : {}),
    kind,
    range: rangeOf(lines, whole),
    selectionRange: rangeOf(lines, selection),
  };
}

function withoutBlankEnd(text: string, { start, end }: Span): Span {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

function comparePositions(
  a: { readonly line: number; readonly character: number },
  b: { readonly line: number; readonly character: number },
): number {
  return a.line - b.line || a.character - b.character;
}
