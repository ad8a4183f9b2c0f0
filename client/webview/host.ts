import type { FromPage, SavedState } from './messages.ts';

/** What a reload of this page alone brings back besides. */
export interface PageMemory extends SavedState {
  /** CSS pixels from the top. */
  readonly top: number;
}

/** VS Code, as a webview sees it. */
interface Host {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: PageMemory): void;
}
declare function acquireVsCodeApi(): Host;

export const host = acquireVsCodeApi();
