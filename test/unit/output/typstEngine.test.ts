import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocuments } from '../../../server/document/parseDocuments.ts';
import { blocksOf } from '../../../server/output/blocks.ts';
import { defaultLayout } from '../../../server/output/layout.ts';
import { drawnPages, type DrawnPage } from '../../../server/output/pageSvg.ts';
import { typstOf } from '../../../server/output/typst.ts';
import { TypstEngine } from '../../../server/output/typstEngine.ts';
import { letterSample, planSample } from '../../../server/rules/samples.ts';
import { parseSource } from '../../../server/source/parseSource.ts';
import { engineAssets } from './installedAssets.ts';

function sourceOf(text: string): string {
  const blocks = parseDocuments(parseSource(text)).flatMap((document) =>
    blocksOf(document, defaultLayout),
  );
  return typstOf(blocks, { title: 'thử' }, defaultLayout, { tagged: true });
}

describe('the Typst engine', () => {
  let worn: TypstEngine;
  before(async () => {
    worn = await TypstEngine.load(engineAssets);
  });

  it('draws the same pages whatever it drew before', async () => {
    const paragraph = fc.constantFrom(
      'Nội dung của kế hoạch.',
      'Các phòng, ban **rà soát** số liệu.',
      '| TT | Việc |\n|---|---|\n| 1 | Rà soát |\n| 2 | Tổng hợp |',
      'Số liệu[^1] đã rà soát.\n\n[^1]: Báo cáo.',
      Array.from({ length: 30 }, (_, index) => `Việc thứ ${index} ệ.`).join('\n\n'),
      '- một\n- hai',
    );
    const body = fc.array(paragraph, { maxLength: 5 }).map((parts) => parts.join('\n\n'));
    const known = new Map<string, DrawnPage>();
    await fc.assert(
      fc.asyncProperty(body, fc.boolean(), async (parts, letter) => {
        const source = sourceOf(
          letter ? letterSample({ body: parts }) : planSample({ body: parts }),
        );
        const fresh = await TypstEngine.load(engineAssets);
        assert.deepEqual(drawnPages(worn.svg(source), known), drawnPages(fresh.svg(source)));
      }),
      { numRuns: 20 },
    );
  });

  it('draws the letters written, not those in their place before', () => {
    const bodies = ['á', 'ơ', 'ạ', 'ỡ', '😀', '🐀', 'a', 'ơ'];
    for (const body of bodies) {
      const drawing = worn.svg(sourceOf(planSample({ body: `Chữ ${body}.` })));
      assert.ok(drawing.includes(`Chữ ${body}.`), body);
    }
  });

  it('goes on after a source that does not compile', () => {
    const source = sourceOf(planSample());
    const before = drawnPages(worn.svg(source));
    assert.throws(() => worn.svg('#let'));
    assert.deepEqual(drawnPages(worn.svg(source)), before);
  });

  it('holds no more and no more after many edits', () => {
    const body = (edit: number): string =>
      Array.from({ length: 60 }, (_, at) => `Việc ${at === 30 ? edit : at}.`).join('\n\n');
    worn.svg(sourceOf(planSample({ body: body(0) })));
    const before = worn.memory;
    for (let edit = 0; edit < 60; edit += 1) worn.svg(sourceOf(planSample({ body: body(edit) })));
    assert.ok(worn.memory - before < 40_000_000, `${worn.memory - before}`);
  });
});
