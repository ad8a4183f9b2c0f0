import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
  type Connection,
} from 'vscode-languageserver/node.js';

/**
 * A client over standard input and output. The process ends with its input, and where that is no protocol any more:
 * answers would be awaited for ever, while a client starts a server that ended again.
 */
export function stdioConnection(): Connection {
  const reader = new StreamMessageReader(process.stdin);
  const connection = createConnection(
    ProposedFeatures.all,
    reader,
    new StreamMessageWriter(process.stdout),
  );
  let mayEnd = false;
  connection.onShutdown(() => {
    mayEnd = true;
  });
  reader.onClose(() => process.exit(mayEnd ? 0 : 1));
  process.stdin.on('end', () => process.exit(mayEnd ? 0 : 1));
  reader.onError(({ message }) => {
    process.stderr.write(`vanban: ${message}\n`, () => process.exit(1));
  });
  return connection;
}
