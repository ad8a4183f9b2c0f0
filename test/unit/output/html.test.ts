import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocuments } from '../../../server/document/parseDocuments.ts';
import { exportDocument } from '../../../server/output/exportDocument.ts';
import { htmlOfPages } from '../../../server/output/html.ts';
import { Typesetter } from '../../../server/output/typeset.ts';
import { planSample } from '../../../server/rules/samples.ts';
import { parseSource } from '../../../server/source/parseSource.ts';
import { bundledWorkerAssets } from './installedAssets.ts';

/** A transparent pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

const decoded = (html: string): string =>
  html.replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)));
const words = (html: string): string =>
  decoded([...html.matchAll(/<text [^>]*>([^<]*)<\/text>/gu)].map((match) => match[1]).join('\n'));

describe('an HTML file', () => {
  const { assets, remove } = bundledWorkerAssets();
  const typesetter = new Typesetter(assets);
  after(async () => {
    await typesetter.dispose();
    remove();
  });

  async function made(text: string): Promise<string> {
    const [document] = parseDocuments(parseSource(text));
    assert.ok(document);
    const result = await exportDocument(document, 'html', {
      typesetter: () => typesetter,
      readPicture: () => Promise.resolve(pixel),
      choices: {},
    });
    assert.equal(result.state, 'done', JSON.stringify(result));
    return result.state === 'done' ? new TextDecoder().decode(result.bytes) : '';
  }

  it('holds the pages with their words, and nothing that runs or is fetched', async () => {
    const body = 'Theo Nghị định số 30/2020/NĐ-CP.\n\n![Sơ đồ](so-do.png)\n\nHết./.';
    const html = await made(planSample({ body }));
    assert.equal(html, await made(planSample({ body })));
    assert.match(html, /<html lang="vi">/u);
    assert.match(html, /<title>Kế hoạch 15\/KH-UBND<\/title>/u);
    assert.match(html, /<image [^>]*href="data:image\/png;base64,/u);
    const text = words(html);
    for (const expected of ['30/2020/NĐ-CP', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Nơi nhận:']) {
      assert.ok(text.includes(expected), text);
    }
    const noNames = html.replaceAll('http-equiv', '');
    assert.doesNotMatch(noNames, /<script|javascript:|\son[a-z]+=|https?:|@import|<link/iu);
    assert.match(html, /default-src 'none'/u);
  });

  it('draws each letter’s outline once for all pages', async () => {
    const body = Array.from({ length: 60 }, (_, at) => `Đoạn ${at} của nội dung.`).join('\n\n');
    const html = await made(planSample({ body }));
    assert.ok((html.match(/<section /gu) ?? []).length >= 2);
    const ids = [...html.matchAll(/\sid="([^"]+)"/gu)].map((match) => match[1]);
    assert.equal(new Set(ids).size, ids.length);
    const uses = new Set([...html.matchAll(/<use [^>]*href="#([^"]+)"/gu)].map((each) => each[1]));
    for (const id of uses) assert.ok(ids.includes(id), id);
  });

  it('shows text that looks like HTML as that text', async () => {
    const body = 'Dòng &lt;script>alert(1)&lt;/script> &amp;amp; "a" \'b\' &lt;/text>./.';
    const html = await made(planSample({ body }));
    assert.doesNotMatch(html, /<script/u);
    const expected = `Dòng <script>alert(1)</script> &amp; "a" 'b' </text>./.`;
    assert.ok(words(html).includes(expected), words(html));
  });

  it('keeps a page that lies as wide as it is', async () => {
    const [page] = htmlOfPages(
      [{ hash: '', svg: '<svg><defs></defs></svg>', width: 842, height: 595, texts: [] }],
      [],
      { title: 'x' },
    ).matchAll(/<section class="([^"]*)"/gu);
    assert.equal(page?.[1], 'page lying');
  });

  it('lets no text become markup', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      "'",
      '</text>',
      '<svg onload=x>',
      ']]>',
      '\0',
      '\uD800',
      'ạ',
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (text) => {
          const line = { page: 0, x: 0, y: 0, width: 9, height: 9, text, source: undefined };
          const page = {
            hash: '',
            svg: '<svg><defs></defs></svg>',
            width: 5,
            height: 9,
            texts: [],
          };
          const html = htmlOfPages([page], [[line]], { title: text, agency: text, subject: text });
          const bare = htmlOfPages([page], [[{ ...line, text: '' }]], {
            title: '',
            agency: '',
            subject: '',
          });
          assert.equal((html.match(/[<>"]/gu) ?? []).length, (bare.match(/[<>"]/gu) ?? []).length);
        },
      ),
    );
  });
});
