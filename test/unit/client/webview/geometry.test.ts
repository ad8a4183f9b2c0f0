import assert from 'node:assert/strict';
import {
  currentPage,
  placeAt,
  scrollToShow,
  stackOf,
} from '../../../../client/webview/geometry.ts';
import { boxAt, squiggle } from '../../../../client/webview/squiggle.ts';

const stack = stackOf(
  Array.from({ length: 3 }, () => ({ width: 100, height: 200 })),
  2,
);

describe('where the pages stand', () => {
  it('names the page that takes most of the view', () => {
    assert.equal(currentPage(stack, 0, 400), 0);
    assert.equal(currentPage(stack, 300, 400), 1);
    assert.equal(currentPage(stack, 99_999, 400), 0);
  });

  it('finds the page and the point of a height', () => {
    assert.deepEqual(placeAt(stack, 16 + 50), { page: 0, y: 25 });
    assert.deepEqual(placeAt(stack, 16 + 400 + 16 + 20), { page: 1, y: 10 });
    assert.deepEqual(placeAt(stackOf([], 1), 40), { page: 0, y: 0 });
  });

  it('scrolls only to what is out of view', () => {
    assert.equal(scrollToShow({ top: 100, bottom: 150 }, 50, 300), 50);
    assert.equal(scrollToShow({ top: 1000, bottom: 1040 }, 0, 400), 900);
    assert.equal(scrollToShow({ top: 0, bottom: 5000 }, 600, 400), 600);
  });

  it('finds the mark at a point, the topmost first', () => {
    const box = { x: 10, y: 10, width: 20, height: 8 };
    assert.equal(boxAt([box, { ...box, x: 20 }], 25, 12), 1);
    assert.equal(boxAt([box], 25, 40), -1);
    assert.match(squiggle(box), /^M10 18\.9q/);
  });
});
