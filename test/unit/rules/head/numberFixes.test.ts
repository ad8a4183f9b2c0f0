import assert from 'node:assert/strict';
import { lint } from '../../../../server/lint/lint.ts';
import { planSample } from '../../../../server/rules/samples.ts';
import { applyEdits } from '../../../../server/source/span.ts';

const head = {
  title: '**TỜ TRÌNH**\n\n**Về việc tổ chức Ngày hội đọc sách năm 2026**',
  addressee: 'Kính gửi: Hội đồng nhân dân xã Hòa Bình.',
};

/** What the first fix makes of the number, and whether it is applied unasked. */
function mended(number: string): readonly [string, boolean] | undefined {
  const text = planSample({ ...head, number: `Số: ${number}` });
  const found = lint(text).diagnostics.find(({ rule }) => rule === 'number-type-mismatch');
  const fix = found?.fixes[0];
  if (!fix) return undefined;
  const line = /^Số: (.*)$/mu.exec(applyEdits(text, fix.edits));
  return [line?.[1] ?? '', fix.safe];
}

describe('a symbol without its type', () => {
  it('keeps the issuer’s letters where others stand for the type', () => {
    for (const number of ['64/TT-UBND', '64/TR-UBND', '64/UBND', '64/UBND-TTr'])
      assert.deepEqual(mended(number), ['64/TTr-UBND', true], number);
  });

  it('is not mended unasked where letters of the drafter would go', () => {
    for (const number of ['64/TT', '64/TTUBND', '64/UBND-VX', '64/VX-UBND', '64/VX-VHXH'])
      assert.deepEqual(mended(number), ['64/TTr-UBND', false], number);
  });
});
