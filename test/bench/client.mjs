// A language client that types one character and waits for what is found.
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { performance } from 'node:perf_hooks';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node.js';

const ownRoot = pathToFileURL(mkdtempSync(join(tmpdir(), 'vanban-bench-'))).href;

/** Starts a server over its standard streams, in a folder of its own unless `root` names one. Times are milliseconds. */
export async function startServer(args, { root = ownRoot, initializationOptions } = {}) {
  const begun = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const waiting = new Map();
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, version }) => {
    const wanted = waiting.get(uri);
    if (!wanted || (version !== undefined && version !== null && version < wanted.version)) return;
    waiting.delete(uri);
    wanted.resolve(performance.now());
  });
  const log = [];
  const listeners = new Set();
  connection.onNotification('window/logMessage', ({ message }) => {
    log.push(message);
    for (const listener of listeners) listener();
  });
  for (const method of ['workspace/configuration']) {
    connection.onRequest(method, ({ items }) => items.map(() => null));
  }
  connection.onRequest(() => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: 'bench' }],
    initializationOptions,
    capabilities: { textDocument: { publishDiagnostics: { versionSupport: true } } },
  });
  const ready = performance.now() - begun;
  await connection.sendNotification('initialized', {});
  const published = (uri, version) =>
    new Promise((resolve) => waiting.set(uri, { version, resolve }));
  let count = 0;
  return {
    ready,
    /** Opens a text; gives a document that can be typed into. */
    async open(text) {
      count += 1;
      const uri = `${root}/${count}.md`;
      const starts = lineStarts(text);
      let version = 1;
      const sent = performance.now();
      const found = published(uri, 1);
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version, text },
      });
      const opened = (await found) - sent;
      const change = async (range, newText) => {
        version += 1;
        const begin = performance.now();
        const done = published(uri, version);
        void connection.sendNotification('textDocument/didChange', {
          textDocument: { uri, version },
          contentChanges: [{ range, text: newText }],
        });
        return (await done) - begin;
      };
      return {
        opened,
        /** Types an `x` at the offset and takes it back; gives the two round trips. */
        async type(offset) {
          const start = positionAt(starts, offset);
          const end = { line: start.line, character: start.character + 1 };
          return [await change({ start, end: start }, 'x'), await change({ start, end }, '')];
        },
        close: () =>
          connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
      };
    },
    /** Settles once a line of the log matches. */
    logged: (pattern) =>
      new Promise((resolve) => {
        const look = () => {
          if (!log.some((line) => pattern.test(line))) return;
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
        look();
      }),
    pid: child.pid,
    async stop() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      connection.dispose();
      child.kill();
    },
  };
}

function lineStarts(text) {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function positionAt(starts, offset) {
  const line = starts.findLastIndex((start) => start <= offset);
  return { line, character: offset - starts[line] };
}
