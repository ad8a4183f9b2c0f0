import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { letterSample, planSample } from '../../server/rules/samples.ts';
import {
  edited,
  LanguageClient,
  pullCapabilities,
  pushCapabilities,
  rangeOf,
  textAt,
} from '../support/languageClient.ts';

const uri = 'file:///tmp/ke-hoach.md';
const badMotto = 'Độc lập – Tự do – Hạnh phúc';
const goodMotto = 'Độc lập - Tự do - Hạnh phúc';
const wrongPlan = planSample().replace(goodMotto, badMotto);

/** A notification as it goes over the wire. */
function message(method: string, params: unknown): string {
  const body = JSON.stringify({ jsonrpc: '2.0', method, params });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

const codes = (diagnostics: readonly Diagnostic[]): readonly unknown[] =>
  diagnostics.map(({ code }) => code);

describe('language server over stdio', () => {
  let client: LanguageClient;
  beforeEach(() => {
    client = new LanguageClient();
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    assert.deepEqual(client.shown, []);
  });

  /** Starts a client that pulls and lets the server wait for its configuration until what is returned is called. */
  async function initializeWaiting(): Promise<() => void> {
    let answer: (configuration: null) => void = () => assert.fail('not made yet');
    client.configuration = new Promise((asked) => (answer = asked));
    await client.initialize({
      ...pullCapabilities,
      workspace: { ...pullCapabilities.workspace, configuration: true },
    });
    return () => answer(null);
  }

  it('tells what it can do', async () => {
    const { capabilities, serverInfo } = await client.initialize();
    assert.equal(serverInfo?.name, 'vanban');
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2 });
    assert.equal(capabilities.foldingRangeProvider, true);
    assert.equal(capabilities.diagnosticProvider, undefined);
  });

  it('publishes diagnostics of the version that it read, with code, severity and source', async () => {
    await client.initialize();
    await client.open(uri, wrongPlan, 'markdown', 7);
    const found = await client.diagnostics(uri, 7);
    const [motto] = found.filter(({ code }) => code === 'national-title');
    assert.ok(motto, JSON.stringify(found));
    assert.equal(motto.severity, 1);
    assert.equal(motto.source, 'vanban');
    assert.ok(textAt(wrongPlan, motto.range).includes(badMotto));
  });

  it('follows edits as they are typed', async () => {
    await client.initialize();
    await client.open(uri, planSample());
    assert.deepEqual(codes(await client.diagnostics(uri, 1)), []);
    const start = rangeOf(planSample(), 'Tự do').start;
    const dash = { line: start.line, character: start.character - 2 };
    const range = { start: dash, end: { ...dash, character: dash.character + 1 } };
    await client.change(uri, 2, [{ range, text: '–' }]);
    await client.change(uri, 3, [{ range, text: '-' }]);
    assert.deepEqual(codes(await client.diagnostics(uri, 3)), []);
  });

  it('publishes nothing for a version that a newer one has replaced', async () => {
    await client.initialize();
    await client.open(uri, planSample());
    await client.diagnostics(uri, 1);
    const start = { line: 0, character: 0 };
    const range = { start, end: start };
    const changes = Array.from({ length: 29 }, (_, index) =>
      message('textDocument/didChange', {
        textDocument: { uri, version: index + 2 },
        contentChanges: [{ range, text: ' ' }],
      }),
    );
    client.sendRaw(changes.join(''));
    await client.diagnostics(uri, 30);
    const versions = client.published.map(({ version }) => version ?? 0);
    assert.deepEqual(
      versions,
      [...versions].sort((a, b) => a - b),
    );
    assert.ok(versions.length < 30, String(versions));
  });

  it('holds back what touches the caret until the person has paused', async () => {
    await client.initialize();
    await client.open(uri, planSample());
    await client.diagnostics(uri, 1);
    const start = rangeOf(planSample(), 'Tự do').start;
    const dash = { line: start.line, character: start.character - 2 };
    const range = { start: dash, end: { ...dash, character: dash.character + 1 } };
    await client.change(uri, 2, [{ range, text: '–' }]);
    assert.deepEqual(codes(await client.diagnostics(uri, 2)), []);
    const later = await client.diagnostics(uri, 2, (found) => found.length > 0);
    assert.deepEqual(codes(later), ['national-title']);
  });

  it('shows what was held back as soon as the caret leaves', async () => {
    await client.initialize();
    await client.open(uri, planSample());
    await client.diagnostics(uri, 1);
    const start = rangeOf(planSample(), 'Tự do').start;
    const dash = { line: start.line, character: start.character - 2 };
    const range = { start: dash, end: { ...dash, character: dash.character + 1 } };
    await client.change(uri, 2, [{ range, text: '–' }]);
    await client.diagnostics(uri, 2);
    await client.connection.sendNotification('vanban/caret', {
      uri,
      position: { line: 30, character: 0 },
    });
    await client.diagnostics(uri, 2, (found) => found.length > 0);
  });

  it('clears the diagnostics of a file that is closed', async () => {
    await client.initialize();
    await client.open(uri, wrongPlan);
    await client.diagnostics(uri, 1);
    const next = client.nextPublished(uri);
    await client.close(uri);
    assert.deepEqual((await next).diagnostics, []);
  });

  it('answers clients that ask, and sends those nothing', async () => {
    const { capabilities } = await client.initialize(pullCapabilities);
    assert.ok(capabilities.diagnosticProvider);
    await client.open(uri, wrongPlan);
    const report = await client.pull(uri);
    assert.equal(report.kind, 'full');
    assert.deepEqual(codes(report.kind === 'full' ? report.items : []), ['national-title']);
    const again = await client.pull(uri, report.resultId);
    assert.equal(again.kind, 'unchanged');
    assert.deepEqual(client.published, []);
  });

  it('asks such a client to ask again when the text has changed meanwhile', async () => {
    const answer = await initializeWaiting();
    await client.open(uri, planSample());
    const stale = client.pull(uri);
    await client.change(uri, 2, [{ text: wrongPlan }]);
    await client.folds(uri);
    answer();
    await assert.rejects(stale, { code: -32802, data: { retriggerRequest: true } });
    const report = await client.pull(uri);
    assert.deepEqual(codes(report.kind === 'full' ? report.items : []), ['national-title']);
  });

  it('offers quick fixes for a place, bound to the version, and a comment to ignore the rule', async () => {
    await client.initialize();
    await client.open(uri, wrongPlan, 'markdown', 4);
    const actions = await client.codeActions(uri, rangeOf(wrongPlan, badMotto));
    const [fix] = actions.filter(({ isPreferred }) => isPreferred);
    assert.equal(fix?.kind, 'quickfix');
    assert.deepEqual(codes(fix?.diagnostics ?? []), ['national-title']);
    const [change] = fix?.edit?.documentChanges ?? [];
    assert.deepEqual(change && 'textDocument' in change ? change.textDocument : undefined, {
      uri,
      version: 4,
    });
    assert.equal(edited(wrongPlan, uri, fix?.edit), planSample());

    const ignore = actions.find(({ title }) => title.includes('Bỏ qua national-title'));
    const silenced = edited(wrongPlan, uri, ignore?.edit);
    assert.match(silenced, /<!-- vanban-disable/u);
    await client.change(uri, 5, [{ text: silenced }]);
    assert.deepEqual(codes(await client.diagnostics(uri, 5)), []);
  });

  it('offers only the kinds of action that are asked for', async () => {
    await client.initialize();
    await client.open(uri, wrongPlan);
    const range = rangeOf(wrongPlan, badMotto);
    const kinds = async (only?: readonly string[]): Promise<readonly unknown[]> => [
      ...new Set((await client.codeActions(uri, range, only)).map(({ kind }) => kind)),
    ];
    assert.deepEqual(await kinds(), ['quickfix']);
    assert.deepEqual(await kinds(['quickfix']), ['quickfix']);
    assert.deepEqual(await kinds(['source']), ['source.fixAll.vanban']);
    assert.deepEqual(await kinds(['source.fixAll']), ['source.fixAll.vanban']);
    assert.deepEqual(await kinds(['source.fixAll.vanban']), ['source.fixAll.vanban']);
    assert.deepEqual(await kinds(['source.fixAll.eslint']), []);
    assert.deepEqual(await kinds(['source.organizeImports']), []);
    assert.deepEqual(await kinds(['refactor']), []);
  });

  it('fixes all that is safe at once', async () => {
    await client.initialize();
    const wrong = wrongPlan.replace('về công tác văn thư;', 'về công tác văn thư');
    await client.open(uri, wrong);
    const [all] = await client.codeActions(uri, rangeOf(wrong, 'KẾ HOẠCH'), ['source.fixAll']);
    assert.equal(edited(wrong, uri, all?.edit), planSample());
  });

  it('gives plain changes to clients that know no versions', async () => {
    await client.initialize({});
    await client.open(uri, wrongPlan);
    const actions = await client.codeActions(uri, rangeOf(wrongPlan, badMotto));
    const [fix] = actions.filter(({ isPreferred }) => isPreferred);
    assert.equal(fix?.edit?.documentChanges, undefined);
    assert.equal(edited(wrongPlan, uri, fix?.edit), planSample());
  });

  it('outlines a document by its numbering, with head and recipients', async () => {
    await client.initialize();
    await client.open(uri, planSample());
    const [plan] = await client.symbols(uri);
    assert.equal(plan?.name, 'Kế hoạch 15/KH-UBND');
    const names = plan.children?.map(({ name }) => name) ?? [];
    for (const name of ['Số, ký hiệu', 'Trích yếu', 'Căn cứ', 'I. MỤC ĐÍCH, YÊU CẦU', 'Nơi nhận']) {
      assert.ok(names.includes(name), `${name} in ${names.join(' | ')}`);
    }
    const content = plan.children?.find(({ name }) => name === 'II. NỘI DUNG');
    assert.deepEqual(
      content?.children?.map(({ name }) => name),
      ['1. Thời gian, địa điểm', '2. Kinh phí'],
    );
  });

  it('outlines flat for clients without trees', async () => {
    await client.initialize({});
    await client.open(uri, planSample());
    const symbols = await client.symbols(uri);
    assert.ok(symbols.every((symbol) => 'location' in symbol));
  });

  it('folds sections, bases and recipients', async () => {
    await client.initialize();
    const text = planSample();
    await client.open(uri, text);
    const folds = await client.folds(uri);
    const starts = folds.map(({ startLine }) => startLine);
    for (const word of ['**II. NỘI DUNG**', 'Căn cứ Nghị định', '**Nơi nhận:**']) {
      assert.ok(starts.includes(rangeOf(text, word).start.line), word);
    }
    assert.ok(folds.every(({ startLine, endLine }) => endLine > startLine));
  });

  it('follows the configuration, also when it changes', async () => {
    client.configuration = { language: 'en', rules: {} };
    await client.initialize({
      ...pushCapabilities,
      workspace: { configuration: true, workspaceEdit: { documentChanges: true } },
    });
    await client.open(uri, wrongPlan);
    const [english] = await client.diagnostics(uri, 1);
    assert.doesNotMatch(english?.message ?? '', /cần|Thiếu|phải/u);

    client.configuration = { language: 'vi', rules: { 'national-title': 'hint' } };
    const changed = client.nextPublished(uri);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: null,
    });
    const [vietnamese] = (await changed).diagnostics;
    assert.equal(vietnamese?.severity, 4);
    assert.notEqual(vietnamese?.message, english?.message);

    client.configuration = { rules: { 'national-title': 'off' } };
    const off = client.nextPublished(uri);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: null,
    });
    assert.deepEqual((await off).diagnostics, []);
  });

  it('takes the configuration from clients that cannot be asked', async () => {
    await client.initialize(pushCapabilities, { rules: { 'national-title': 'off' } });
    await client.open(uri, wrongPlan);
    assert.deepEqual(codes(await client.diagnostics(uri, 1)), []);
    const changed = client.nextPublished(uri);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { vanban: { rules: { 'national-title': 'info' } } },
    });
    assert.equal((await changed).diagnostics[0]?.severity, 3);
  });

  it('tells a client that asks to ask again when the configuration changes', async () => {
    await client.initialize({
      ...pullCapabilities,
      workspace: { configuration: true, diagnostics: { refreshSupport: true } },
    });
    await client.open(uri, wrongPlan);
    const before = await client.pull(uri);
    client.configuration = { rules: { 'national-title': 'off' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: null,
    });
    const after = await client.pull(uri, before.resultId);
    assert.deepEqual(after.kind === 'full' ? after.items : undefined, []);
    assert.equal(client.refreshes, 1);
  });

  it('writes the head in its other form, there and back, and says why where it cannot', async () => {
    await client.initialize({ textDocument: { codeAction: { disabledSupport: true } } });
    const kind = ['refactor.rewrite.vanban.head'];
    const text = planSample();
    await client.open(uri, text);
    const [there] = await client.codeActions(uri, rangeOf(text, 'KẾ HOẠCH'), kind);
    assert.equal(there?.title, 'Khai phần đầu bằng YAML');
    assert.deepEqual(
      (await client.codeActions(uri, rangeOf(text, 'KẾ HOẠCH'), ['refactor'])).map(
        ({ title }) => title,
      ),
      ['Khai phần đầu bằng YAML', 'Khai phần đầu, căn cứ, nơi nhận và chữ ký bằng YAML'],
    );
    const declared = edited(text, uri, there.edit);
    assert.match(declared, /^---\nloại: Kế hoạch\n/u);
    assert.deepEqual(await client.codeActions(uri, rangeOf(text, 'Nơi nhận'), kind), []);
    const other = 'file:///tmp/declared.md';
    await client.open(other, declared);
    const [back] = await client.codeActions(other, rangeOf(declared, 'loại'), kind);
    assert.equal(back?.title, 'Viết phần đầu thành các dòng chữ');
    assert.match(edited(declared, other, back.edit), /\*\*KẾ HOẠCH\*\*/u);
    const wrong = 'file:///tmp/wrong.md';
    await client.open(wrong, text.replace(goodMotto, badMotto));
    const [refused] = await client.codeActions(wrong, rangeOf(text, 'KẾ HOẠCH'), kind);
    assert.match(refused?.disabled?.reason ?? '', /national-title.*hãy sửa trước/u);
  });

  it('reports in any file of its own language, however little it holds', async () => {
    await client.initialize();
    const own = 'file:///tmp/a.vb.md';
    await client.open(own, letterSample().replace(goodMotto, badMotto), 'vanban-markdown');
    assert.ok((await client.diagnostics(own, 1)).length > 0);
  });

  it('previews a document or says why not', async () => {
    await client.initialize();
    await client.open(uri, planSample(), 'markdown', 3);
    const answer: { version: number; documents: unknown[]; pages: string[]; message?: string } =
      await client.connection.sendRequest('vanban/preview', { uri });
    assert.equal(answer.version, 3);
    assert.deepEqual(answer.documents, [{ index: 0, title: 'Kế hoạch 15/KH-UBND' }]);
    assert.ok(answer.pages.length > 0 || answer.message !== undefined);
    const closed: { message?: string } = await client.connection.sendRequest('vanban/preview', {
      uri: 'file:///none.md',
    });
    assert.ok(closed.message);
  });

  it('answers a request that was cancelled, and goes on', async () => {
    const answer = await initializeWaiting();
    await client.open(uri, wrongPlan);
    const { CancellationTokenSource } = await import('vscode-jsonrpc/node.js');
    const source = new CancellationTokenSource();
    const cancelled = client.connection.sendRequest(
      'textDocument/diagnostic',
      { textDocument: { uri } },
      source.token,
    );
    source.cancel();
    await client.folds(uri);
    answer();
    await assert.rejects(cancelled);
    assert.equal((await client.pull(uri)).kind, 'full');
  });

  it('answers for files that are not open with nothing', async () => {
    await client.initialize(pullCapabilities);
    const none = 'file:///none.md';
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    assert.deepEqual(await client.codeActions(none, range), []);
    assert.deepEqual(await client.symbols(none), []);
    assert.deepEqual(await client.folds(none), []);
    assert.deepEqual(await client.pull(none), { kind: 'full', items: [] });
  });
});

describe('vanban lsp --stdio', () => {
  it('is the same server', async () => {
    const client = new LanguageClient('vanban lsp');
    await client.initialize();
    await client.open(uri, wrongPlan);
    assert.deepEqual(codes(await client.diagnostics(uri, 1)), ['national-title']);
    assert.equal(await client.stop(), 0);
  });
});
