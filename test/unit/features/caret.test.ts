import assert from 'node:assert/strict';
import { holdMs, isHeld } from '../../../server/features/caret.ts';

describe('holding back under the caret', () => {
  const span = { start: 10, end: 14 };
  const cases: readonly (readonly [string, number, number, boolean])[] = [
    ['inside', 12, 0, true],
    ['at its start', 10, 0, true],
    ['at its end, where one types', 14, 0, true],
    ['before it', 9, 0, false],
    ['behind it', 15, 0, false],
    ['inside, a moment before the pause is over', 12, holdMs - 1, true],
    ['inside, after the pause', 12, holdMs, false],
  ];
  for (const [place, offset, now, expected] of cases) {
    it(`${expected ? 'waits' : 'does not wait'} with the caret ${place}`, () => {
      assert.equal(isHeld(span, { offset, typedAt: 0 }, now), expected);
    });
  }

  it('does not wait where nobody has typed', () => {
    assert.equal(isHeld(span, undefined, 0), false);
  });
});
