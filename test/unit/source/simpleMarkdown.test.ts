import assert from 'node:assert/strict';
import { chunksOf } from '../../../server/source/chunks.ts';
import { simpleMarkdown } from '../../../server/source/simpleMarkdown.ts';
import { plan } from '../../bench/plan.ts';
import { Random } from '../../fuzz/random.ts';
import { fuzzSimpleMarkdown, isSimple } from '../../fuzz/simpleMarkdown.ts';
import { sharedTexts } from '../../support/sharedTexts.ts';

describe('the simple reader of Markdown', () => {
  it('reads what documents are made of as the full parser does', () => {
    for (const text of [
      'Căn cứ Nghị định số 30/2020/NĐ-CP;\n\nCăn cứ Luật Thư viện.',
      '**ỦY BAN NHÂN DÂN**\n*Hưng Yên*, ***cả hai***, “*đề án*”',
      '## I. MỤC ĐÍCH\n\n###   *Yêu cầu* ',
      'a\\) Nâng cao;\n\n\\- Bảo đảm \\* 5 * 6',
      '- Phòng Nội vụ;\n- Văn phòng\nvà các phường;\n\n- Công an.\n',
      '1. Tập huấn\n2.  Kiểm tra\n\nBáo cáo',
      'Kính gửi:\n2. không là mục\n- là mục',
      'Dòng một  \nDòng hai\\\nDòng ba \n   dòng bốn\r\nnăm',
      '| TT | Nội dung |\n|:--|---|\n| 1 | Tập huấn<br>*hè* |\n| | b | c |  \n| d',
      '> Kính gửi:\n>\n> \\- Sở Nội vụ;',
      '-----\n\n* * *\n\n___',
      '<!-- ghi chú\n\n# x -->\n\n<table>\n<tr><td>1</td></tr>\n\nH<sub>2</sub>O&nbsp;&amp; a&b',
      'Điều [1] và ![2] của a_b_c',
      'e\u0302\u0323\u00a0**\u00a0a**\u3000\uFEFF',
    ]) {
      assert.ok(isSimple(text), text);
    }
  });

  it('leaves to the full parser what it may not be sure of', () => {
    for (const text of [
      'Foo\n> 2) bar',
      '`mã`',
      '[a](b)',
      '[^1]: ghi',
      '[a]: b "c"',
      'a\tb',
      '\uFEFFa',
      '**a *b***',
      '- a\n  - b',
      '- a\n\n  b',
      '> a\nb',
      '~~~\na\n~~~',
      '<https://a.vn>',
      '&#32;',
      '# a #',
      '| a \\| b |\n|---|',
      'a | b\n---|---',
      '<div>\na',
      '<!-- a',
    ]) {
      assert.equal(simpleMarkdown(text, false), undefined, text);
    }
  });

  it('reads random texts as the full parser does, positions included', () => {
    const documents = sharedTexts().map(({ text }) => text);
    const simple = fuzzSimpleMarkdown(new Random(Date.now() % 1_000_000), 4000, documents);
    assert.ok(simple > 1000, `${simple} of 4000 were simple`);
  });

  it('reads nine tenths and more of real documents', () => {
    const texts = [plan(20_000), ...sharedTexts().map(({ text }) => text)];
    let all = 0;
    let simple = 0;
    for (const text of texts) {
      for (const chunk of chunksOf(text, 0, undefined).all) {
        all += chunk.text.length;
        if (isSimple(chunk.text)) simple += chunk.text.length;
      }
    }
    assert.ok(simple > 0.9 * all, `${simple} of ${all} characters`);
  });
});
