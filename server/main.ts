import { createConnection, ProposedFeatures } from 'vscode-languageserver/node.js';
import { startServer } from './features/server.ts';
import { installationOf } from './installation.ts';
import { nodeHost } from './nodeHost.ts';

startServer(
  createConnection(ProposedFeatures.all),
  nodeHost(installationOf(process.argv[1] ?? '')),
);
