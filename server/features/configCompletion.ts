import { CompletionItemKind, type CompletionItem, type Position } from 'vscode-languageserver';
import { configCompletion } from '../config/configCompletion.ts';
import { say, type Language } from '../lint/settings.ts';
import type { OpenDocument } from './openDocument.ts';
import { rangeOf } from './ranges.ts';

/** What may be written at the position of a config file. */
export function configCompletionItems(
  { text, lines }: OpenDocument,
  position: Position,
  language: Language | undefined,
): CompletionItem[] {
  const { span, suggestions } = configCompletion(text, lines.offsetAt(position));
  const range = rangeOf(lines, span);
  return suggestions.map(({ kind, text: label, after, about }) => ({
    label,
    kind: kind === 'key' ? CompletionItemKind.Property : CompletionItemKind.EnumMember,
    ...(about.vi ? { detail: say(about, language) } : {}),
    textEdit: { range, newText: label + after },
  }));
}
