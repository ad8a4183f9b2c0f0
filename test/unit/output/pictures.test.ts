import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseDocuments } from '../../../server/document/parseDocuments.ts';
import { picturesOf, type Block } from '../../../server/output/block.ts';
import { blocksOf } from '../../../server/output/blocks.ts';
import { imageSize } from '../../../server/output/imageSize.ts';
import { defaultLayout } from '../../../server/output/layout.ts';
import { drawnPages } from '../../../server/output/pageSvg.ts';
import { pictureOf, withPictures } from '../../../server/output/pictures.ts';
import { typstOf } from '../../../server/output/typst.ts';
import { TypstEngine } from '../../../server/output/typstEngine.ts';
import { readPictureIn, readPictureOf } from '../../../server/pictureFiles.ts';
import { planSample } from '../../../server/rules/samples.ts';
import { parseSource } from '../../../server/source/parseSource.ts';
import { engineAssets } from './installedAssets.ts';

/** 40 × 20 pixels. */
const png = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAACgAAAAUCAAAAADaLSBnAAAAFElEQVR4nGNIIxIwjCocVTiqEAQAoJY+0EWrzskAAAAASUVORK5CYII=',
    'base64',
  ),
);

function blocks(body: string, after = ''): readonly Block[] {
  const [document] = parseDocuments(parseSource(planSample({ body, after })));
  assert.ok(document);
  return blocksOf(document, defaultLayout);
}

const kinds = (found: readonly Block[]): readonly string[] =>
  found
    .filter(({ kind }) => kind !== 'paragraph' && kind !== 'head' && kind !== 'closing')
    .map((block) =>
      block.kind === 'annexBreak' || block.kind === 'orientationBreak'
        ? `${block.kind} ${block.orientation}`
        : block.kind,
    );

const svgs = (drawing: string): readonly string[] => drawnPages(drawing).map(({ svg }) => svg);

describe('pictures of a document', () => {
  it('stand where the text names them', () => {
    const found = blocks(
      'Đoạn một.\n\n![Sơ đồ](so-do.png)\n\nĐoạn hai ![nhỏ](a.png) ở giữa.\n\nĐoạn ba.',
    );
    const order = found.map((block) =>
      block.kind === 'image'
        ? block.path
        : block.kind === 'paragraph'
          ? block.runs.map(({ text }) => text).join('')
          : block.kind,
    );
    const from = order.indexOf('Đoạn một.');
    assert.deepEqual(order.slice(from, from + 5), [
      'Đoạn một.',
      'so-do.png',
      'Đoạn hai  ở giữa.',
      'a.png',
      'Đoạn ba.',
    ]);
  });

  it('are read once each; one that is missing leaves a line that says so', async () => {
    const read: string[] = [];
    const { blocks: found, missing } = await withPictures(
      blocks('![Một](a.png)\n\n![Hai](a.png)\n\n![Ba](b.png)\n\n![Bốn](chu.txt)'),
      (path) => {
        read.push(path);
        const files: Record<string, Uint8Array> = { 'a.png': png, 'chu.txt': Buffer.from('chữ') };
        return Promise.resolve(files[path]);
      },
    );
    assert.deepEqual(read, ['a.png', 'b.png', 'chu.txt']);
    assert.equal(picturesOf(found).length, 2);
    assert.deepEqual(
      missing.map(({ block, reason }) => [block.path, reason]),
      [
        ['b.png', 'unreadable'],
        ['chu.txt', 'unknown-format'],
      ],
    );
    const texts = found.flatMap((block) =>
      block.kind === 'paragraph' && block.style === 'missingPicture' ? [block.runs[0]?.text] : [],
    );
    assert.deepEqual(texts, ['[Không có ảnh: Ba]', '[Không có ảnh: Bốn]']);
  });

  it('keep their size or shrink to the text’s width and the page’s height', () => {
    const picture = pictureOf(png);
    assert.ok(picture);
    assert.deepEqual(imageSize(defaultLayout, 'portrait', picture), { width: 30, height: 15 });
    const wide = imageSize(defaultLayout, 'portrait', { ...picture, width: 4000, height: 1000 });
    assert.equal((wide.width * 25.4) / 72, 165);
    assert.equal((wide.width / wide.height).toFixed(6), '4.000000');
    const tall = imageSize(defaultLayout, 'landscape', { ...picture, width: 100, height: 9000 });
    assert.ok((tall.height * 25.4) / 72 <= 170);
  });

  it('appear on the page, a broken one as a grey box', async () => {
    const engine = await TypstEngine.load(engineAssets);
    const broken = png.slice(0, 60);
    for (const bytes of [png, broken]) {
      const { blocks: found } = await withPictures(blocks('![Sơ đồ](a.png)'), () =>
        Promise.resolve(bytes),
      );
      for (const picture of picturesOf(found)) engine.keep(picture);
      const [page = ''] = svgs(engine.svg(typstOf(found, { title: 'thử' }, defaultLayout)));
      assert.match(
        page,
        /<image width="[\d.]+" height="[\d.]+"[^>]* href="data:image\/png;base64,/u,
      );
    }
  });
});

