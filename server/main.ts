import { createConnection, ProposedFeatures } from 'vscode-languageserver/node.js';
import { installationOf } from './installation.ts';
import { serve } from './serve.ts';
import { stdioConnection } from './stdio.ts';

const connection = process.argv.includes('--stdio')
  ? stdioConnection()
  : createConnection(ProposedFeatures.all);
serve(connection, installationOf(process.argv[1] ?? ''));
