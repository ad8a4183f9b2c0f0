import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { PassThrough } from 'node:stream';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node.js';
import { createConnection } from 'vscode-languageserver/node.js';
import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import { holdMs, isHeld } from '../../../server/features/caret.ts';
import { startServer } from '../../../server/features/server.ts';
import { Lines } from '../../../server/lint/lines.ts';
import { nodeHost } from '../../../server/nodeHost.ts';
import { planSample } from '../../../server/rules/samples.ts';

const codesOf = ({ diagnostics }: PublishDiagnosticsParams): readonly unknown[] =>
  diagnostics.map(({ code }) => code);

describe('holding back under the caret', () => {
  const span = { start: 10, end: 14 };
  const cases: readonly (readonly [string, number, number, boolean])[] = [
    ['inside', 12, 0, true],
    ['at its start', 10, 0, true],
    ['at its end, where one types', 14, 0, true],
    ['before it', 9, 0, false],
    ['behind it', 15, 0, false],
    ['inside, a moment before the pause is over', 12, holdMs - 1, true],
    ['inside, after the pause', 12, holdMs, false],
  ];
  for (const [place, offset, now, expected] of cases) {
    it(`${expected ? 'waits' : 'does not wait'} with the caret ${place}`, () => {
      assert.equal(isHeld(span, { offset, typedAt: 0 }, now), expected);
    });
  }

  it('does not wait where nobody has typed', () => {
    assert.equal(isHeld(span, undefined, 0), false);
  });
});

describe('a report held back under the caret', () => {
  it('is published as soon as the caret leaves, by a clock that stands still', async () => {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const server = createConnection(
      new StreamMessageReader(toServer),
      new StreamMessageWriter(toClient),
    );
    const client = createMessageConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
    const here = { version: '', rulePages: undefined, bundle: undefined };
    startServer(server, { ...nodeHost(here), now: () => 0 });
    client.listen();
    const published = new EventEmitter();
    client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      published.emit('some', codesOf(params));
    });
    const tell = async (method: string, params: object): Promise<unknown> => {
      const next = once(published, 'some');
      await client.sendNotification(method, params);
      return ((await next) as unknown[])[0];
    };
    const uri = 'file:///a.vb.md';
    const text = planSample();
    const start = new Lines(text).positionAt(text.indexOf('- Tự do'));
    const range = { start, end: { ...start, character: start.character + 1 } };
    await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
    await client.sendNotification('initialized', {});
    const textDocument = { uri, languageId: 'markdown', version: 1, text };
    assert.deepEqual(await tell('textDocument/didOpen', { textDocument }), []);
    const typed = { textDocument: { uri, version: 2 }, contentChanges: [{ range, text: '–' }] };
    assert.deepEqual(await tell('textDocument/didChange', typed), []);
    const caret = { uri, position: { line: 30, character: 0 } };
    assert.deepEqual(await tell('vanban/caret', caret), ['national-title']);
    client.dispose();
    server.dispose();
  });
});
