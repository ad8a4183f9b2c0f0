import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isSafeEdit } from '../../../server/output/sourceEdit.ts';

/** How many bytes the texts end with alike behind what they begin with alike, whole letters only. */
function endsInsideLetter(before: string, after: string): boolean {
  const [old, next] = [Buffer.from(before), Buffer.from(after)];
  const boundary = (bytes: Buffer, at: number): boolean =>
    at === bytes.length || ((bytes[at] ?? 0) & 0xc0) !== 0x80;
  let prefix = 0;
  while (prefix < old.length && prefix < next.length && old[prefix] === next[prefix]) prefix += 1;
  while (!boundary(old, prefix) || !boundary(next, prefix)) prefix -= 1;
  let suffix = 0;
  const most = Math.min(old.length, next.length) - prefix;
  while (suffix < most && old[old.length - suffix - 1] === next[next.length - suffix - 1])
    suffix += 1;
  return !boundary(old, old.length - suffix) || !boundary(next, next.length - suffix);
}

describe('an edit of the compiler’s source', () => {
  it('is unsafe where letters end in the same byte', () => {
    assert.ok(!isSafeEdit('á', 'ơ'));
    assert.ok(!isSafeEdit('xạy', 'xỡy'));
    assert.ok(!isSafeEdit('😀', '🐀'));
    assert.ok(isSafeEdit('xáy', 'xay'));
    assert.ok(isSafeEdit('xáy', 'xáyz'));
    assert.ok(isSafeEdit('', 'á'));
  });

  it('is never called safe where the compiler would mistake a letter', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'á', 'ơ', 'ạ', 'ỡ', 'à', '😀', '🐀', '€', 'Ҟ', 'Ӟ'),
      maxLength: 6,
    });
    fc.assert(
      fc.property(text, text, (before, after) => {
        assert.ok(!isSafeEdit(before, after) || !endsInsideLetter(before, after));
      }),
      { numRuns: 2000 },
    );
  });
});
