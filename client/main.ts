import { commands, Uri, type ExtensionContext } from 'vscode';
import type { Api } from './api.ts';
import { watchCaret } from './caret.ts';
import { Exchange } from './exchange/exchange.ts';
import { LanguageServer } from './languageServer.ts';
import { PreviewPanels } from './preview/previewPanels.ts';
import { PreviewSettings } from './preview/previewSettings.ts';

/** Starts the language server and offers the commands. Returns what tests and other extensions may ask. */
export async function activate(context: ExtensionContext): Promise<Api> {
  const begun = performance.now();
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
  await server.start();
  server.onRestarted(() => previews.refresh());
  const activationMs = performance.now() - begun;
  return { activationMs, previews, exchange };
}
