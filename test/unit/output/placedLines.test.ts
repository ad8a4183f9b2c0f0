import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocuments } from '../../../server/document/parseDocuments.ts';
import { paragraphsOf, type Block, type ParagraphBlock } from '../../../server/output/block.ts';
import { blocksOf } from '../../../server/output/blocks.ts';
import { defaultLayout } from '../../../server/output/layout.ts';
import { drawnPages } from '../../../server/output/pageSvg.ts';
import { placeTexts, type PlacedText } from '../../../server/output/placedLines.ts';
import { printable } from '../../../server/output/typstText.ts';
import { typstOf } from '../../../server/output/typst.ts';
import { TypstEngine } from '../../../server/output/typstEngine.ts';
import { letterSample, planSample } from '../../../server/rules/samples.ts';
import { parseSource } from '../../../server/source/parseSource.ts';
import { sharedTexts } from '../../support/sharedTexts.ts';
import { engineAssets } from './installedAssets.ts';

/** How many characters of a paragraph are drawn. */
const isSeen = (character: string): boolean =>
  !/[\s\p{Default_Ignorable_Code_Point}]/u.test(printable(character));

const plain = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u;

describe('texts placed on pages', () => {
  let engine: TypstEngine;
  before(async () => {
    engine = await TypstEngine.load(engineAssets);
  });

  function place(blocks: readonly Block[]): readonly PlacedText[] {
    const pages = drawnPages(
      engine.svg(typstOf(blocks, { title: 'thử' }, defaultLayout, { tagged: true })),
    );
    const paragraphs = blocks.flatMap(paragraphsOf);
    return placeTexts(
      pages.map(({ texts }) => texts),
      paragraphs,
      defaultLayout,
    );
  }

  function check(blocks: readonly Block[], name: string): void {
    const texts = place(blocks);
    blocks.flatMap(paragraphsOf).forEach((paragraph, index) => {
      const own = texts.filter((each) => each.paragraph === index);
      const whole = paragraph.runs.map((run) => run.text).join('');
      const covered = new Set(
        own.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
      );
      let at = 0;
      for (const character of whole) {
        // the renderer orders the letters of some scripts anew; none of them is Vietnamese
        if (isSeen(character) && plain.test(whole))
          assert.ok(covered.has(at), `${name}: ${whole} at ${at}`);
        at += character.length;
      }
      for (const { from, to, stops, text, width } of own) {
        const named = [...whole.slice(from, to)].filter(isSeen).join('');
        assert.equal(
          [...text].filter(isSeen).join('').toLowerCase(),
          printable(named).toLowerCase(),
          name,
        );
        assert.ok(0 <= from && from < to && to <= whole.length, name);
        assert.equal(stops.length, text.length + 1);
        assert.ok(
          stops.every((stop, at) => stop >= (stops[at - 1] ?? 0) - 0.01 && stop <= width + 0.01),
        );
      }
    });
  }

  const blocksIn = (text: string): readonly Block[] =>
    parseDocuments(parseSource(text)).flatMap((document) => blocksOf(document, defaultLayout));

  it('are all of every paragraph, in order', () => {
    check(blocksIn(planSample()), 'plan');
    check(blocksIn(letterSample()), 'letter');
    const rows = Array.from(
      { length: 60 },
      (_, row) => `| ${row} | Việc ${row} | Phòng ${row % 7} |`,
    );
    check(
      blocksIn(planSample({ body: `| TT | Việc | Ai |\n|---|---|---|\n${rows.join('\n')}` })),
      'table',
    );
    check(
      blocksIn(planSample({ body: 'Số liệu[^1] đã rà soát[^2].\n\n[^1]: Báo cáo.\n\n[^2]: Sổ.' })),
      'notes',
    );
  });

  it('stand below one another within the paper', () => {
    for (const { x, y, width, height } of place(blocksIn(planSample()))) {
      assert.ok(x >= 84 && x + width <= 595.3 && y >= 0 && y + height <= 842.5);
    }
  });

  it('stand on one baseline, whether they may break or not', () => {
    const texts = place(blocksIn(planSample({ body: 'Theo Kế hoạch số 27/KH-UBND của xã./.' })));
    const line = texts.filter(({ text }) => /Theo|27\/KH|của xã/u.test(text));
    assert.ok(line.length > 1);
    assert.equal(new Set(line.map(({ y }) => y.toFixed(2))).size, 1);
  });

  it('are found for any text', () => {
    const pieces = fc.constantFrom(
      '$x$ #let ',
      '<b>&amp;',
      '\\u{41}',
      '"',
      'ß',
      '\uD800',
      '😀',
      'a\u0301',
      'ŉ ',
      '`',
      '~@',
      '//',
      '[[',
      '2. ',
      'Điều 5',
      '\u200B',
      '\u2060',
      '- ',
    );
    const text = fc
      .array(fc.oneof(pieces, fc.string({ unit: 'grapheme' })), { maxLength: 12 })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (texts) => {
        const blocks = texts.map((each): ParagraphBlock => ({
          kind: 'paragraph',
          style: 'body',
          runs: [{ text: each, bold: false, italic: false }],
          span: undefined,
        }));
        check(blocks, JSON.stringify(texts));
      }),
      { numRuns: 60 },
    );
  });

  for (const { name, text } of sharedTexts()) {
    it(`are all of every paragraph of ${name}`, () => check(blocksIn(text), name));
  }
});
