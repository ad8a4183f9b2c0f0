import { window, type Disposable } from 'vscode';
import type { CaretParams } from '../server/features/server.ts';
import { isServed } from './documents.ts';
import type { LanguageServer } from './languageServer.ts';

/** Tells the server where the caret is, so that it does not underline the word being typed. */
export function watchCaret(server: LanguageServer): Disposable {
  return window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
    const [selection] = selections;
    if (!selection || !isServed(textEditor.document)) return;
    const { line, character } = selection.active;
    const params: CaretParams = {
      uri: textEditor.document.uri.toString(),
      position: { line, character },
    };
    server.notify('vanban/caret', params);
  });
}
