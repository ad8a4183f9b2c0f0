import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  isSyllable,
  lacksTone,
  parseSyllable,
  placeTone,
} from '../../../server/vietnamese/syllable.ts';
import { toneOf, withoutTone } from '../../../server/vietnamese/tone.ts';
import { sharedTexts } from '../../support/sharedTexts.ts';

const words = (text: string): readonly string[] => text.split(/\s+/u);

describe('Vietnamese syllables', () => {
  it('are told from what cannot be one', () => {
    for (const word of words(
      'quyết quốc giếng gìn giữ gì khuỷu ngoằn ngoèo thuở quở yên yêu iu ỉa ngành nghề ghế kiên cường quít quýt soong xoong khuya huýt Ủy UỶ hoà hòa thuý',
    )) {
      assert.ok(isSyllable(word), word);
    }
    for (const word of words(
      'nghành ngề kành cế đươc viêt hộii dụnng hoàà quyêt pfu thuwj mbá bh ă',
    )) {
      assert.ok(!isSyllable(word), word);
    }
    assert.ok(lacksTone('đươc') && lacksTone('Viêt') && !lacksTone('nghành') && !lacksTone('được'));
  });

  it('bear their tone where the style puts it', () => {
    const styles: readonly (readonly [string, string, string])[] = [
      ['hoà', 'hòa', 'hoà'],
      ['khỏe', 'khỏe', 'khoẻ'],
      ['Thuỷ', 'Thủy', 'Thuỷ'],
      ['qúy', 'quý', 'quý'],
      ['toán', 'toán', 'toán'],
      ['gía', 'giá', 'giá'],
      ['ỦY', 'ỦY', 'UỶ'],
      ['mía', 'mía', 'mía'],
    ];
    for (const [word, old, modern] of styles) {
      assert.equal(placeTone(word, 'old'), old);
      assert.equal(placeTone(word, 'new'), modern);
    }
  });

  it('keep letters, tone and case wherever the mark is put', () => {
    const onset = fc.constantFrom('', 'b', 'ch', 'gi', 'ngh', 'qu', 'th', 'tr', 'H');
    const vowels = fc.constantFrom('a', 'oa', 'oe', 'uy', 'ươ', 'uyê', 'iê', 'y', 'ê', 'ua');
    const coda = fc.constantFrom('', 'n', 'ng', 't', 'i');
    const mark = fc.constantFrom('', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323');
    fc.assert(
      fc.property(onset, vowels, coda, mark, (first, middle, last, tone) => {
        const word = (first + middle + tone + last).normalize('NFC');
        const [old, modern] = [placeTone(word, 'old'), placeTone(word, 'new')];
        assert.equal(placeTone(old, 'old'), old);
        assert.equal(placeTone(old, 'new'), modern);
        assert.equal(placeTone(modern, 'old'), old);
        assert.equal(withoutTone(old), withoutTone(word));
        assert.equal(toneOf(old), toneOf(word));
        assert.deepEqual(parseSyllable(old), parseSyllable(word));
      }),
    );
  });

  it('are nearly all the words of real documents', function () {
    const texts = sharedTexts();
    if (texts.length === 0) {
      console.log('      no ../shared beside the repository: its words are not read');
      this.skip();
    }
    const lowerCase = texts
      .flatMap(
        ({ text }) =>
          text.normalize('NFC').match(/(?<![\p{L}\p{N}_.@/-])\p{Ll}+(?![\p{L}\p{N}_@/-])/gu) ?? [],
      )
      .filter((word) => /[^\p{ASCII}]/u.test(word) && word.length > 1);
    const refused = lowerCase.filter((word) => !isSyllable(word));
    assert.ok(lowerCase.length > 10_000);
    assert.ok(refused.length < lowerCase.length / 10_000, refused.join(' '));
  });
});
