import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Uri, workspace } from 'vscode';
import type { Api } from '../../../client/api.ts';
import { vanban } from '../support/workspace.ts';

describe('exchanging files in VS Code', () => {
  let api: Api;
  let folder = '';
  before(async () => {
    api = await vanban();
    const [root] = workspace.workspaceFolders ?? [];
    assert.ok(root);
    folder = join(root.uri.fsPath, 'trao đổi');
    mkdirSync(folder);
    const dossier = readFileSync(join(root.uri.fsPath, 'dossier.md'), 'utf8');
    writeFileSync(join(folder, 'kế hoạch.md'), dossier);
    writeFileSync(join(folder, 'ghi chú.md'), '# Ghi chú\n\nMua sữa.\n');
  });

  it('writes a folder’s documents as Word and PDF beside them, and nothing else', async () => {
    for (const format of ['docx', 'pdf'] as const) {
      const written = await api.exchange.export(format, [Uri.file(folder)]);
      assert.ok(written.length >= 1, format);
      for (const uri of written) {
        const bytes = readFileSync(uri.fsPath);
        assert.equal(
          bytes.subarray(0, 4).toString('latin1'),
          format === 'pdf' ? '%PDF' : 'PK\u0003\u0004',
        );
      }
    }
    assert.ok(!existsSync(join(folder, 'ghi chú.docx')));
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.endsWith('.tmp')),
      [],
    );
  }).timeout(60_000);

  it('takes a Word file back as a document, its head declared', async () => {
    const source = readdirSync(folder).find((name) => name.endsWith('.docx'));
    assert.ok(source);
    const file = join(folder, 'nhập.docx');
    writeFileSync(file, readFileSync(join(folder, source)));
    const [written] = await api.exchange.import([Uri.file(file)]);
    assert.ok(written);
    assert.match(readFileSync(written.fsPath, 'utf8'), /Nơi nhận/u);
  }).timeout(60_000);

  it('says why a file is none to read, and writes nothing', async () => {
    const file = join(folder, 'hỏng.docx');
    writeFileSync(file, 'không phải Word');
    assert.deepEqual(await api.exchange.import([Uri.file(file)]), []);
    assert.ok(!existsSync(join(folder, 'hỏng.md')));
  });
});
