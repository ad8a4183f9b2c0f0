import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tagColour, tagOf } from '../../../server/output/letterTag.ts';

describe('the tag of a text', () => {
  it('is read from the colour that it is written as', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0x7fffff }), fc.boolean(), (paragraph, red) => {
        const colour = tagColour({ paragraph, red });
        assert.match(colour, /^[0-9a-f]{6}$/u);
        assert.deepEqual(tagOf(` fill="#${colour}"`), { paragraph, red });
      }),
    );
  });

  it('is read from doubled digits written once, and black is none', () => {
    assert.deepEqual(tagOf(' class="typst-text" fill="#012"'), { paragraph: 0x001122, red: false });
    assert.deepEqual(tagOf(' fill="#000"'), { paragraph: 0, red: false });
    assert.deepEqual(tagOf(''), { paragraph: 0, red: false });
  });
});
