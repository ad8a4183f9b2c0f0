import { commands, Uri, type ExtensionContext } from 'vscode';
import type { Api } from './api.ts';
import { watchCaret } from './caret.ts';
import { Exchange } from './exchange/exchange.ts';
import { LanguageServer } from './languageServer.ts';
import { PreviewPanels } from './preview/previewPanels.ts';
import { PreviewSettings } from './preview/previewSettings.ts';

/** Starts the language server and offers the commands. `begun`: when the activation began, as `performance.now` tells. */
export async function start(context: ExtensionContext, begun: number): Promise<Api> {
  const server = new LanguageServer(
    context.asAbsolutePath('dist/server.cjs'),
    context.storageUri?.fsPath,
  );
  const exchange = new Exchange(server);
  const previews = new PreviewPanels({
    server,
    settings: new PreviewSettings(context.globalState),
    resources: Uri.joinPath(context.extensionUri, 'dist'),
  });
  context.subscriptions.push(
    server,
    previews,
    watchCaret(server),
    ...exchange.register(),
    commands.registerCommand('vanban.restartServer', () => server.restart()),
    commands.registerCommand('vanban.showOutput', () => server.showOutput()),
  );
  const started = server.start();
  const ownMs = performance.now() - begun;
  // without it the commands are there all the same, and another start is on offer
  await started.catch((error: unknown) => server.warn('start', error));
  server.onRestarted(() => previews.refresh());
  return { ownMs, activationMs: performance.now() - begun, previews, exchange };
}
