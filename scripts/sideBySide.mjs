// `npx tsx scripts/sideBySide.mjs <the decree's appendix III as PDF>`: the pictures of docs/images that set an official
// form beside a document of ours in the preview, as PDF and as LibreOffice lays out the Word file. Needs a build,
// LibreOffice, poppler and Chromium.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PageStore } from '../client/preview/pageStore.ts';
import { OpenDocument } from '../server/features/openDocument.ts';
import { Previews } from '../server/features/preview.ts';
import { Typesetter } from '../server/output/typeset.ts';
import { planSample } from '../server/rules/samples.ts';
import { openPreview } from '../test/browser/previewPage.mjs';
import { openPage } from '../test/testHost/browser.mjs';
import { bundledWorkerAssets } from '../test/unit/output/installedAssets.ts';
import { layOutByOffice } from '../test/word/office.ts';
import { inRoot } from './paths.mjs';

const [official] = process.argv.slice(2);
if (official === undefined) throw new Error('Name the PDF file of the appendix with the forms.');

const forms = [
  { picture: 'mau-1-4.png', title: 'Mẫu 1.4', page: 8, text: planSample() },
  {
    picture: 'mau-1-5.png',
    title: 'Mẫu 1.5',
    page: 9,
    text: readFileSync(inRoot('examples/cong-van.vb.md'), 'utf8'),
  },
];

const folder = mkdtempSync(join(tmpdir(), 'vanban-pictures-'));
const { assets, remove } = bundledWorkerAssets();
const typesetter = new Typesetter(assets);
try {
  for (const form of forms) {
    const panels = [
      {
        caption: `NĐ 30/2020/NĐ-CP, Phụ lục III, ${form.title}`,
        image: raster(official, form.page),
      },
      { caption: 'Trang xem trước', image: await previewOf(form.text) },
      ...exportsOf(form.text),
    ];
    await compose(panels, inRoot('docs/images', form.picture));
  }
} finally {
  await typesetter.dispose();
  remove();
  rmSync(folder, { recursive: true, force: true });
}

/** A page of a PDF file as PNG. */
function raster(pdf, page) {
  const name = join(folder, 'page');
  const range = ['-f', String(page), '-l', String(page)];
  execFileSync('pdftoppm', ['-png', '-r', '80', '-singlefile', ...range, pdf, name]);
  return readFileSync(`${name}.png`);
}

/** The first page as the preview's own page in a browser draws it. */
async function previewOf(text) {
  const uri = 'file:///van-ban.md';
  const previews = new Previews({
    pageSetter: () => typesetter,
    readPicture: () => Promise.resolve(undefined),
  });
  const shown = await previews.show(new OpenDocument(uri, 'markdown', 1, text), { uri }, {}, []);
  const store = new PageStore();
  store.take(shown.pages);
  const { page, tell, close } = await openPreview({ width: 760, height: 1100 });
  try {
    await tell({
      type: 'state',
      uri,
      version: shown.version,
      language: 'vi',
      title: shown.title,
      pages: store.toSend(),
      marks: [],
      documents: shown.documents,
      index: 0,
      pinned: false,
      diagnostics: false,
      zoom: 'fit',
    });
    return await page.locator('.sheet').first().screenshot();
  } finally {
    await close();
  }
}

function exportsOf(text) {
  const source = join(folder, 'van-ban.md');
  writeFileSync(source, text);
  for (const kind of ['pdf', 'docx']) {
    const args = [inRoot('dist/vanban.cjs'), 'export', '--force', '--to', kind, source];
    execFileSync(process.execPath, args, { cwd: folder });
  }
  const pdf = raster(join(folder, 'van-ban.pdf'), 1);
  layOutByOffice([join(folder, 'van-ban.docx')], folder);
  return [
    { caption: 'Tệp PDF', image: pdf },
    { caption: 'Tệp Word, LibreOffice dàn trang', image: raster(join(folder, 'van-ban.pdf'), 1) },
  ];
}

async function compose(panels, file) {
  const { page, close } = await openPage({ width: 1240, height: 1800 });
  try {
    const figures = panels.map(
      ({ caption, image }) =>
        `<figure><figcaption>${caption}</figcaption><img src="data:image/png;base64,${Buffer.from(image).toString('base64')}"></figure>`,
    );
    const style = `body{margin:0;display:grid;grid-template-columns:1fr 1fr;gap:12px;font:15px sans-serif}
      figure{margin:0}figcaption{padding:4px}img{width:100%;border:1px solid #999;box-sizing:border-box}`;
    await page.setContent(`<style>${style}</style>${figures.join('')}`);
    await page.screenshot({ path: file, fullPage: true });
  } finally {
    await close();
  }
}
