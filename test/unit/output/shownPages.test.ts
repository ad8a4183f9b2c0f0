import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Document } from '../../../server/document/document.ts';
import { parseDocuments } from '../../../server/document/parseDocuments.ts';
import { paragraphsOf } from '../../../server/output/block.ts';
import { blocksOf } from '../../../server/output/blocks.ts';
import { defaultLayout } from '../../../server/output/layout.ts';
import { drawnPages } from '../../../server/output/pageSvg.ts';
import { placeTexts, type PlacedText } from '../../../server/output/placedLines.ts';
import { ShownPages } from '../../../server/output/shownPages.ts';
import { sourceOf } from '../../../server/output/textSource.ts';
import { typstOf } from '../../../server/output/typst.ts';
import { TypstEngine } from '../../../server/output/typstEngine.ts';
import { frontMatterPlanSample, planSample } from '../../../server/rules/samples.ts';
import { parseSource } from '../../../server/source/parseSource.ts';
import { sharedTexts } from '../../support/sharedTexts.ts';
import { engineAssets } from './installedAssets.ts';

function documentOf(text: string): Document {
  const [document] = parseDocuments(parseSource(text));
  assert.ok(document);
  return document;
}

/** How many letters of the paragraphs with a place in the file are found there. */
function share(text: string): { readonly found: number; readonly all: number } {
  let found = 0;
  let all = 0;
  for (const document of parseDocuments(parseSource(text))) {
    for (const paragraph of blocksOf(document, defaultLayout).flatMap(paragraphsOf)) {
      if (!paragraph.span) continue;
      const own = paragraph.runs.map((run) => run.text).join('');
      sourceOf(document, paragraph).forEach((span, at) => {
        if (!/[\p{L}\p{N}]/u.test(own[at] ?? '')) return;
        all += 1;
        if (!span) return;
        found += 1;
        const there = text.slice(span.start, span.end).normalize('NFC').toLowerCase();
        assert.ok(there.includes((own[at] ?? '').toLowerCase()), `${own} at ${at}: ${there}`);
      });
    }
  }
  return { found, all };
}

describe('the text of a page in its file', () => {
  it('is found letter by letter', () => {
    for (const text of [planSample(), frontMatterPlanSample()]) {
      const { found, all } = share(text);
      assert.ok(found >= 0.97 * all, `${found} of ${all}`);
    }
    const marked = planSample({
      body: 'Xã **Hòa** *Bình* \\* và [trang](https://a.vn) &amp; `mã`\ndòng tiếp\\\ndòng nữa.\n\n* một\n+ hai\n1.   ba',
    });
    const { found, all } = share(marked);
    assert.ok(found >= 0.97 * all, `${found} of ${all}`);
  });

  it('is found in decomposed text', () => {
    const { found, all } = share(planSample().normalize('NFD'));
    assert.ok(found >= 0.97 * all, `${found} of ${all}`);
  });

  it('is never another letter, whatever the text', () => {
    const piece = fc.constantFrom(
      '**',
      '*',
      'aa',
      'a',
      ' ',
      '\n',
      '| a | b |\n|---|---|\n',
      'ệ',
      '- ',
      '1. ',
      '&amp;',
      '`',
      '[',
      '](u)',
      'Điều 1. ',
      '\n\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        share(planSample({ body: pieces.join('') }));
      }),
    );
  });

  for (const { name, text } of sharedTexts()) {
    it(`is found in ${name}`, () => {
      const { found, all } = share(text);
      assert.ok(found >= 0.97 * all, `${found} of ${all}`);
    });
  }
});

describe('pages shown', () => {
  const body =
    'Các phòng, ban **rà soát** số liệu của đơn vị mình và gửi báo cáo về Văn phòng trước ngày 15 tháng 3 năm 2026 để tổng hợp, trình Chủ tịch xem xét.';
  const text = planSample({ body });
  const document = documentOf(text);
  const blocks = blocksOf(document, defaultLayout);
  const paragraphs = blocks.flatMap(paragraphsOf);
  let texts: readonly PlacedText[] = [];
  let shown: ShownPages;
  before(async () => {
    const engine = await TypstEngine.load(engineAssets);
    const drawing = engine.svg(typstOf(blocks, { title: 'thử' }, defaultLayout, { tagged: true }));
    texts = placeTexts(
      drawnPages(drawing).map((page) => page.texts),
      paragraphs,
      defaultLayout,
    );
    shown = new ShownPages(document, paragraphs, texts);
  });

  const at = (words: string): { readonly start: number; readonly end: number } => {
    const start = text.indexOf(words);
    assert.ok(start >= 0, words);
    return { start, end: start + words.length };
  };

  it('lead from a click to the word, on every word of a line', () => {
    for (const word of ['phòng,', 'rà', 'soát', 'Văn', 'trước', 'trình', 'xét.']) {
      const [box] = shown.boxesOf(at(word));
      assert.ok(box, word);
      const found = shown.wordAt(box.page, box.x + box.width / 2, box.y + box.height / 2);
      assert.equal(found && text.slice(found.start, found.end), word);
    }
  });

  it('lead nowhere from the margin or from what the norm supplies', () => {
    assert.equal(shown.wordAt(0, 10, 10), undefined);
    assert.equal(shown.wordAt(7, 200, 200), undefined);
  });

  it('show a span over two lines as two boxes', () => {
    const boxes = shown.boxesOf(at(body));
    assert.ok(boxes.length >= 2, `${boxes.length}`);
    assert.ok(new Set(boxes.map((box) => Math.round(box.y))).size >= 2);
  });

  it('give an empty span the letter beside it', () => {
    const { end } = at('tổng hợp');
    const [box, ...others] = shown.boxesOf({ start: end, end });
    assert.ok(box && box.width > 0);
    assert.deepEqual(others, []);
  });

  it('mark the lines of the paragraph at the caret, and of the one before a blank line', () => {
    const inside = shown.boxesAt(at('tổng hợp').start);
    const after = shown.boxesAt(at(body).end + 1);
    assert.ok(inside.length >= 2);
    assert.deepEqual(after, inside);
  });

  it('read as lines in order', () => {
    const [lines = []] = shown.lines(1);
    const read = lines.map((line) => line.text.trim());
    assert.ok(read.includes('KẾ HOẠCH'));
    const first = read.findIndex((line) => line.startsWith('Các phòng, ban rà soát số liệu'));
    assert.ok(first > 0, read.join('\n'));
    assert.ok(lines.every((line) => line.width >= 0 && line.height > 0));
    const source = lines[first]?.source ?? -1;
    assert.ok(source >= at(body).start && source < at(body).end);
  });
});
