import {
  Range,
  TabInputText,
  TextEditorRevealType,
  ThemeColor,
  ViewColumn,
  window,
  workspace,
  type TextEditor,
  type Uri,
} from 'vscode';

/** Milliseconds that the word which the person came for stays lit. */
const lit = 1200;

const found = window.createTextEditorDecorationType({
  backgroundColor: new ThemeColor('editor.findMatchHighlightBackground'),
  borderColor: new ThemeColor('editor.findMatchHighlightBorder'),
});

/** The visible editor of a file, the active one first; undefined when there is none. */
export function editorOf(uri: Uri): TextEditor | undefined {
  const shows = (editor: TextEditor | undefined): boolean =>
    editor?.document.uri.toString() === uri.toString();
  const { activeTextEditor } = window;
  return shows(activeTextEditor) ? activeTextEditor : window.visibleTextEditors.find(shows);
}

/**
 * Puts the caret before a place of a file, in the editor that has it or in one beside the preview, and lights
 * the place for a moment. Nothing is selected: the next key must not replace a word.
 */
export async function goTo(uri: Uri, range: Range, preview: ViewColumn | undefined): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const place = document.validateRange(range);
  const editor = await window.showTextDocument(document, {
    viewColumn: columnOf(uri) ?? (preview === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One),
    selection: new Range(place.start, place.start),
  });
  editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport);
  editor.setDecorations(found, [place]);
  setTimeout(() => editor.setDecorations(found, []), lit);
}

/** Scrolls an editor so that a line (from 0) is its first; the caret stays. */
export function scrollTo(editor: TextEditor, line: number): void {
  const last = editor.document.lineCount - 1;
  const at = Math.max(0, Math.min(last, line));
  editor.revealRange(new Range(at, 0, at, 0), TextEditorRevealType.AtTop);
}

/** The column of an editor or a tab of a file. */
function columnOf(uri: Uri): ViewColumn | undefined {
  const visible = editorOf(uri)?.viewColumn;
  if (visible !== undefined) return visible;
  const key = uri.toString();
  return window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => tabUri(input)?.toString() === key),
  )?.viewColumn;
}

function tabUri(input: unknown): Uri | undefined {
  return input instanceof TabInputText ? input.uri : undefined;
}
