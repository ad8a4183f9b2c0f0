import assert from 'node:assert/strict';
import fc from 'fast-check';
import { balanced, textWidth } from '../../../server/output/textWidth.ts';

describe('text width', () => {
  it('counts a Vietnamese letter as wide as its base', () => {
    assert.equal(textWidth('Ử', 10, false), textWidth('Ư', 10, false));
    assert.equal(textWidth('Ộ', 10, true), textWidth('O', 10, true));
    assert.equal(textWidth('đ', 10, false), 5);
    assert.equal(textWidth('Ề'.normalize('NFD'), 10, true), textWidth('E', 10, true));
  });

  it('leaves a text alone that fits, with its own breaks', () => {
    assert.equal(balanced('SỞ NỘI VỤ', 200, 13, true), 'SỞ NỘI VỤ');
    assert.equal(balanced('ỦY BAN NHÂN DÂN\nXÃ A', 200, 13, true), 'ỦY BAN NHÂN DÂN\nXÃ A');
  });

  it('breaks a long agency name before a linking word', () => {
    assert.equal(
      balanced('SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH', 187, 13, true),
      'SỞ VĂN HÓA, THỂ THAO\nVÀ DU LỊCH',
    );
  });

  it('gives lines that fit, with the same words', () => {
    const words = fc.array(fc.constantFrom('ỦY', 'BAN', 'nhân', 'dân', 'và', 'thành', 'phố'), {
      minLength: 1,
      maxLength: 80,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 60, max: 500 }), (list, width) => {
        const result = balanced(list.join(' '), width, 14, true);
        assert.equal(result.replaceAll('\n', ' '), list.join(' '));
        if (!result.includes('\n')) return;
        for (const line of result.split('\n')) assert.ok(textWidth(line, 14, true) <= width, line);
      }),
    );
  });
});
