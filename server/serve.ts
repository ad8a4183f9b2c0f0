import type { Connection } from 'vscode-languageserver';
import { startServer } from './features/server.ts';
import type { Installation } from './installation.ts';
import { nodeHost } from './nodeHost.ts';

/** Serves a client of this process until it ends; a promise that nobody waited for fails into the log alone. */
export function serve(connection: Connection, installation: Installation): void {
  process.on('unhandledRejection', (error) => {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    connection.console.error(`vanban: ${detail}`);
  });
  startServer(connection, nodeHost(installation));
}
