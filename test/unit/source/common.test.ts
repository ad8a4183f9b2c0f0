import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commonOf } from '../../../server/source/common.ts';

/** Long runs of one letter, in which what two texts have in common is longer than what is compared at once. */
const text = fc
  .array(
    fc.tuple(
      fc.constantFrom('a', 'b', 'ế', '\n'),
      fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 4000, max: 9000 })),
    ),
    { maxLength: 4 },
  )
  .map((runs) => runs.map(([letter, count]) => letter.repeat(count)).join(''));

describe('what two texts have in common', () => {
  it('is the longest start, and then the longest end that does not overlap it', () => {
    fc.assert(
      fc.property(text, text, text, text, (start, one, other, end) => {
        const [a, b] = [start + one + end, start + other + end];
        const { prefix, suffix } = commonOf(a, b);
        const shorter = Math.min(a.length, b.length);
        assert.ok(prefix + suffix <= shorter);
        assert.equal(a.slice(0, prefix), b.slice(0, prefix));
        assert.equal(a.slice(a.length - suffix), b.slice(b.length - suffix));
        if (prefix < shorter) assert.notEqual(a[prefix], b[prefix]);
        if (prefix + suffix < shorter) assert.notEqual(a.at(-1 - suffix), b.at(-1 - suffix));
      }),
      { numRuns: 300 },
    );
  });
});
