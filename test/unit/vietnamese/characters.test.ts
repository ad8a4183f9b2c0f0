import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as kinds from '../../../server/vietnamese/characters.ts';

const patterns: readonly (readonly [number, RegExp])[] = [
  [kinds.small, /\p{Ll}/u],
  [kinds.capital, /\p{Lu}/u],
  [kinds.otherLetter, /[\p{Lt}\p{Lm}\p{Lo}]/u],
  [kinds.mark, /\p{M}/u],
  [kinds.figure, /\p{N}/u],
  [kinds.underscore, /_/u],
];

describe('what a character can be', () => {
  it('is what the patterns say of it, whichever of its two units is asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let at = 0;
        for (const character of text) {
          for (const [bit, pattern] of patterns) {
            for (let unit = at; unit < at + character.length; unit += 1) {
              assert.equal((kinds.kindAt(text, unit) & bit) !== 0, pattern.test(character));
            }
          }
          at += character.length;
        }
      }),
    );
  });

  it('is nothing outside the text', () => {
    for (const at of [-1, 1]) assert.equal(kinds.kindAt('a', at) & kinds.letterOrMark, 0);
  });
});
