import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wordKey } from '../../../server/document/tokens.ts';
import { paragraphWords, readWords, wordFact } from '../../../server/rules/lineWords.ts';
import { WordPhrases } from '../../../server/rules/wordPhrases.ts';
import { parseSource } from '../../../server/source/parseSource.ts';

const pieces = [
  'Ủy ban nhân dân',
  'uỷ ban',
  'ban',
  'Khoản 2 Điều 5',
  'khoản',
  'chuyển đổi số',
  'chuyển đổi'.normalize('NFD'),
  'QLVBĐH',
  'x\u0323',
  '\u0301',
  '𐐀𐐨',
  '\ud801',
  '\udc28',
  'ǅ',
  '中文',
  '30/2020/NĐ-CP',
  '_',
  ' ',
  '  ',
  '\u00a0',
  '\u3000',
  '\t',
  ', ',
  '.',
  '- ',
  '**',
  '😀\ufe0f',
];
const texts = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 3 })))
  .map((parts) => parts.join(''));

const begins = wordFact(({ lower }) => lower.startsWith('k'));

describe('the words of a line', () => {
  it('are the longest runs of letters and marks, each where it stands', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { words, starts } = readWords(text);
        const expected = [...text.matchAll(/[\p{L}\p{M}]+/gu)];
        assert.deepEqual(
          words.map((word, at) => [word.text, starts[at]]),
          expected.map(({ 0: word, index }) => [word, index]),
        );
      }),
    );
  });

  it('know their case, their key and what was asked of them', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { words, facts } = readWords(text);
        for (const word of words) {
          assert.equal(word.lower, word.text.toLowerCase());
          assert.equal(word.key, wordKey(word.text));
          assert.equal(word.capitals, [...word.text].filter((c) => /\p{Lu}/u.test(c)).length);
          assert.equal(word.smalls, [...word.text].filter((c) => /\p{Ll}/u.test(c)).length);
          assert.equal((word.facts & begins) !== 0, /^k/u.test(word.lower));
        }
        assert.equal(
          (facts & begins) !== 0,
          words.some(({ lower }) => lower.startsWith('k')),
        );
      }),
    );
  });

  it('make up those of their paragraph', () => {
    fc.assert(
      fc.property(fc.array(texts), (lines) => {
        for (const paragraph of parseSource(lines.join('\n')).paragraphs) {
          assert.deepEqual(paragraphWords(paragraph), readWords(paragraph.text));
        }
      }),
    );
  });
});

describe('phrases by their words', () => {
  const all = ['ủy ban nhân dân', 'khoản', 'chuyển đổi số'];
  const phrases = new WordPhrases(all.map((phrase) => [phrase, phrase]));

  it('stand where they are written, in any case and with either tone placing', () => {
    const list = readWords('Họp UỶ BAN NHÂN DÂN, xem Khoản 2.');
    const found: string[] = [];
    phrases.some(list, (phrase, from, to) => {
      found.push(`${phrase}: ${list.words[from]?.text ?? ''} … ${list.words[to - 1]?.text ?? ''}`);
      return false;
    });
    assert.deepEqual(found, ['ủy ban nhân dân: UỶ … DÂN', 'khoản: Khoản … Khoản']);
  });

  it('do not stand where a word is missing', () => {
    assert.equal(phrases.some(readWords('ủy ban dân; chuyển số; ban nhân dân; khoảng')), false);
  });

  it('are never missed in a text that holds one as words', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...all), texts, (before, phrase, after) => {
        assert.equal(phrases.some(readWords(`${before} ${phrase} ${after}`)), true);
      }),
    );
  });
});
