import type { ExtensionContext } from 'vscode';
import type { Api } from './api.ts';

/** Returns what tests and other extensions may ask. */
export async function activate(context: ExtensionContext): Promise<Api> {
  const begun = performance.now();
  // Loaded here so that its time is seen, and counts as the extension's own.
  const { start } = await import('./extension.ts');
  return start(context, begun);
}
