import assert from 'node:assert/strict';
import { lint } from '../../../server/lint/lint.ts';
import { fragmentSample } from '../../../server/rules/samples.ts';

function reported(rule: string, body: string): readonly string[] {
  const text = fragmentSample(body);
  return lint(text)
    .diagnostics.filter((diagnostic) => diagnostic.rule === rule)
    .map(({ span }) => text.slice(span.start, span.end));
}

describe('words that meet', () => {
  const compounds = [
    'Các thiết bị bị hư hỏng được thay.',
    'Các tồn tại tại đơn vị đã khắc phục.',
    'Theo chỉ đạo của cấp trên trên địa bàn.',
    'Hồ sơ kèm theo theo Mẫu số 01.',
    'Vì lý do do thời tiết.',
    'Giao Ban Chỉ đạo chỉ đạo, Ban Tổ chức tổ chức giải.',
    'Đề nghị các tổ chức tổ chức hội nghị.',
    'Số phiếu cao nhất nhất trí thông qua.',
    'Hội nghị về việc việc làm của thanh niên.',
  ];
  for (const body of compounds) {
    it(`are no repetition in: ${body}`, () => {
      assert.deepEqual(reported('repeated-word', body), []);
    });
  }

  it('are a repetition where no compound explains them', () => {
    assert.deepEqual(reported('repeated-word', 'Đăng trên trên Cổng; các các xã; và và.'), [
      'trên trên',
      'các các',
      'và và',
    ]);
  });
});

describe('a word that is doubled across Markdown marks', () => {
  for (const body of ['Gửi về\n**về** Sở Nội vụ.', 'Công khai trên **trên Cổng** xã.']) {
    it(`is reported and left to the person in: ${body}`, () => {
      const found = lint(fragmentSample(body)).diagnostics.filter(
        ({ rule }) => rule === 'repeated-word',
      );
      assert.deepEqual(
        found.map(({ fixes }) => fixes.length),
        [0],
      );
    });
  }
});

describe('goods', () => {
  for (const body of [
    'Ngân hàng năm 2025 cho vay.',
    'Lượng khách hàng tháng 5 tăng.',
    'Cửa hàng ngày càng đông.',
    'Đặt hàng quý I.',
  ]) {
    it(`are no year in: ${body}`, () => {
      assert.deepEqual(reported('preferred-term', body), []);
    });
  }
});
