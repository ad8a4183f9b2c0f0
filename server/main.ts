import { createConnection, ProposedFeatures } from 'vscode-languageserver/node.js';
import { installationOf } from './installation.ts';
import { serve } from './serve.ts';

serve(createConnection(ProposedFeatures.all), installationOf(process.argv[1] ?? ''));
