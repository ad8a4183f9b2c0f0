import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Document } from '../../../server/document/document.ts';
import { parseDocuments } from '../../../server/document/parseDocuments.ts';
import { paragraph } from '../../../server/output/block.ts';
import { documentProperties } from '../../../server/output/documentProperties.ts';
import { layOut } from '../../../server/output/laidOut.ts';
import { defaultLayout } from '../../../server/output/layout.ts';
import { pdfOf, type PdfKind } from '../../../server/output/pdf.ts';
import { archived } from '../../../server/output/pdfArchive.ts';
import { Typesetter } from '../../../server/output/typeset.ts';
import { planSample } from '../../../server/rules/samples.ts';
import { parseSource } from '../../../server/source/parseSource.ts';
import { drawnPdfText, pdfText, readsPdf } from '../../support/pdfText.ts';
import { bundledWorkerAssets } from './installedAssets.ts';

function documentOf(text: string): Document {
  const [document] = parseDocuments(parseSource(text));
  assert.ok(document);
  return document;
}

describe('a PDF file', function () {
  const { assets, remove } = bundledWorkerAssets();
  const typesetter = new Typesetter(assets);
  after(async () => {
    await typesetter.dispose();
    remove();
  });

  async function made(text: string, kind: PdfKind = 'pdf'): Promise<Uint8Array> {
    const document = documentOf(text);
    const laidOut = await layOut(document, {}, () => Promise.resolve(undefined));
    const result = await pdfOf(laidOut, documentProperties(document), typesetter, kind);
    assert.equal(result.state, 'done', JSON.stringify(result));
    return result.state === 'done' ? result.bytes : new Uint8Array();
  }

  it('keeps the words of a table that is wider than the page in their cells', async function () {
    if (!readsPdf) this.skip();
    const cells = (words: string): string => `| ${Array(12).fill(words).join(' | ')} |`;
    const body = [cells('Mã'), cells('---'), cells('HS2026000001')].join('\n');
    const text = drawnPdfText(await made(planSample({ body })));
    assert.doesNotMatch(text, /HS2026000001/u);
    assert.equal(text.replace(/\s/gu, '').split('HS2026000001').length - 1, 12);
  });

  it('is the same bytes on every run', async () => {
    for (const kind of ['pdf', 'pdfa'] as const) {
      assert.deepEqual(await made(planSample(), kind), await made(planSample(), kind));
    }
  });

  it('names its title, its agency, its language and the document’s own date', async () => {
    const text = Buffer.from(await made(planSample())).toString('utf8');
    assert.match(text, /<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Kế hoạch 15\/KH-UBND</u);
    assert.match(text, /<dc:creator><rdf:Seq><rdf:li>[^<]*ỦY BAN NHÂN DÂN XÃ/u);
    assert.match(text, /\/Lang \(vi\)/u);
    assert.match(text, /<xmp:CreateDate>2026-03-05T00:00:00Z</u);
    const undated = planSample().replace(/ngày 05 tháng 3 năm 2026/u, 'ngày   tháng 3 năm 2026');
    assert.doesNotMatch(
      Buffer.from(await made(undated)).toString('utf8'),
      /CreateDate|CreationDate/u,
    );
  });

  it('holds the fonts that it uses, each in full control of its letters', async () => {
    const text = Buffer.from(await made(planSample())).toString('latin1');
    const fonts = [...text.matchAll(/\/Type \/FontDescriptor/gu)].length;
    assert.ok(fonts >= 2);
    assert.equal([...text.matchAll(/\/FontFile2 \d+ 0 R/gu)].length, fonts);
    assert.ok([...text.matchAll(/\/ToUnicode \d+ 0 R/gu)].length >= fonts);
  });

  it('gives back the words of the document, to be searched', async function () {
    if (!readsPdf) this.skip();
    const body = 'Nghị định số 30/2020/NĐ-CP ngày 05-3.\n\nGiai đoạn 2021-2025./.';
    const text = pdfText(await made(planSample({ body })));
    for (const words of ['30/2020/NĐ-CP', '05-3', '2021-2025./.', 'CỘNG HÒA XÃ HỘI', 'Nơi nhận:']) {
      assert.ok(text.includes(words), `${words} in ${text}`);
    }
    assert.doesNotMatch(text, /[\u200B\u2060]/u);
  });

  it('gives back any text as that text, whatever syntax it looks like', async function () {
    if (!readsPdf) this.skip();
    const piece = fc.constantFrom(
      ...'#"\\[]{}()$*_`=-+/<>@~;:,.!&|^%',
      'aĐộ1',
      '#read("x")',
      '</w:t>',
      '<script>',
      '&amp;',
      'ẫỡừ',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 20 }), async (pieces) => {
        const text = pieces.join('');
        const source = `#set text(font: "Tinos")\n#"${[...text].map((c) => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`).join('')}"`;
        const result = await typesetter.pdf(source, []);
        assert.equal(result.state, 'done');
        if (result.state !== 'done') return;
        assert.equal(pdfText(result.pdf).replace(/\s/gu, ''), text.normalize('NFC'));
      }),
      { numRuns: 25 },
    );
  });

  it('gives back whatever the font can show, in the order in which it stands', async function () {
    if (!readsPdf) this.skip();
    const covers = await typesetter.coverage();
    const visible = fc
      .integer({ min: 0x21, max: 0x2fff })
      .filter((code) => covers(code) && !/[\s\p{M}\p{C}\p{Z}]/u.test(String.fromCodePoint(code)))
      // scripts written from right to left are turned round by those who read PDF files
      .filter((code) => !/[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(String.fromCodePoint(code)));
    await fc.assert(
      fc.asyncProperty(fc.array(visible, { minLength: 1, maxLength: 60 }), async (codes) => {
        const text = codes.map((code) => String.fromCodePoint(code).normalize('NFC')).join('');
        const laidOut = { blocks: [paragraph('body', text, undefined)], missing: [] };
        const all = { ...laidOut, layout: defaultLayout };
        const result = await pdfOf(all, { title: text }, typesetter, 'pdfa');
        assert.equal(result.state, 'done', JSON.stringify(result));
        if (result.state !== 'done') return;
        const bare = (each: string): string => each.normalize('NFKC').replace(/\s/gu, '');
        assert.equal(bare(drawnPdfText(result.bytes)), bare(text));
      }),
      { numRuns: 40 },
    );
  });

  it('is PDF/A-2b where that is asked for', async () => {
    const bytes = await made(planSample(), 'pdfa');
    const text = Buffer.from(bytes).toString('latin1');
    assert.match(text, /<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>B</u);
    assert.match(text, /\/S \/GTS_PDFA1/u);
    assert.match(text, /\/OutputIntents \[\d+ 0 R\]/u);
    assert.doesNotMatch(text, /\/Encrypt|\/JavaScript|\/Launch|\/EmbeddedFile|LZWDecode/u);
    // annotations are to be printed
    for (const [annotation] of text.matchAll(/\/Type \/Annot[^]*?endobj/gu)) {
      assert.match(annotation, /\/F 4\b/u);
    }
    if (readsPdf) assert.ok(pdfText(bytes).includes('KẾ HOẠCH'));
  });

  it('is an archive whatever keywords of the format its words are', async () => {
    const subject = 'Về endobj, endstream và xref 0 1 trailer %%EOF >> /Metadata 1 0 R';
    const text = planSample({ title: `**KẾ HOẠCH**\n\n**${subject}**` });
    const file = Buffer.from(await made(text, 'pdfa')).toString('latin1');
    assert.match(file, /<pdfaid:part>2<\/pdfaid:part>/u);
    assert.match(file, /endobj, endstream/u);
  });

  it('takes a document of 300 pages', async () => {
    const paragraphs = Array.from(
      { length: 3600 },
      (_, at) =>
        `${at + 1}. ${'Ủy ban nhân dân xã phối hợp với các cơ quan liên quan. '.repeat(3)}`,
    );
    const bytes = await made(planSample({ body: `${paragraphs.join('\n\n')}./.` }), 'pdfa');
    const pages =
      Buffer.from(bytes)
        .toString('latin1')
        .match(/\/Type \/Page\b/gu) ?? [];
    assert.ok(pages.length >= 300, String(pages.length));
    assert.ok(bytes.length < 10_000_000);
  });

  it('refuses to turn what is no PDF of its own into an archive', () => {
    for (const bytes of ['', '%PDF-1.7', '%PDF-1.7\nstartxref\n9\n%%EOF\n']) {
      assert.throws(() => archived(Buffer.from(bytes)));
    }
  });

  it('fails with a reason, not with an exception', async () => {
    const laidOut = await layOut(documentOf(planSample()), {}, () => Promise.resolve(undefined));
    const stopped = new Typesetter({ ...assets, worker: '/nowhere.cjs' });
    const result = await pdfOf(laidOut, { title: 'x' }, stopped, 'pdf');
    assert.equal(result.state, 'failed');
    await stopped.dispose();
  });
});
