import { createConnection, ProposedFeatures } from 'vscode-languageserver/node.js';
import { startServer } from './features/server.ts';
import { installationOf } from './installation.ts';

startServer(createConnection(ProposedFeatures.all), {
  ...installationOf(process.argv[1] ?? ''),
  now: () => performance.now(),
});
