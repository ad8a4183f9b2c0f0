import assert from 'node:assert/strict';
import { Restarts } from '../../../client/restarts.ts';

describe('a server that ended', () => {
  it('is started again, unless it ends five times within three minutes', () => {
    const restarts = new Restarts();
    const minute = 60_000;
    const ends = [0, 1, 1.5, 2, 4, 4.5, 4.6];
    assert.deepEqual(
      ends.map((time) => restarts.mayRestart(time * minute)),
      [true, true, true, true, true, true, true],
    );
    assert.equal(restarts.mayRestart(4.7 * minute), false);
    assert.equal(restarts.mayRestart(60 * minute), true);
  });
});
