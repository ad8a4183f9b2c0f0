import assert from 'node:assert/strict';
import { mark, openPreview, pageOf, stateOf } from './previewPage.mjs';

describe('the preview’s page in a browser', function () {
  this.timeout(30_000);
  let preview;
  let page;
  beforeEach(async () => {
    preview = await openPreview({ width: 800, height: 700 });
    page = preview.page;
    await preview.tell(stateOf());
  });
  afterEach(async () => {
    assert.deepEqual(preview.faults, []);
    await preview.close();
  });

  const top = () => page.evaluate(() => document.querySelector('#pages').scrollTop);
  const pageNumber = () => page.locator('#bar output').textContent();
  const sheetWidth = async () => (await page.locator('.sheet').first().boundingBox()).width;

  /** A point of the first page, in points, as one of the window. */
  async function at(x, y) {
    const box = await page.locator('.sheet').first().boundingBox();
    const scale = box.width / 595.28;
    return [box.x + x * scale, box.y + y * scale];
  }

  it('draws every page, says which is in view, and tells what it shows', async () => {
    assert.equal(await page.locator('.sheet').count(), 5);
    assert.equal(await pageNumber(), 'Trang 1/5');
    assert.equal((await preview.told('shown')).at(-1).shown.marks, 1);
    await page.getByRole('button', { name: 'Trang sau' }).click();
    await page.waitForFunction(() => document.querySelector('output').value === 'Trang 2/5');
    assert.equal((await preview.told('scrolled')).at(-1).line >= 28, true);
  });

  it('lets PageDown scroll', async () => {
    await page.locator('.sheet').first().focus();
    await page.keyboard.press('PageDown');
    await page.waitForFunction(() => document.querySelector('#pages').scrollTop > 300);
    await page.keyboard.press('End');
    await page.waitForFunction(() => document.querySelector('output').value === 'Trang 5/5');
  });

  it('zooms by keys, by the wheel with Ctrl and by the bar, and fits the width again', async () => {
    const fit = await sheetWidth();
    await page.locator('.sheet').first().focus();
    await page.keyboard.press('0');
    assert.ok(Math.abs((await sheetWidth()) - (595.28 * 96) / 72) < 1);
    await page.keyboard.press('+');
    assert.equal(await page.locator('.percent').textContent(), '110 %');
    await page.keyboard.press('Control+-');
    assert.equal(await page.locator('.percent').textContent(), '100 %');
    await page.mouse.move(400, 400);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -100);
    await page.keyboard.up('Control');
    await page.waitForFunction(
      () => parseInt(document.querySelector('.percent').textContent) > 110,
    );
    await page.getByRole('button', { name: 'Vừa bề ngang' }).click();
    assert.equal(await sheetWidth(), fit);
    assert.equal((await preview.told('zoom')).at(-1).zoom, 'fit');
  });

  it('tells a click as a point of the page, and lets a double click select a word', async () => {
    await page.mouse.click(...(await at(120, 68)));
    await page.waitForFunction(() => globalThis.told.some(({ type }) => type === 'source'));
    const [{ at: point }] = await preview.told('source');
    assert.equal(point.page, 0);
    assert.ok(Math.abs(point.x - 120) < 1 && Math.abs(point.y - 68) < 1, JSON.stringify(point));
    await page.mouse.dblclick(...(await at(95, 68)));
    await page.waitForTimeout(400);
    assert.equal((await preview.told('source')).length, 1);
    assert.equal((await page.evaluate(() => String(getSelection()))).trim(), 'Dòng');
  });

  it('has its words as text over the drawing, for readers and for finding', async () => {
    const first = page.locator('.text span').first();
    assert.match(await first.textContent(), /^Dòng 0: Ủy ban/);
    const [x, y] = await at(85, 60);
    const box = await first.boundingBox();
    assert.ok(Math.abs(box.x - x) < 1 && Math.abs(box.y - y) < 1);
    assert.equal(await page.evaluate(() => globalThis.find('Dòng 95')), true);
    assert.equal(await page.locator('.text').first().getAttribute('lang'), 'vi');
  });

  it('says a diagnostic under the pointer and at the keyboard, as words and never as code', async () => {
    const tooltip = page.locator('#tooltip');
    await page.mouse.move(...(await at(mark.x + 20, mark.y + 8)));
    assert.equal(await tooltip.textContent(), `Cảnh báo: ${mark.message}`);
    await page.mouse.move(...(await at(500, 700)));
    assert.equal(await tooltip.isVisible(), false);
    const button = page.getByRole('button', { name: /^Cảnh báo: Thiếu dấu/ });
    await button.focus();
    assert.equal(await tooltip.isVisible(), true);
    await page.keyboard.press('Escape');
    assert.equal(await tooltip.isVisible(), false);
    await page.keyboard.press('Enter');
    assert.equal((await preview.told('source')).length, 1);
    assert.equal(await page.locator('#tooltip b, .marks b').count(), 0);
  });

  it('turns diagnostics off and pins by its bar', async () => {
    await page.getByRole('button', { name: 'Hiện lỗi trên trang' }).click();
    assert.equal((await preview.told('diagnostics'))[0].on, false);
    await preview.tell(stateOf({ diagnostics: false, pinned: true }));
    assert.equal(await page.locator('.mark').count(), 0);
    const pin = page.getByRole('button', { name: 'Ghim' });
    assert.equal(await pin.getAttribute('aria-pressed'), 'true');
    await pin.click();
    assert.equal((await preview.told('pin')).length, 1);
  });

  it('follows the editor without telling that it was scrolled', async () => {
    await preview.tell({ type: 'scroll', line: 60 });
    assert.equal(await pageNumber(), 'Trang 3/5');
    assert.deepEqual(await preview.told('scrolled'), []);
    await page.mouse.move(400, 400);
    await page.mouse.wheel(0, 300);
    await page.waitForFunction(() => globalThis.told.some(({ type }) => type === 'scrolled'));
    assert.ok((await preview.told('scrolled')).at(-1).line > 60);
  });

  it('marks the caret’s block and brings it into view', async () => {
    const box = { page: 2, x: 85, y: 300, width: 460, height: 32 };
    await preview.tell({ type: 'place', boxes: [box], reveal: false });
    assert.equal(await top(), 0);
    await preview.tell({ type: 'place', boxes: [box], reveal: true });
    assert.equal(await page.locator('.place div').count(), 1);
    assert.ok((await top()) > 1000);
  });

  it('keeps the sheets whose pages are the same and draws only the others', async () => {
    await page.evaluate(() => {
      for (const sheet of document.querySelectorAll('.sheet')) sheet.kept = true;
    });
    const pages = stateOf().pages.map((page) => ({ ...page, drawing: undefined }));
    await preview.tell(stateOf({ pages: [pages[0], pageOf('new', 30), ...pages.slice(1)] }));
    const kept = await page.evaluate(() =>
      [...document.querySelectorAll('.sheet')].map((sheet) => sheet.kept === true),
    );
    assert.deepEqual(kept, [true, false, true, true, true, true]);
  });

  it('shows a message above the pages that stay', async () => {
    await preview.tell(stateOf({ message: 'Chưa nhận ra thể thức <img src=x onerror=evil()>' }));
    assert.match(await page.locator('#message').textContent(), /<img src=x/);
    assert.equal(await page.locator('#message img').count(), 0);
    assert.equal(await page.locator('.sheet').count(), 5);
  });

  it('runs and loads nothing that a drawing or a text brings', async () => {
    const evil = [
      '<script>globalThis.evil = 1</script>',
      '<path d="M0 0h5" onclick="globalThis.evil = 2" style="fill:red"/>',
      `<image href="${preview.origin}/evil.png" width="9" height="9"/>`,
      `<use href="${preview.origin}/evil.svg#a"/>`,
      '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="globalThis.evil = 3"/></p></foreignObject>',
      '<animate onbegin="globalThis.evil = 4" attributeName="x" dur="1s"/>',
    ];
    await preview.tell(stateOf({ pages: [pageOf('evil', 0, evil.join(''))] }));
    await page.evaluate(() => {
      const image = document.createElement('img');
      image.src = '/evil2.png';
      const script = document.createElement('script');
      script.textContent = 'globalThis.evil = 5';
      const button = document.createElement('button');
      button.setAttribute('onclick', 'globalThis.evil = 6');
      document.body.append(image, script, button);
      button.click();
    });
    await page.waitForTimeout(200);
    assert.equal(await page.evaluate(() => globalThis.evil), undefined);
    assert.deepEqual(
      preview.served.filter((name) => name.includes('evil')),
      [],
    );
    const names = await page.evaluate(() =>
      [...document.querySelector('.drawing').shadowRoot.querySelectorAll('*')].map(
        ({ localName }) => localName,
      ),
    );
    assert.equal(names.includes('script') || names.includes('foreignObject'), false);
  });
});
