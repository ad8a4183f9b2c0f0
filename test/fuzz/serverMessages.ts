import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CancellationTokenSource } from 'vscode-jsonrpc/node.js';
import type { Diagnostic, Position } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LanguageClient, pullCapabilities } from '../support/languageClient.ts';
import { documentText, typed } from './incrementalLint.ts';
import type { Random } from './random.ts';

interface OpenFile {
  readonly uri: string;
  text: string;
  version: number;
}

export interface ServerFuzz {
  /** Messages sent. */
  readonly messages: number;
  /** How often a file's reports were compared with those of the same text opened anew. */
  readonly compared: number;
  /** Bytes that the server holds after the first tenth of the messages, and at the end; 0 where it cannot be told. */
  readonly memory: readonly [number, number];
}

const asked = [
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/hover',
  'textDocument/completion',
  'textDocument/codeAction',
  'textDocument/documentLink',
  'textDocument/definition',
  'textDocument/references',
  'textDocument/prepareRename',
  'textDocument/documentHighlight',
  'textDocument/semanticTokens/full',
  'textDocument/nosuch',
] as const;

/**
 * Sends a server process that many messages in any order: files opened, edited, closed and renamed, questions asked
 * at any place and taken back. Fails if it stops, shows or logs a fault, or reports otherwise than of the same text
 * opened anew.
 */
export async function fuzzServer(random: Random, count: number): Promise<ServerFuzz> {
  const client = new LanguageClient();
  await client.initialize(pullCapabilities);
  const files: OpenFile[] = [];
  let named = 0;
  let compared = 0;
  let early = 0;
  const name = (): string => `file:///tmp/fuzz/${(named += 1)}.vb.md`;
  const open = async (text: string): Promise<OpenFile> => {
    const file = { uri: name(), text, version: 1 };
    await client.open(file.uri, text, 'vanban-markdown', file.version);
    return file;
  };
  const reportsOf = async ({ uri }: OpenFile): Promise<readonly Diagnostic[]> => {
    const report = await client.pull(uri);
    assert.equal(report.kind, 'full');
    return report.kind === 'full' ? report.items : [];
  };
  const pending: Promise<unknown>[] = [];
  for (let sent = 0; sent < count; sent += 1) {
    if (sent === Math.floor(count / 10)) early = memoryOf(client);
    const kind = random.next();
    const file = files[random.below(files.length)];
    if (!file || (kind < 0.03 && files.length < 6)) {
      files.push(await open(documentText(random)));
    } else if (kind < 0.6) {
      await change(client, file, random);
    } else if (kind < 0.63) {
      await client.close(file.uri);
      files.splice(files.indexOf(file), 1);
    } else if (kind < 0.65) {
      await client.close(file.uri);
      files.splice(files.indexOf(file), 1, await open(file.text));
    } else if (kind < 0.67) {
      await settle(client, file);
      const reports = await reportsOf(file);
      await client.close(file.uri);
      file.version = 1;
      await client.open(file.uri, file.text, 'vanban-markdown', file.version);
      assert.deepEqual(await reportsOf(file), reports, JSON.stringify(file.text));
      compared += 1;
    } else {
      pending.push(ask(client, file, random));
    }
  }
  await Promise.all(pending);
  const late = memoryOf(client);
  assert.equal(await client.stop(), 0);
  assert.deepEqual(client.shown, []);
  assert.deepEqual(
    client.log.filter((line) => line.includes('vanban:')),
    [],
  );
  return { messages: count, compared, memory: [early, late] };
}

async function change(client: LanguageClient, file: OpenFile, random: Random): Promise<void> {
  const document = TextDocument.create(file.uri, '', 0, file.text);
  const { from, to, inserted } = typed(random, file.text);
  file.version += 1;
  file.text = file.text.slice(0, from) + inserted + file.text.slice(to);
  const range = { start: document.positionAt(from), end: document.positionAt(to) };
  // a place inside of a character of two units or a line's end is no place: the whole text says it
  const isPlace = document.offsetAt(range.start) === from && document.offsetAt(range.end) === to;
  await client.change(file.uri, file.version, [
    isPlace && random.chance(0.95) ? { range, text: inserted } : { text: file.text },
  ]);
}

/** Two changes at once are no keystroke: nothing is held back under a caret then. */
async function settle(client: LanguageClient, file: OpenFile): Promise<void> {
  const start = { line: 0, character: 0 };
  const none = { range: { start, end: start }, text: '' };
  file.version += 1;
  await client.change(file.uri, file.version, [none, none]);
}

/** Asks for something at a place that may lie outside of the text, and perhaps takes it back. */
async function ask(client: LanguageClient, { uri }: OpenFile, random: Random): Promise<void> {
  const place = (): Position => ({ line: random.below(60), character: random.below(120) });
  const source = new CancellationTokenSource();
  const answer = client.connection.sendRequest(
    random.of(asked),
    {
      textDocument: { uri: random.chance(0.95) ? uri : 'file:///tmp/fuzz/none.vb.md' },
      position: place(),
      range: { start: place(), end: place() },
      context: { diagnostics: [], includeDeclaration: true },
    },
    source.token,
  );
  if (random.chance(0.3)) source.cancel();
  // the protocol's own errors: no such method, taken back, out of date
  await answer.catch((error: unknown) => {
    const code = error instanceof Object && 'code' in error ? error.code : undefined;
    assert.ok(
      [-32601, -32602, -32800, -32801, -32802, -32803].includes(Number(code)),
      String(error),
    );
  });
}

function memoryOf({ pid }: LanguageClient): number {
  try {
    const status = readFileSync(`/proc/${pid ?? 0}/status`, 'utf8');
    return Number(/VmRSS:\s*(\d+)/u.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
