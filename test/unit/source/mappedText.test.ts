import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextBuilder } from '../../../server/source/mappedText.ts';

describe('mapped text', () => {
  it('leads every slice of text taken as it stands back to its place', () => {
    const builder = new TextBuilder();
    builder.add('Kế', 10);
    builder.add(' hoạch', 12);
    const mapped = builder.build();
    assert.equal(mapped.text, 'Kế hoạch');
    assert.deepEqual(mapped.spanOf(1, 4), { start: 11, end: 14 });
    assert.deepEqual(mapped.span, { start: 10, end: 18 });
  });

  it('leads an escape back to both its characters', () => {
    const builder = new TextBuilder();
    builder.add('a', 0);
    builder.add(')', 1, 2);
    builder.add(' b', 3);
    const mapped = builder.build();
    assert.deepEqual(mapped.spanOf(1, 2), { start: 1, end: 3 });
    assert.deepEqual(mapped.spanOf(2, 4), { start: 3, end: 5 });
  });

  it('gives an empty span for an empty slice', () => {
    const builder = new TextBuilder();
    builder.add('ab', 5);
    const mapped = builder.build();
    assert.deepEqual(mapped.spanOf(1, 1), { start: 6, end: 6 });
    assert.deepEqual(mapped.spanOf(2, 2), { start: 7, end: 7 });
  });

  it('gives an empty text at the start of the file when nothing was added', () => {
    const mapped = new TextBuilder().build();
    assert.equal(mapped.text, '');
    assert.deepEqual(mapped.spanOf(0, 0), { start: 0, end: 0 });
  });

  it('composes letters typed with separate marks and leads them back whole', () => {
    const typed = 'Số: Ủy'.normalize('NFD');
    const builder = new TextBuilder();
    builder.add(typed, 0);
    const mapped = builder.build();
    assert.equal(mapped.text, 'Số: Ủy');
    assert.deepEqual(mapped.spanOf(0, 2), { start: 0, end: 'Số'.normalize('NFD').length });
    assert.deepEqual(mapped.spanOf(4, 6), {
      start: 'Số: '.normalize('NFD').length,
      end: typed.length,
    });
  });

  it('composes a letter and its mark that stand in two pieces', () => {
    const builder = new TextBuilder();
    builder.add('e', 2);
    builder.add('\u0302', 5);
    const mapped = builder.build();
    assert.equal(mapped.text, 'ê');
    assert.deepEqual(mapped.spanOf(0, 1), { start: 2, end: 6 });
  });

  it('composes every character as Unicode does, alone and before a mark', () => {
    for (let code = 1; code < 0xd800; code += 1) {
      const character = String.fromCharCode(code);
      for (const typed of [`a${character}b`, `a${character}\u0301b`]) {
        const builder = new TextBuilder();
        builder.add(typed, 3);
        const mapped = builder.build();
        if (mapped.text !== typed.normalize('NFC')) assert.fail(`U+${code.toString(16)}`);
        const { length } = mapped.text;
        assert.deepEqual(mapped.spanOf(0, 1).start, 3);
        assert.deepEqual(mapped.spanOf(length - 1, length).end, 3 + typed.length);
      }
    }
  });

  it('maps adjoining slices to adjoining spans for any text with marks', () => {
    const letter = fc.constantFrom(
      'a',
      'ê',
      'ệ',
      'e\u0302\u0323',
      'o\u031b',
      'đ',
      ' ',
      '😀',
      '\u0301',
    );
    fc.assert(
      fc.property(
        fc.array(letter, { minLength: 1, maxLength: 30 }),
        fc.nat(),
        fc.nat(),
        (letters, one, two) => {
          const typed = letters.join('');
          const builder = new TextBuilder();
          builder.add(typed, 7);
          const mapped = builder.build();
          assert.equal(mapped.text, typed.normalize('NFC'));
          const [from = 0, to = 0] = [one, two]
            .map((at) => at % (mapped.text.length + 1))
            .sort((a, b) => a - b);
          if (typed === '') return;
          const place = mapped.spanOf(from, to);
          assert.ok(7 <= place.start && place.start <= place.end && place.end <= 7 + typed.length);
          assert.equal(mapped.spanOf(to, to).start >= place.end, true);
        },
      ),
    );
  });
});
