import assert from 'node:assert/strict';
import { parseDocuments } from '../../../server/document/parseDocuments.ts';
import type { Document } from '../../../server/document/document.ts';
import { preview, type PreviewMeans } from '../../../server/output/preview.ts';
import type { TypesetResult } from '../../../server/output/typeset.ts';
import { planSample } from '../../../server/rules/samples.ts';
import { parseSource } from '../../../server/source/parseSource.ts';

function documentOf(text: string): Document {
  const [document] = parseDocuments(parseSource(text));
  assert.ok(document);
  return document;
}

const answering = (result: TypesetResult): PreviewMeans => ({
  typesetter: { typeset: () => Promise.resolve(result) },
  readPicture: () => Promise.resolve(undefined),
  choices: {},
  key: '',
});

describe('preview', () => {
  it('gives the pages under the document’s type and number', async () => {
    const pages = [{ hash: 'a', svg: '<svg/>', width: 1, height: 1, texts: [] }];
    const made = await preview(documentOf(planSample()), answering({ state: 'done', pages }));
    assert.equal(made?.title, 'Kế hoạch 15/KH-UBND');
    assert.deepEqual(made.pages, pages);
  });

  it('says plainly that a file holds no such document', async () => {
    const result = await preview(
      documentOf('# Ghi chú\n\nMua sữa.\n'),
      answering({ state: 'outdated' }),
    );
    assert.deepEqual(result?.pages, []);
    assert.match(result?.message?.vi ?? '', /^Chưa nhận ra thể thức văn bản hành chính/u);
    assert.match(result?.message?.en ?? '', /^No administrative document/u);
  });

  it('gives nothing when a newer request took over', async () => {
    const result = await preview(documentOf(planSample()), answering({ state: 'outdated' }));
    assert.equal(result, undefined);
  });

  it('says what went wrong without the compiler’s words', async () => {
    for (const reason of ['error', 'crash', 'timeout'] as const) {
      const failed = answering({ state: 'failed', reason, detail: 'panic at x.rs' });
      const result = await preview(documentOf(planSample()), failed);
      assert.ok(result?.message && !result.message.vi.includes('panic'), reason);
    }
  });
});
