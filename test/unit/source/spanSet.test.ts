import assert from 'node:assert/strict';
import fc from 'fast-check';
import { overlaps, type Span } from '../../../server/source/span.ts';
import { SpanSet } from '../../../server/source/spanSet.ts';

const span = fc
  .tuple(fc.nat(30), fc.nat(6))
  .map(([start, length]): Span => ({ start, end: start + length }));

describe('a set of spans', () => {
  it('meets what one of them meets', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), span, (spans, place) => {
        const expected = spans.some((each) => overlaps(each, place));
        assert.equal(new SpanSet(spans).overlaps(place), expected);
      }),
      { numRuns: 2000 },
    );
  });
});