describe('the paper', () => {
  const lying = '<!-- vanban-page landscape -->';
  const standing = '<!-- vanban-trang dọc -->';

  it('turns where a comment says so', () => {
    assert.deepEqual(kinds(blocks(`Một.\n\n${lying}\n\nHai.\n\n${standing}\n\nBa.`)), [
      'orientationBreak landscape',
      'orientationBreak portrait',
    ]);
  });

  it('lies from an annex’s first page where the comment stands before its heading', () => {
    const annex = '**PHỤ LỤC I**\n\n**DANH MỤC**\n\nMột.';
    assert.deepEqual(kinds(blocks('Một.', `${lying}\n\n${annex}`)), ['annexBreak landscape']);
    assert.deepEqual(kinds(blocks('Một.', `${annex}\n\n${lying}\n\n**PHỤ LỤC II**\n\nHai.`)), [
      'annexBreak portrait',
      'annexBreak landscape',
    ]);
  });

  it('is set lying, and numbered on', async () => {
    const engine = await TypstEngine.load(engineAssets);
    const found = blocks(`Một.\n\n${lying}\n\nHai.\n\n${standing}\n\nBa.`);
    const pages = svgs(engine.svg(typstOf(found, { title: 'thử' }, defaultLayout)));
    const widths = pages.map((page) => /width="([\d.]+)pt"/u.exec(page)?.[1]);
    assert.deepEqual(widths, ['596', '842', '596']);
  });
});

describe('picture files', () => {
  const root = mkdtempSync(join(tmpdir(), 'vanban ảnh-'));
  const home = join(root, 'kế hoạch');
  mkdirSync(home);
  writeFileSync(join(home, 'a b.png'), png);
  writeFileSync(join(root, 'chung.png'), png);
  writeFileSync(join(home, 'sơ-đồ.png'.normalize('NFD')), png);
  const outside = mkdtempSync(join(tmpdir(), 'vanban-ngoài-'));
  writeFileSync(join(outside, 'kín.png'), png);
  symlinkSync(join(outside, 'kín.png'), join(home, 'lối.png'));

  it('are read from the workspace alone', async () => {
    for (const path of ['a%20b.png', 'a b.png', '../chung.png', './sơ-đồ.png', 'a b.png']) {
      assert.ok(await readPictureIn(root, home, path), path);
    }
    for (const path of [
      'lối.png',
      `${outside}/kín.png`,
      `../../${outside.split('/').at(-1) ?? ''}/kín.png`,
      'https://example.vn/a.png',
      `file://${home}/a%20b.png`,
      'C:/a.png',
      '//máy/a.png',
      '\\\\máy\\a.png',
      '%2Fetc%2Fpasswd',
      'a%00.png',
      '%E0%A4%A',
      '.',
      'không-có.png',
    ]) {
      assert.equal(await readPictureIn(root, home, path), undefined, path);
    }
  });

  it('are sought from the text’s folder, in its workspace', async () => {
    const uri = pathToFileURL(join(home, 'kế hoạch.md')).href;
    const folders = [pathToFileURL(root).href];
    assert.ok(await readPictureOf(uri, '../chung.png', folders));
    assert.equal(await readPictureOf(uri, '../chung.png', []), undefined);
    assert.ok(await readPictureOf(uri, 'a b.png', []));
    assert.equal(await readPictureOf('untitled:Untitled-1', 'a b.png', folders), undefined);
  });
});
