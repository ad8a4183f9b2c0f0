import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseDocuments } from '../../server/document/parseDocuments.ts';
import { exportDocument } from '../../server/output/exportDocument.ts';
import { preview as previewOf } from '../../server/output/preview.ts';
import { Typesetter } from '../../server/output/typeset.ts';
import { bundledAssets } from '../../server/output/typesetAssets.ts';
import { readPictureIn } from '../../server/pictureFiles.ts';
import { planSample } from '../../server/rules/samples.ts';
import { parseSource } from '../../server/source/parseSource.ts';
import { openPage } from '../testHost/browser.mjs';
import { openPreview, stateOf } from './previewPage.mjs';

/** Whatever a document may hold to make a reader's program act; `act` is what it would do, `remote` where it would go. */
const act = 'globalThis.acted=1';
const remote = 'http://remote.invalid';
const attacks = [
  `<script>${act}</script>`,
  `<script src="${remote}/a.js"></script>`,
  `<img src="${remote}/b.png" onerror="${act}">`,
  `<img src=x onerror=${act}>`,
  `<svg onload="${act}"><script>${act}</script><image href="${remote}/c.png"/></svg>`,
  `<iframe src="${remote}/d" srcdoc="<script>parent.acted=1</script>"></iframe>`,
  `<object data="${remote}/e"></object><embed src="${remote}/f">`,
  `<style>@import url(${remote}/g.css); body { background: url(${remote}/h.png) }</style>`,
  `<link rel="stylesheet" href="${remote}/i.css"><link rel="preload" href="${remote}/j" as="script">`,
  `<meta http-equiv="refresh" content="0;url=${remote}/k">`,
  `<base href="${remote}/"><form action="${remote}/l"><button autofocus onfocus="${act}">x</button></form>`,
  `<details open ontoggle="${act}"><summary>x</summary></details>`,
  `<video src="${remote}/m" autoplay onloadstart="${act}"></video>`,
  `[nhấn](javascript:${act})`,
  `[nhấn](data:text/html,<script>${act}</script>)`,
  `![ảnh](${remote}/n.png)`,
  `![ảnh](//remote.invalid/o.png)`,
  `![ảnh](javascript:${act})`,
  `![ảnh](data:image/svg+xml,<svg onload="${act}"/>)`,
  `![" onerror="${act}](khong-co.png)`,
  `#eval("1") #import "${remote}/p.typ" $x$ @ref \`#raw\``,
  `]]><script>${act}</script><![CDATA[ </svg><script>${act}</script> &lt;script&gt;${act}&lt;/script&gt;`,
];
const row = (text) => `| ${text.replaceAll('|', '\\|')} |`;
const text = planSample({
  title: `**KẾ HOẠCH**\n\n**Tổ chức <img src=x onerror=${act}> năm 2026**`,
  body: [
    ...attacks,
    ...attacks.map((attack) => `Câu ${attack} cuối.`),
    [row('Cột'), '|---|', ...attacks.map(row)].join('\n'),
    `<table><tr><td onclick="${act}">${attacks.join('')}</td></tr></table>`,
    `Chú thích[^1].\n\n[^1]: ${attacks[0]} ${attacks[2]}`,
  ].join('\n\n'),
});

describe('a document that would act', function () {
  this.timeout(60_000);
  const assets = bundledAssets(fileURLToPath(new URL('../../dist/', import.meta.url)));
  let typesetter;
  let document;
  before(() => {
    typesetter = new Typesetter(assets);
    [document] = parseDocuments(parseSource(text));
  });
  after(() => typesetter.dispose());

  const readPicture = (path) => readPictureIn(tmpdir(), tmpdir(), path);

  /** Takes down every address that the page asks for, and every window that it opens. */
  function watched(page) {
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('dialog', (dialog) => asked.push(`dialog ${dialog.message()}`));
    page.on('popup', (popup) => asked.push(`popup ${popup.url()}`));
    return asked;
  }

  async function pressEverything(page) {
    await page.evaluate(() => {
      const all = (root) =>
        [...root.querySelectorAll('*')].flatMap((each) => [
          each,
          ...(each.shadowRoot ? all(each.shadowRoot) : []),
        ]);
      for (const each of all(document)) {
        if (each.closest('#bar')) continue;
        for (const type of ['click', 'focus', 'mouseover', 'load', 'error', 'toggle']) {
          each.dispatchEvent(new Event(type, { bubbles: true }));
        }
      }
    });
    await page.waitForLoadState('networkidle');
  }

  it('does nothing and asks for nothing in the preview', async () => {
    const shown = await previewOf(document, { typesetter, readPicture, choices: {}, key: '' });
    assert.ok(shown.pages.length > 1, JSON.stringify(shown.message));
    const preview = await openPreview({ width: 800, height: 700 });
    const asked = watched(preview.page);
    await preview.tell(
      stateOf({
        title: `</title><script>${act}</script>`,
        marks: [],
        pages: shown.pages.map(({ hash, svg, width, height }) => ({
          hash,
          width,
          height,
          drawing: { svg, lines: [{ text: attacks[0], x: 9, y: 9, width: 90, height: 16 }] },
          sourceLines: [],
          tops: [],
        })),
      }),
    );
    assert.equal(await preview.page.locator('.sheet').count(), shown.pages.length);
    await pressEverything(preview.page);
    assert.equal(await preview.page.evaluate(() => globalThis.acted), undefined);
    assert.deepEqual(asked, []);
    assert.deepEqual(preview.faults, []);
    await preview.close();
  });

  it('does nothing and asks for nothing as an exported page', async () => {
    const result = await exportDocument(document, 'html', {
      typesetter: () => typesetter,
      readPicture,
      choices: {},
    });
    assert.equal(result.state, 'done', JSON.stringify(result.state));
    const server = createServer((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(result.bytes);
    });
    await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
    const address = `http://127.0.0.1:${server.address().port}/`;
    const { page, close } = await openPage({ width: 800, height: 700 });
    const asked = watched(page);
    await page.goto(address);
    await pressEverything(page);
    assert.equal(await page.evaluate(() => globalThis.acted), undefined);
    assert.deepEqual(
      asked.filter((each) => !each.startsWith('data:')),
      [address],
    );
    await close();
    server.close();
  });
});
