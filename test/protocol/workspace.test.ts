import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import { letterSample, planSample } from '../../server/rules/samples.ts';
import { Folder } from '../support/commandLine.ts';
import { LanguageClient, pullCapabilities, pushCapabilities } from '../support/languageClient.ts';

const citing = planSample({
  bases: '',
  body: 'Theo Công văn số 215/SNV-VP ngày 21/01/2026 của Sở Nội vụ./.',
});
const register =
  '"Số, ký hiệu",Ngày ban hành,Cơ quan,Trích yếu\n58/KH-SNV,19/01/2026,Sở Nội vụ,kiểm tra văn thư\n';
/** A PNG of one pixel. */
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('a workspace', () => {
  let folder: Folder;
  let client: LanguageClient;
  const uriOf = (name: string): string => pathToFileURL(join(folder.path, name)).href;
  const start = async (capabilities: ClientCapabilities = pushCapabilities): Promise<void> => {
    client = new LanguageClient();
    await client.initialize(capabilities, undefined, uriOf(''));
  };
  const rules = async (name: string, version: number, wanted: string): Promise<boolean> => {
    const found = await client.diagnostics(uriOf(name), version, (diagnostics) =>
      diagnostics.some(({ code }) => code === wanted),
    );
    return found.length > 0;
  };

  beforeEach(() => {
    folder = new Folder();
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    assert.deepEqual(client.shown, []);
    folder.remove();
  });

  it('checks a citation against a document on disk, once that has been read', async () => {
    folder.write('2026/công văn (1).md', letterSample());
    await start();
    await client.open(uriOf('ke-hoach.md'), citing);
    assert.ok(await rules('ke-hoach.md', 1, 'citation-conflict'));
  });

  it('follows what is edited in the editor, and goes back to the disk when it is closed', async () => {
    folder.write('cong-van.md', letterSample());
    await start();
    await client.open(uriOf('ke-hoach.md'), citing);
    assert.ok(await rules('ke-hoach.md', 1, 'citation-conflict'));

    const mended = letterSample({ place: '*Phú Thọ, ngày 21 tháng 01 năm 2026*' });
    client.published.length = 0;
    await client.open(uriOf('cong-van.md'), mended);
    await client.diagnostics(uriOf('ke-hoach.md'), 1, (found) =>
      found.every(({ code }) => code !== 'citation-conflict'),
    );

    client.published.length = 0;
    await client.close(uriOf('cong-van.md'));
    assert.ok(await rules('ke-hoach.md', 1, 'citation-conflict'));
  });

  it('follows what changes on disk', async () => {
    await start();
    await client.open(uriOf('ke-hoach.md'), citing);
    await client.diagnostics(uriOf('ke-hoach.md'), 1);
    folder.write('cong-van.md', letterSample());
    const told = (type: 1 | 2 | 3): Promise<void> =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: uriOf('cong-van.md'), type }],
      });
    await told(1);
    assert.ok(await rules('ke-hoach.md', 1, 'citation-conflict'));
    client.published.length = 0;
    folder.remove();
    await told(3);
    await client.diagnostics(uriOf('ke-hoach.md'), 1, (found) =>
      found.every(({ code }) => code !== 'citation-conflict'),
    );
  });

  it('knows the office’s register', async () => {
    folder.write('.vanban/register.csv', register);
    await start();
    const text = planSample({
      bases: '',
      body: 'Theo Kế hoạch số 58/KH-SNV ngày 09/01/2026 của Sở Nội vụ./.',
    });
    await client.open(uriOf('ke-hoach.md'), text);
    assert.ok(await rules('ke-hoach.md', 1, 'citation-register'));
  });

  it('knows the register nearest above a file, be it above the workspace or below', async () => {
    const text = planSample({
      bases: '',
      body: 'Theo Kế hoạch số 58/KH-SNV ngày 09/01/2026 của Sở Nội vụ./.',
    });
    folder.write('.vanban/register.csv', register);
    folder.write('so/xa/.vanban/register.csv', register.replace('19/01', '09/01'));
    folder.write('so/ke-hoach.md', text);
    client = new LanguageClient();
    await client.initialize(pushCapabilities, undefined, uriOf('so'));
    await client.open(uriOf('so/ke-hoach.md'), text);
    assert.ok(await rules('so/ke-hoach.md', 1, 'citation-register'));
    await client.open(uriOf('so/xa/ke-hoach.md'), text);
    await client.diagnostics(uriOf('so/xa/ke-hoach.md'), 1, (found) =>
      found.every(({ code }) => code !== 'citation-register'),
    );
  });

  it('follows folders that join the workspace and leave it', async () => {
    folder.write('khac/cong-van.md', letterSample());
    client = new LanguageClient();
    await client.initialize(
      { ...pushCapabilities, workspace: { workspaceFolders: true } },
      undefined,
      uriOf('day'),
    );
    await client.open(uriOf('day/ke-hoach.md'), citing);
    await client.diagnostics(uriOf('day/ke-hoach.md'), 1);
    const other = [{ uri: uriOf('khac'), name: 'khac' }];
    const change = (added: typeof other, removed: typeof other): Promise<void> =>
      client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added, removed },
      });
    await change(other, []);
    assert.ok(await rules('day/ke-hoach.md', 1, 'citation-conflict'));
    client.published.length = 0;
    await change([], other);
    await client.diagnostics(uriOf('day/ke-hoach.md'), 1, (found) =>
      found.every(({ code }) => code !== 'citation-conflict'),
    );
  });

  it('takes pictures from folders that joined the workspace, and from none that left it', async () => {
    folder.write('hai/hinh/x.png', Buffer.from(pixel, 'base64'));
    client = new LanguageClient();
    await client.initialize(
      { ...pushCapabilities, workspace: { workspaceFolders: true } },
      undefined,
      uriOf('mot'),
    );
    const told = async (): Promise<readonly string[]> => {
      const result: { told: string[] } = await client.connection.sendRequest('vanban/export', {
        uri: uriOf('hai/con/a.md'),
        text: planSample({ body: '![](../hinh/x.png)' }),
        format: 'docx',
      });
      return result.told;
    };
    const change = (added: readonly string[], removed: readonly string[]): Promise<void> =>
      client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: {
          added: added.map((uri) => ({ uri, name: 'hai' })),
          removed: removed.map((uri) => ({ uri, name: 'hai' })),
        },
      });
    assert.match((await told()).join(), /x\.png/u);
    await change([uriOf('hai')], []);
    assert.deepEqual(await told(), []);
    await change([], [`${uriOf('hai')}/`]);
    assert.match((await told()).join(), /x\.png/u);
  });

  it('asks a client that pulls to ask again, and says that the answer is another', async () => {
    await start({
      ...pullCapabilities,
      workspace: { ...pullCapabilities.workspace, diagnostics: { refreshSupport: true } },
    });
    await client.open(uriOf('ke-hoach.md'), citing);
    const first = await client.pull(uriOf('ke-hoach.md'));
    assert.ok(first.kind === 'full');
    assert.ok(first.items.every(({ code }) => code !== 'citation-conflict'));
    folder.write('cong-van.md', letterSample());
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('cong-van.md'), type: 1 }],
    });
    for (let tries = 0; client.refreshes === 0 && tries < 200; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.ok(client.refreshes > 0);
    const report = await client.pull(uriOf('ke-hoach.md'));
    assert.ok(report.kind === 'full');
    assert.ok(report.items.some(({ code }) => code === 'citation-conflict'));
    const again = await client.pull(uriOf('ke-hoach.md'), report.resultId);
    assert.equal(again.kind, 'unchanged');
  });
});
