import assert from 'node:assert/strict';
import { lint } from '../../../server/lint/lint.ts';
import { confusables } from '../../../server/norms/confusables.ts';
import wordPair from '../../../server/rules/spelling/word-pair.ts';
import { fragmentSample } from '../../../server/rules/samples.ts';
import { isSyllable } from '../../../server/vietnamese/syllable.ts';

function reported(body: string): number {
  return lint(fragmentSample(body), {}, [wordPair]).diagnostics.length;
}

describe('confusable phrases', () => {
  it('are at least 400, each once, in lower case and composed', () => {
    assert.ok(confusables.length >= 400);
    const wrong = confusables.map((pair) => pair.wrong);
    assert.equal(new Set(wrong).size, wrong.length);
    for (const phrase of wrong) assert.equal(phrase, phrase.normalize('NFC').toLowerCase());
  });

  it('are mended to as many syllables that exist', () => {
    for (const { wrong, right } of confusables) {
      assert.notEqual(wrong, right);
      assert.equal(wrong.split(' ').length, right.split(' ').length, wrong);
      for (const word of right.split(' ')) assert.ok(word === '-' || isSyllable(word), right);
    }
  });

  it('have no right phrase that is wrong itself', () => {
    const all = confusables.map(({ right }) => right).join('; ');
    assert.equal(reported(`Các từ đúng: ${all}.`), 0);
  });

  it('are left alone where other words make them right', () => {
    const contexts = confusables.flatMap(({ wrong, notBefore = [], notAfter = [] }) => [
      ...notBefore.map((next) => `${wrong} ${next}`),
      ...notAfter.map((before) => `${before} ${wrong}`),
    ]);
    for (const context of contexts) assert.equal(reported(`Nội dung ${context}.`), 0, context);
  });

  it('are left alone in sound sentences of offices', () => {
    for (const sentence of [
      'Văn phòng khẩn trương trình Ủy ban nhân dân tỉnh xem xét sử dụng kinh phí.',
      'Tỉnh đề xuất học bổng; đề xuất quà tặng; thành công xuất sắc; danh hiệu xuất sắc.',
      'Hội Người cao tuổi địa phương tiên phong; các địa phương tiên tiến tham gia xúc tiến.',
      'Kiểm tra giao thông kê khai; liên hệ thông qua bưu điện; truyền thông nhất quán.',
      'Hình thành phân khu; đóng góp phân bón; chương trình hành động; sự kiên trì của dân.',
      'Sở Công Thương trực thuộc tỉnh; hành chính quyên góp; nhân viên chúc mừng.',
      'Thông báo vệ sinh; dự báo cáo; cảnh báo cao; cơ quan trong tỉnh; ghi chú trong sổ.',
      'Bổ sung phong trào, bổ sung kích thước; công nghiệp, thi công nghiệm thu; sản xuất ăn nên.',
    ]) {
      assert.equal(reported(sentence), 0, sentence);
    }
  });
});
