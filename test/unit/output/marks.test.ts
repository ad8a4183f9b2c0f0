import assert from 'node:assert/strict';
import { parseDocuments } from '../../../server/document/parseDocuments.ts';
import { textOf, type Block } from '../../../server/output/block.ts';
import { blocksOf } from '../../../server/output/blocks.ts';
import { defaultLayout } from '../../../server/output/layout.ts';
import { TypstEngine } from '../../../server/output/typstEngine.ts';
import { typstOf } from '../../../server/output/typst.ts';
import {
  decisionSample,
  frontMatterPlanSample,
  letterSample,
  planSample,
} from '../../../server/rules/samples.ts';
import { parseSource } from '../../../server/source/parseSource.ts';
import { engineAssets } from './installedAssets.ts';
import { pageTexts } from './pageTexts.ts';

const contact = 'Số 12, đường Hùng Vương, ĐT: 0210 3845 222, Fax: 0210 3845 223';

function blocks(text: string): readonly Block[] {
  const [document] = parseDocuments(parseSource(text));
  assert.ok(document);
  return blocksOf(document, defaultLayout);
}

/** The head's rows as texts, left and right. */
function head(text: string): readonly (readonly [string, string])[] {
  const block = blocks(text).find((each) => each.kind === 'head');
  assert.ok(block);
  return block.rows.map(({ left, right }) => [
    left.map(textOf).join('\n'),
    right.map(textOf).join('\n'),
  ]);
}

describe('the marks on a page', () => {
  it('stand framed under the number and above the nation', () => {
    const text = letterSample().replace(
      'Kính gửi',
      'MẬT\n\n[HỎA TỐC]\n\nXEM XONG TRẢ LẠI\n\nKính gửi',
    );
    const [circulation, , numbers] = head(text);
    assert.deepEqual(circulation, ['', 'XEM XONG TRẢ LẠI']);
    assert.match(numbers?.[0] ?? '', /^Số: [^\n]*\nV\/v [^]*\nMẬT\nHỎA TỐC$/u);
    const boxes = blocks(text).flatMap((block) =>
      block.kind === 'head' ? block.rows.flatMap((row) => [...row.left, ...row.right]) : [],
    );
    const inFrames = boxes.filter(({ style }) => defaultLayout.styles[style].boxed);
    assert.deepEqual(
      inFrames.map((each) => [textOf(each), defaultLayout.styles[each.style].red]),
      [
        ['XEM XONG TRẢ LẠI', undefined],
        ['MẬT', undefined],
        ['HỎA TỐC', true],
      ],
    );
  });

  it('are the same from front matter', () => {
    const [circulation, , numbers] = head(
      frontMatterPlanSample({ 'độ khẩn': 'Khẩn', 'phạm vi lưu hành': 'Lưu hành nội bộ' }),
    );
    assert.deepEqual(circulation, ['', 'Lưu hành nội bộ']);
    assert.match(numbers?.[0] ?? '', /\nKhẩn$/u);
  });

  it('stand once, also between a decision’s subject and its bases', () => {
    const text = decisionSample().replace('Căn cứ', 'KHẨN\n\nCăn cứ');
    const all = blocks(text).map(textOf).join('\n').split('\n');
    assert.equal(all.filter((line) => line === 'KHẨN').length, 1);
  });

  it('leave the drafter’s symbol under the recipients and the contact line at the foot', () => {
    const text = planSample({
      recipients: 'Nơi nhận:\n- Sở Nội vụ;\n- Lưu: VT, TH.\n\nPL.(300)',
      after: contact,
    });
    const found = blocks(text);
    const closing = found.find((block) => block.kind === 'closing');
    assert.equal(closing?.recipients.at(-1)?.style, 'drafterCode');
    const foot = found.filter((block) => block.kind === 'contactLine');
    assert.deepEqual(foot.map(textOf), [contact]);
    assert.equal(found.flatMap((block) => textOf(block).split(contact).slice(1)).length, 1);
  });

  it('leave the drafter’s symbol on the archive line where it was typed there', () => {
    for (const [typed, shown] of [
      ['- Lưu: VT, TH. PL.(300)', '- Lưu: VT, TH. PL.(300)'],
      ['- Lưu: VT, NC.<sub>Châu(04b)</sub>', '- Lưu: VT, NC.Châu(04b)'],
    ] as const) {
      const text = planSample({ recipients: `Nơi nhận:\n- Sở Nội vụ;\n${typed}` });
      const closing = blocks(text).find((block) => block.kind === 'closing');
      const last = closing?.recipients.at(-1);
      assert.ok(last);
      assert.equal(textOf(last), shown);
    }
  });

  it('end the contact line’s lines between the ways to reach the agency', () => {
    const long = `${contact}, E-mail: sonoivu@phutho.gov.vn, Website: sonoivu.phutho.gov.vn`;
    const foot = blocks(planSample({ after: long })).find(({ kind }) => kind === 'contactLine');
    assert.ok(foot);
    const lines = textOf(foot).split('\n');
    assert.ok(lines.length > 1 && lines.slice(0, -1).every((line) => /[,;]$/u.test(line)));
    assert.equal(lines.join(' '), long);
  });

  it('are drawn on the first page alone', async () => {
    const engine = await TypstEngine.load(engineAssets);
    const body = Array.from({ length: 60 }, (_, index) => `Đoạn văn ${index} của nội dung.`);
    const text = letterSample({ body: body.join('\n\n'), after: contact }).replace(
      'Kính gửi',
      'HỎA TỐC\n\nKính gửi',
    );
    const pages = pageTexts(engine.svg(typstOf(blocks(text), { title: 'thử' }, defaultLayout)));
    assert.ok(pages.length > 1);
    pages.forEach((page, index) => {
      const shown = page.replace(/\s+/gu, '');
      assert.equal(shown.includes('HỎATỐC'), index === 0);
      assert.equal(shown.includes('HùngVương'), index === 0);
    });
  });
});
