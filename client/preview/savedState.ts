import { Uri } from 'vscode';
import type { SavedState } from '../webview/messages.ts';
import { zoomFrom } from '../webview/zoom.ts';

/** The state that a reload of the window hands back; undefined when it is none of ours. */
export function savedStateFrom(value: unknown): SavedState | undefined {
  if (typeof value !== 'object' || value === null || !('uri' in value)) return undefined;
  const { uri } = value;
  const index = 'index' in value ? value.index : 0;
  if (typeof uri !== 'string' || !isUri(uri)) return undefined;
  return {
    uri,
    index: typeof index === 'number' && Number.isInteger(index) && index >= 0 ? index : 0,
    pinned: 'pinned' in value && value.pinned === true,
    zoom: zoomFrom('zoom' in value ? value.zoom : undefined),
  };
}

function isUri(text: string): boolean {
  try {
    return Uri.parse(text, true).scheme !== '';
  } catch {
    return false;
  }
}
