import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
  ErrorCodes,
  Message,
  type Connection,
  type MessageStrategy,
  type MessageWriter,
} from 'vscode-languageserver/node.js';

/**
 * A client over standard input and output. The process ends with its input, and where that is no protocol any more:
 * answers would be awaited for ever, while a client starts a server that ended again.
 */
export function stdioConnection(): Connection {
  const reader = new StreamMessageReader(process.stdin);
  const writer = new StreamMessageWriter(process.stdout);
  const connection = createConnection(ProposedFeatures.all, reader, writer, {
    messageStrategy: inTurn(writer),
  });
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

/** Refuses requests before `initialize` and after `shutdown`, as the protocol has it. */
function inTurn(writer: MessageWriter): MessageStrategy {
  let isBegun = false;
  let isOver = false;
  const refusal = () =>
    isOver
      ? { code: ErrorCodes.InvalidRequest, message: 'shut down' }
      : { code: ErrorCodes.ServerNotInitialized, message: 'not initialized' };
  return {
    handleMessage: (message, next) => {
      if (Message.isRequest(message)) {
        isBegun ||= message.method === 'initialize';
        if (isOver || !isBegun) {
          void writer.write({ jsonrpc: '2.0', id: message.id, error: refusal() } as Message);
          return;
        }
        isOver = message.method === 'shutdown';
      }
      next(message);
    },
  };
}
