import assert from 'node:assert/strict';
import fc from 'fast-check';
import { apart, PieceText } from '../../../server/lint/pieceText.ts';
import { applyEdits, type Edit } from '../../../server/source/span.ts';

/** Edits within a text of `length`, apart from each other. */
function someEdits(length: number): fc.Arbitrary<readonly Edit[]> {
  return fc
    .array(
      fc
        .tuple(fc.nat(length), fc.nat(5), fc.string({ maxLength: 3 }))
        .map(([start, size, newText]) => ({
          span: { start, end: Math.min(length, start + size) },
          newText,
        })),
      { maxLength: 4 },
    )
    .map((edits) => apart(edits.map((edit) => [edit])).flat());
}

describe('edits in several passes', () => {
  it('come out as one set of edits of the original', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.infiniteStream(fc.nat()), (original, seeds) => {
        const pieces = new PieceText(original);
        let expected = original;
        for (let pass = 0; pass < 3; pass += 1) {
          const seed = seeds.next().value ?? 0;
          const [edits = []] = fc.sample(someEdits(expected.length), { numRuns: 1, seed });
          pieces.apply(edits);
          expected = applyEdits(expected, edits);
          assert.equal(pieces.text, expected);
        }
        assert.equal(applyEdits(original, pieces.edits()), expected);
      }),
    );
  });

  it('touch only what changed', () => {
    const pieces = new PieceText('một hai ba');
    pieces.apply([{ span: { start: 4, end: 7 }, newText: 'bốn' }]);
    assert.deepEqual(pieces.edits(), [{ span: { start: 4, end: 7 }, newText: 'bốn' }]);
  });

  it('leave a group for later when one of its edits overlaps a group before it', () => {
    const first: Edit[] = [{ span: { start: 0, end: 4 }, newText: '' }];
    const second: Edit[] = [
      { span: { start: 8, end: 9 }, newText: 'x' },
      { span: { start: 3, end: 5 }, newText: 'y' },
    ];
    assert.deepEqual(apart([first, second]), [first]);
  });

  it('leave a second insertion at one point for later', () => {
    const insertion: Edit[] = [{ span: { start: 2, end: 2 }, newText: 'a' }];
    assert.deepEqual(apart([insertion, [{ span: { start: 2, end: 2 }, newText: 'b' }]]), [
      insertion,
    ]);
  });
});
