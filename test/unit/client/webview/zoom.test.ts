import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  percentOf,
  scaleOf,
  zoomedByWheel,
  zoomedIn,
  zoomedOut,
  zoomFrom,
} from '../../../../client/webview/zoom.ts';

describe('the zoom of the pages', () => {
  it('shows paper at its true size at 100 %, and as wide as the room at fit', () => {
    assert.equal(percentOf(scaleOf(100, 1, 595)), 100);
    assert.ok(Math.abs(scaleOf('fit', 700, 595) * 595 - 700) < 1e-9);
  });

  it('goes by levels and stops at the ends', () => {
    assert.equal(zoomedIn(100), 110);
    assert.equal(zoomedIn(83), 90);
    assert.equal(zoomedOut(83), 80);
    assert.equal(zoomedIn(400), 400);
    assert.equal(zoomedOut(25), 25);
  });

  it('stays between its ends whatever the wheel and a stored value say', () => {
    fc.assert(
      fc.property(fc.integer({ min: 25, max: 400 }), fc.double({ noNaN: true }), (from, delta) => {
        const to = zoomedByWheel(from, delta);
        assert.ok(to >= 25 && to <= 400);
      }),
    );
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const zoom = zoomFrom(value);
        assert.ok(zoom === 'fit' || (zoom >= 25 && zoom <= 400));
      }),
    );
  });
});
