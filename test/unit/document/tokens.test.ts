import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Tokens, tokensOf, wordKey } from '../../../server/document/tokens.ts';
import { WordSet } from '../../../server/document/wordSet.ts';
import { pattern } from '../../../server/source/letters.ts';
import { textsOfPieces } from '../../support/pieces.ts';

const token = pattern.gu`[\p{L}\p{M}]+|\p{Nd}+|[^\S\n]+|\n|\.{2,}|…+|_{2,}|[^]`;

const marks: readonly (readonly [kind: string, characters: string])[] = [
  ['newline', '\n'],
  ['slash', '/'],
  ['hyphen', '-‐‑'],
  ['dash', '–—−'],
  ['comma', ','],
  ['dot', '.'],
  ['semicolon', ';'],
  ['colon', ':'],
  ['open', '(['],
  ['close', ')]'],
  ['quote', '“”"‘’\''],
];

/** The kind of a token as patterns tell it, one after another. */
function kindOf(text: string): string {
  const mark = marks.find(([, characters]) => text.length === 1 && characters.includes(text));
  if (mark) return mark[0];
  if (pattern.u`^\p{L}`.test(text)) return 'word';
  if (pattern.u`^\p{Nd}`.test(text)) return 'number';
  if (/^\s/u.test(text)) return 'space';
  return /^(?:\.{2,}|_{2,}|…+)$/u.test(text) ? 'dots' : 'other';
}

describe('Tokens', () => {
  it('are those that patterns cut out of any text', () => {
    fc.assert(
      fc.property(fc.oneof(textsOfPieces, fc.string({ unit: 'binary' })), (text) => {
        const tokens = new Tokens(text);
        assert.deepEqual(
          tokens.list.map(({ kind, text: value, from, to }) => ({ kind, value, from, to })),
          [...text.matchAll(token)].map(({ 0: value, index }) => {
            return { kind: kindOf(value), value, from: index, to: index + value.length };
          }),
        );
        for (const [index, token] of tokens.list.entries()) {
          assert.equal(tokens.kindAt(index), token.kind);
          assert.equal(tokens.startOf(index), token.from);
        }
        assert.deepEqual([tokens.kindAt(-1), tokens.kindAt(tokens.length)], ['end', 'end']);
        assert.equal(tokens.startOf(tokens.length), text.length);
      }),
      { numRuns: 500 },
    );
  });

  it('fold a word the same way every time, with the tone mark in one place', () => {
    const words = ['Uỷ', 'Ủy', 'khoá', 'quý', 'HOÀ', 'Nguyễn'.repeat(4)];
    for (let round = 0; round < 2; round += 1) {
      assert.deepEqual(words.map(wordKey), [
        ...['ủy', 'ủy', 'khóa', 'quý', 'hòa'],
        'nguyễn'.repeat(4),
      ]);
    }
  });

  it('of one text are cut once while no other text is asked for', () => {
    const first = tokensOf('Kế sách');
    assert.equal(tokensOf('Kế sách'), first);
    assert.deepEqual(
      tokensOf('Kế sinh').list.map(({ key }) => key),
      ['kế', ' ', 'sinh'],
    );
  });

  it('are found in a set of words where their keys are in it', () => {
    const keys = ['ngày', 'số', 'đến', 'ủy', 'khóa', 'đ', 'quý', 'a'];
    const set = new WordSet(keys);
    fc.assert(
      fc.property(textsOfPieces, (written) => {
        const tokens = new Tokens(written.normalize('NFC'));
        for (const [index, { kind, key }] of tokens.list.entries())
          assert.equal(set.holds(tokens, index), kind === 'word' && keys.includes(key));
      }),
    );
  });
});
