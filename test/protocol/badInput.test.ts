import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { planSample, frontMatterPlanSample } from '../../server/rules/samples.ts';
import { LanguageClient, textAt } from '../support/languageClient.ts';

const badMotto = 'Độc lập – Tự do – Hạnh phúc';
const wrongPlan = planSample().replace('Độc lập - Tự do - Hạnh phúc', badMotto);

/** Anything that a file may hold: none of it may stop the server. */
const inputs: Readonly<Record<string, string>> = {
  'an empty file': '',
  'a file of blanks': ' \n\t\n',
  'only a heading': '# Kế hoạch',
  'broken YAML': frontMatterPlanSample().replace('số:', 'số: ["'),
  'front matter that never ends': '---\nloại: Kế hoạch\n\nCăn cứ',
  'YAML that is a list': '---\n- a\n- b\n---\n',
  'YAML aliases that explode':
    '---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c]\n---\n',
  'binary bytes': Array.from({ length: 5000 }, (_, at) => String.fromCharCode((at * 7) % 256)).join(
    '',
  ),
  'lone surrogates': `KẾ HOẠCH \uD800 \uDC00\n${planSample()}`,
  'a byte order mark': `\uFEFF${wrongPlan}`,
  CRLF: wrongPlan.replaceAll('\n', '\r\n'),
  'lone CR': wrongPlan.replaceAll('\n', '\r'),
  NFD: wrongPlan.normalize('NFD'),
  'mixed line endings': wrongPlan.replaceAll('\n\n', '\n\r\n').replaceAll('**\n', '**\r'),
  'fifty documents': wrongPlan.repeat(50),
  'one very long line': `${planSample()}\n${'Căn cứ Quyết định số 15/QĐ-UBND ngày 31/9/2026; '.repeat(4000)}`,
  'deep quotes and lists': `${'>'.repeat(2000)} a\n\n${'- '.repeat(2000)}b\n`,
  'a wall of stars': '*'.repeat(20_000),
  'unclosed marks': `${planSample()}\n<!-- \`\`\` ** [ ](`,
};

describe('bad input', () => {
  let client: LanguageClient;
  before(async () => {
    client = new LanguageClient();
    await client.initialize();
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
    assert.deepEqual(client.shown, []);
    assert.deepEqual(
      client.log.filter((line) => line.includes('vanban:')),
      [],
    );
  });

  for (const [name, text] of Object.entries(inputs)) {
    it(`neither stops nor misleads: ${name}`, async () => {
      const uri = `file:///tmp/${encodeURIComponent(name)}.vb.md`;
      await client.open(uri, text, 'vanban-markdown');
      const found = await client.diagnostics(uri, 1);
      assertInside(found, text);
      const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
      await client.codeActions(uri, range);
      await client.symbols(uri);
      await client.folds(uri);
      await client.close(uri);
    });
  }

  for (const name of ['a byte order mark', 'CRLF', 'lone CR', 'NFD', 'mixed line endings']) {
    it(`counts places right with ${name}`, async () => {
      const text = inputs[name] ?? '';
      const uri = `file:///tmp/places-${encodeURIComponent(name)}.md`;
      await client.open(uri, text);
      const found = await client.diagnostics(uri, 1);
      const motto = found.find(({ code }) => code === 'national-title');
      assert.ok(motto, JSON.stringify(found));
      assert.ok(textAt(text, motto.range).normalize('NFC').includes(badMotto));
    });
  }

  it('reports once a document in a file of fifty', async () => {
    const uri = 'file:///tmp/fifty.md';
    await client.open(uri, inputs['fifty documents'] ?? '');
    const found = await client.diagnostics(uri, 1);
    assert.equal(found.filter(({ code }) => code === 'national-title').length, 50);
    assert.equal((await client.symbols(uri)).length, 50);
  });

  it('says at the top that a file of 10 MB is too large', async () => {
    const uri = 'file:///tmp/large.vb.md';
    const text = wrongPlan.repeat(Math.ceil(10_000_000 / wrongPlan.length));
    await client.open(uri, text, 'vanban-markdown');
    const found = await client.diagnostics(uri, 1);
    assert.ok(
      found.some(({ code, range }) => code === 'file-limit' && range.start.line === 0),
      JSON.stringify(found.slice(0, 3)),
    );
    assert.equal((await client.symbols(uri)).length > 0, true);
  });
});

function assertInside(found: readonly Diagnostic[], text: string): void {
  const lines = text.split(/\r\n|\n|\r/u);
  for (const { range, message } of found) {
    for (const { line, character } of [range.start, range.end]) {
      assert.ok(line < lines.length && character <= (lines[line]?.length ?? 0), message);
    }
  }
}
