import assert from 'node:assert/strict';
import { Suspects } from '../../client/suspects.ts';
import { planSample } from '../../server/rules/samples.ts';
import { LanguageClient, type Entry } from '../support/languageClient.ts';

const wrong = planSample().replace('Độc lập - Tự do - Hạnh phúc', 'Độc lập – Tự do – Hạnh phúc');

describe('a client whose messages are broken', () => {
  const broken = {
    'a header without a length': 'Content-Type: x\r\n\r\n{}',
    'a length that is no number': 'Content-Length: mười\r\n\r\n{}',
    'a body that is no JSON': 'Content-Length: 9\r\n\r\n{"jsonrpc',
  };
  for (const entry of ['server', 'vanban lsp'] as const satisfies readonly Entry[]) {
    for (const [name, bytes] of Object.entries(broken)) {
      it(`ends ${entry}, which says why, after ${name}`, async () => {
        const client = new LanguageClient(entry);
        await client.initialize();
        client.sendRaw(bytes);
        assert.equal(await client.ended, 1);
        assert.match(client.log.join(''), /^vanban: /mu);
        client.connection.dispose();
      });
    }
  }
});

describe('a client that asks out of turn', () => {
  it('is refused before initialize and after shutdown, and the server ends as ever', async () => {
    const client = new LanguageClient();
    await assert.rejects(client.folds('file:///a.md'), { code: -32_002 });
    await client.initialize();
    assert.deepEqual(await client.folds('file:///a.md'), []);
    await client.connection.sendRequest('shutdown');
    await assert.rejects(client.folds('file:///a.md'), { code: -32_600 });
    await client.connection.sendNotification('exit');
    assert.equal(await client.ended, 0);
    client.connection.dispose();
  });
});

describe('a server with little memory', () => {
  it('ends at a huge document alone, which is then left out', async () => {
    const files = new Map([
      ['file:///tmp/nhỏ.md', wrong],
      ['file:///tmp/lớn.md', 'Một đoạn.\n\n'.repeat(300_000)],
    ]);
    const suspects = new Suspects();
    /** What the editor's client does: it opens all documents, and asks about each. */
    const start = async (): Promise<LanguageClient> => {
      const client = new LanguageClient('server', ['--max-old-space-size=100']);
      await client.initialize();
      for (const [uri, text] of files) {
        if (suspects.isLeftOut(uri)) continue;
        await client.open(uri, text);
        suspects.asked(uri);
        void client.diagnostics(uri, 1).then(() => suspects.answered(uri));
      }
      return client;
    };

    const first = await start();
    assert.notEqual(await first.ended, 0);
    assert.match(first.log.join(''), /heap out of memory/u);
    assert.equal(
      suspects.ended((uri) => files.get(uri)?.length ?? 0),
      'file:///tmp/lớn.md',
    );

    const second = await start();
    const found = await second.diagnostics('file:///tmp/nhỏ.md', 1);
    assert.ok(found.some(({ code }) => code === 'national-title'));
    assert.equal(await second.stop(), 0);
  });
});
