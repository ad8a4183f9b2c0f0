import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CompletionItem, Diagnostic } from 'vscode-languageserver-protocol';
import { planSample } from '../../server/rules/samples.ts';
import { Folder, vanban } from '../support/commandLine.ts';
import { LanguageClient } from '../support/languageClient.ts';

const text = planSample({
  nation: '**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**  \n**Độc lập – Tự do – Hạnh phúc**',
  body: 'Các doanh nghiêp tham gia hàng năm; dùng Zaloo và mạng lươi.',
});

const config = [
  'language: en',
  'rules:',
  '  national-title: info',
  '  syllable: {level: error, words: [Zaloo]}',
  'types:',
  '  ke-hoach: {rules: {subject-missing: off}}',
  'terms: {mạng lươi: mạng lưới}',
].join('\n');

describe('the config file', () => {
  let folder: Folder;
  let client: LanguageClient;
  const uriOf = (name: string): string => pathToFileURL(join(folder.path, name)).href;

  beforeEach(() => {
    folder = new Folder();
    client = new LanguageClient();
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    folder.remove();
  });

  const severities = ['', 'error', 'warning', 'info', 'hint'];
  const ofEditor = (found: readonly Diagnostic[]): readonly string[] =>
    found
      .map(({ code, severity, range, message }) =>
        JSON.stringify([code, severities[severity ?? 0], range, message]),
      )
      .sort();
  const ofCommand = async (name: string): Promise<readonly string[]> => {
    const { out } = await vanban(folder.path, ['lint', '--format', 'json', name]);
    const { files } = JSON.parse(out) as {
      files: {
        diagnostics: { rule: string; severity: string; range: unknown; message: string }[];
      }[];
    };
    return (files[0]?.diagnostics ?? [])
      .map(({ rule, severity, range, message }) => JSON.stringify([rule, severity, range, message]))
      .sort();
  };

  it('makes the editor and the command line say the same', async () => {
    folder.write('.vanban/config.yml', config);
    folder.write('2026/ke-hoach.md', text);
    await client.initialize(undefined, undefined, uriOf('2026'));
    await client.open(uriOf('2026/ke-hoach.md'), text);
    const found = ofEditor(await client.diagnostics(uriOf('2026/ke-hoach.md'), 1));
    assert.deepEqual(found, await ofCommand('2026/ke-hoach.md'));
    assert.ok(found.some((one) => one.startsWith('["national-title","info"')));
    assert.ok(found.some((one) => one.startsWith('["preferred-term"')));
    assert.ok(found.every((one) => !one.includes('Zaloo')));
  });

  it('brings the office’s own rules, its baseline and its exemptions to both', async () => {
    folder.write('.vanban/config.yml', 'exclude: [cu]\nrules: {nha/ten-so: error}\n');
    folder.write(
      '.vanban/rules.yml',
      [
        'rules:',
        '  - id: nha/ten-so',
        '    kind: term',
        '    write: mạng lươi',
        '    instead: mạng lưới',
        '    message: viết sai',
        '    why: từ của nhà',
        '    bad: Có mạng lươi.',
        '    good: Có mạng lưới.',
      ].join('\n'),
    );
    folder.write('ke-hoach.md', text.replace('mạng lươi', 'mạng lưới'));
    folder.write('cu/ke-hoach.md', text);
    const wrote = await vanban(folder.path, ['baseline', 'write', 'ke-hoach.md']);
    assert.equal(wrote.status, 0);
    folder.write('ke-hoach.md', text);
    await client.initialize(undefined, undefined, uriOf(''));
    await client.open(uriOf('ke-hoach.md'), text);
    const found = ofEditor(await client.diagnostics(uriOf('ke-hoach.md'), 1));
    assert.deepEqual(found, await ofCommand('ke-hoach.md'));
    assert.ok(found.some((one) => one.startsWith('["nha/ten-so","error"')));
    assert.ok(found.every((one) => !one.includes('national-title')));
    await client.open(uriOf('cu/ke-hoach.md'), text);
    assert.deepEqual(await client.diagnostics(uriOf('cu/ke-hoach.md'), 1), []);
    assert.deepEqual(await ofCommand('cu/ke-hoach.md'), []);
  });

  it('is followed when it changes, and gives way to the editor’s own settings', async () => {
    folder.write('.vanban/config.yml', 'rules: {national-title: info}\n');
    const uri = uriOf('ke-hoach.md');
    await client.initialize(undefined, { rules: { spacing: 'off' } }, uriOf(''));
    await client.open(uri, text);
    const levelIs = (level: number) => (found: readonly Diagnostic[]) =>
      found.some(({ code, severity }) => code === 'national-title' && severity === level);
    await client.diagnostics(uri, 1, levelIs(3));
    folder.write('.vanban/config.yml', 'rules: {national-title: hint}\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('.vanban/config.yml'), type: 2 }],
    });
    await client.diagnostics(uri, 1, levelIs(4));
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { vanban: { rules: { 'national-title': 'error' } } },
    });
    await client.diagnostics(uri, 1, levelIs(1));
  });

  it('brings the change of a file that it names, wherever that is', async () => {
    const rule = (written: string): string =>
      [
        'rules:',
        '  - id: nha/a',
        '    kind: term',
        `    write: ${written}`,
        '    instead: khác',
        '    message: sai',
        '    why: từ của nhà',
        `    bad: Có ${written}.`,
        '    good: Có khác.',
      ].join('\n');
    folder.write('so/.vanban/config.yml', 'house: [../quy tắc/chung (1).yml]\n');
    folder.write('quy tắc/chung (1).yml', rule('gì đó'));
    const uri = uriOf('so/ke-hoach.md');
    await client.initialize(undefined, undefined, uriOf('so'));
    await client.open(uri, text);
    await client.diagnostics(uri, 1);
    folder.write('quy tắc/chung (1).yml', rule('mạng lươi'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: uriOf('quy tắc/chung (1).yml').replace('(', '%28').replace(')', '%29'), type: 2 },
      ],
    });
    const found = await client.diagnostics(uri, 1, (all) =>
      all.some(({ code }) => code === 'nha/a'),
    );
    assert.ok(found.length > 0);
  });

  it('is checked and completed while it is written', async () => {
    const uri = uriOf('.vanban/config.yml');
    const written = 'rules:\n  quote: off\n  sec\n';
    await client.initialize(undefined, undefined, uriOf(''));
    await client.open(uri, 'rules:\n  quote: off\n', 'yaml');
    const [found] = await client.diagnostics(uri, 1, (all) => all.length > 0);
    assert.deepEqual(found?.range, {
      start: { line: 1, character: 2 },
      end: { line: 1, character: 7 },
    });
    assert.match(found.message, /quotes/u);
    await client.change(uri, 2, [{ text: written }]);
    const items: CompletionItem[] = await client.connection.sendRequest('textDocument/completion', {
      textDocument: { uri },
      position: { line: 2, character: 5 },
    });
    const item = items.find(({ label }) => label === 'section-level');
    assert.deepEqual(item?.textEdit, {
      range: { start: { line: 2, character: 2 }, end: { line: 2, character: 5 } },
      newText: 'section-level: ',
    });
    await client.open(uriOf('a.md'), text);
    assert.deepEqual(
      await client.connection.sendRequest('textDocument/completion', {
        textDocument: { uri: uriOf('a.md') },
        position: { line: 2, character: 5 },
      }),
      [],
    );
  });
});
