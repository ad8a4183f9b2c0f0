import assert from 'node:assert/strict';
import { parseDocuments } from '../../../server/document/parseDocuments.ts';
import type { TableBlock } from '../../../server/output/block.ts';
import { blocksOf } from '../../../server/output/blocks.ts';
import { columnWidths } from '../../../server/output/columns.ts';
import { defaultLayout } from '../../../server/output/layout.ts';
import { typstOf } from '../../../server/output/typst.ts';
import { TypstEngine } from '../../../server/output/typstEngine.ts';
import { planSample } from '../../../server/rules/samples.ts';
import { parseSource } from '../../../server/source/parseSource.ts';
import { engineAssets } from './installedAssets.ts';
import { pageTexts } from './pageTexts.ts';

const html = [
  '<table><colgroup><col style="width: 10%" /><col style="width: 60%" /><col style="width: 30%" /></colgroup>',
  '<thead><tr><th rowspan="2">STT</th><th colspan="2"><em>Kết quả</em></th></tr>',
  '<tr><th>Việc</th><th>Số</th></tr></thead>',
  '<tbody><tr><td>1</td><td><strong>Tổ chức</strong> <em>hội nghị</em></td><td>82</td></tr>',
  '<tr><td colspan="3">Cộng #strong[x] &lt;b&gt;</td></tr></tbody></table>',
].join('\n');

function blocks(body: string): ReturnType<typeof blocksOf> {
  const [document] = parseDocuments(parseSource(planSample({ body })));
  assert.ok(document);
  return blocksOf(document, defaultLayout);
}

function tableOf(body: string): TableBlock {
  const block = blocks(body).find((each) => each.kind === 'table');
  assert.ok(block);
  return block;
}

describe('a table of raw HTML on the page', () => {
  it('is a table block with its spans, header rows and the author’s widths', () => {
    const table = tableOf(html);
    assert.deepEqual(
      table.header.map(({ style, rowspan, colspan }) => [style, rowspan, colspan]),
      [
        ['headerCell', 2, undefined],
        ['headerCell', undefined, 2],
      ],
    );
    assert.equal(table.headRows, 1);
    assert.deepEqual(table.shares, [0.1, 0.6, 0.3]);
    assert.deepEqual(table.rows[1]?.[1]?.runs, [
      { text: 'Tổ chức', bold: true, italic: false },
      { text: ' ', bold: false, italic: false },
      { text: 'hội nghị', bold: false, italic: true },
    ]);
    const [ordinal = 0, task = 0, figure = 0] = columnWidths(table, defaultLayout, 400);
    assert.ok(ordinal < figure && figure < task);
    assert.ok(Math.abs(ordinal + task + figure - 400) < 0.01);
  });

  it('presses no column for one long word', () => {
    const url = `https://x.vn/${'a'.repeat(120)}`;
    const table = tableOf(`| STT | Đường dẫn |\n|---|---|\n| 10 | ${url} |`);
    const [ordinal = 0, link = 0] = columnWidths(table, defaultLayout, 400);
    assert.ok(ordinal > 30 && Math.abs(ordinal + link - 400) < 0.01);
  });

  it('is drawn with every word, long ones broken, and nothing of it acts as code', async () => {
    const engine = await TypstEngine.load(engineAssets);
    const url = `https://x.vn/${'a'.repeat(120)}`;
    const cut = html.replace('82', url);
    const flow = blocks(cut);
    const shown = pageTexts(engine.svg(typstOf(flow, { title: 'thử' }, defaultLayout)))
      .join('')
      .replace(/\s+/gu, '');
    for (const words of ['STT', 'Kếtquả', 'Tổchức', 'hộinghị', 'Cộng#strong[x]<b>', url]) {
      assert.ok(shown.includes(words), words);
    }
  });
});
