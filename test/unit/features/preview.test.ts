import assert from 'node:assert/strict';
import { OpenDocument } from '../../../server/features/openDocument.ts';
import { Previews } from '../../../server/features/preview.ts';
import type { PreviewResult } from '../../../server/features/previewProtocol.ts';
import { Typesetter } from '../../../server/output/typeset.ts';
import { planSample } from '../../../server/rules/samples.ts';
import { bundledWorkerAssets } from '../output/installedAssets.ts';

const uri = 'file:///tmp/ke-hoach.md';

describe('previews', () => {
  const { assets, remove } = bundledWorkerAssets();
  const typesetter = new Typesetter(assets);
  const previews = new Previews({
    pageSetter: () => typesetter,
    readPicture: () => Promise.resolve(undefined),
  });
  after(async () => {
    await typesetter.dispose();
    remove();
  });

  const long = Array.from({ length: 60 }, (_, index) => `Nội dung thứ ${index} của kế hoạch.`);
  const text = planSample({ body: `Thông tư số 07/TT-BTC quy định.\n\n${long.join('\n\n')}` });
  const open = (version: number, content = text): OpenDocument =>
    new OpenDocument(uri, 'markdown', version, content);
  const show = (
    document: OpenDocument | undefined,
    known: readonly string[] = [],
  ): Promise<PreviewResult> => previews.show(document, { uri, known }, {}, []);

  it('send each page once, and again only when it changed', async () => {
    const first = await show(open(1));
    assert.ok(first.pages.length >= 3);
    assert.ok(first.pages.every(({ svg }) => svg?.startsWith('<svg ')));
    const known = first.pages.map(({ hash }) => hash);
    const same = await show(open(2), known);
    assert.ok(same.pages.every(({ svg }) => svg === undefined));
    const last = text.replace('Nội dung thứ 59', 'Nội dung thứ năm mươi chín');
    const changed = await show(open(3, last), known);
    assert.deepEqual(
      changed.pages.map(({ svg }) => svg !== undefined),
      [...known.slice(1).map(() => false), true],
    );
  });

  it('read every line of a page with its line of the file', async () => {
    const { pages } = await show(open(1));
    const lines = pages.flatMap((page) => page.lines);
    const sources = text.split('\n');
    for (const { text: read, sourceLine } of lines) {
      if (!/^Nội dung thứ \d+/u.test(read)) continue;
      assert.ok(sourceLine !== undefined && sources[sourceLine]?.startsWith(read), read);
    }
  });

  it('underline what the rules report', async () => {
    const { marks, pages } = await show(open(1));
    const mark = marks.find(({ rule }) => rule === 'citation-year-missing');
    assert.ok(mark && mark.page === 0 && mark.width > 40 && mark.severity === 'error');
    const line = pages[0]?.lines.find(({ text: read }) => read.includes('07/TT-BTC'));
    assert.ok(line && Math.abs(line.y - mark.y) < 4);
  });

  it('lead to the text and back while the version is the one shown', async () => {
    const document = open(5);
    const { pages } = await show(document);
    const line = pages[1]?.lines.find(({ text: read }) => read.startsWith('Nội dung thứ'));
    assert.ok(line);
    const at = { uri, index: 0, version: 5, page: 1, x: line.x + 2, y: line.y + 8 };
    const word = previews.source(document, at);
    assert.ok(word);
    assert.equal(document.text.split('\n')[word.start.line]?.slice(0, 3), 'Nội');
    const place = previews.place(document, {
      uri,
      index: 0,
      version: 5,
      position: { line: word.start.line, character: 4 },
    });
    assert.deepEqual(
      place?.boxes.map(({ page, y }) => [page, y]),
      [[1, line.y]],
    );
    assert.equal(previews.source(open(6), at), null);
    assert.equal(previews.source(undefined, at), null);
    previews.forget(uri);
    assert.equal(previews.source(document, at), null);
  });

  it('say why there is nothing to show', async () => {
    assert.equal((await show(undefined)).version, -1);
    const { pages, message } = await show(open(1, '# Ghi chú\n'));
    assert.deepEqual(pages, []);
    assert.match(message ?? '', /^Chưa nhận ra thể thức/u);
  });
});
