import assert from 'node:assert/strict';
import {
  isWithin,
  layoutRange,
  layoutRanges,
  refusal,
} from '../../../server/norms/layoutRanges.ts';
import { defaultProfile, layoutOf, textWidthMm } from '../../../server/output/layout.ts';
import { profileOf } from '../../../server/output/layoutProfile.ts';

describe('the layout by profile', () => {
  it('is the usual one where nothing was chosen', () => {
    assert.deepEqual(profileOf({}), defaultProfile);
  });

  it('takes what the decree allows', () => {
    const profile = profileOf({ size: 13, indent: 1, lineSpacing: 1.5, marginLeft: 35 });
    assert.equal(profile.size, 13);
    assert.equal(profile.indentMm, 10);
    assert.equal(profile.pitch.toFixed(3), (1.5 * 1.15 * 13).toFixed(3));
    assert.equal(textWidthMm({ profile }), 160);
    assert.equal(layoutOf(profile).styles.body.size, 13);
    assert.equal(layoutOf(profile).styles.nationalTitle.size, 12);
    assert.equal(layoutOf(profile).styles.recipient.size, 11);
  });

  it('does not take what lies outside the ranges', () => {
    const outside = { size: 12, indent: 2, lineSpacing: 1.6, marginTop: 19, marginBottom: 26 };
    assert.deepEqual(profileOf(outside), defaultProfile);
  });

  it('says why it refuses a value, with the paragraph', () => {
    assert.deepEqual(refusal(layoutRange('indent'), 1.5), {
      vi: 'Thụt dòng đầu 1,5 cm ngoài khuôn khổ: cần 1 hoặc 1,27 cm (NĐ 30/2020/NĐ-CP, PL I, mục II.6).',
      en: 'First-line indent 1.5 cm is out of range: 1 or 1.27 cm is expected (NĐ 30/2020/NĐ-CP, PL I, mục II.6).',
    });
    assert.match(refusal(layoutRange('marginLeft'), 20).vi, /cần từ 30 đến 35 mm/u);
  });

  it('knows the ends of each range as within', () => {
    for (const range of layoutRanges) {
      for (const end of range.values ?? [range.min ?? NaN, range.max ?? NaN]) {
        assert.ok(isWithin(range, end), range.key);
        assert.ok(!isWithin(range, end + (range.values ? 0.5 : 100)), range.key);
      }
    }
  });
});
