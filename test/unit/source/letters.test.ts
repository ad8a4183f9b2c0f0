import assert from 'node:assert/strict';
import { expanded, pattern } from '../../../server/source/letters.ts';

/** Blocks of Latin, Greek and Cyrillic, first and last unit; capitals and small letters are held to the first ones. */
const blocks = [
  [0x0000, 0x017f],
  [0x01a0, 0x01b0],
  [0x0370, 0x045f],
  [0x1e00, 0x1eff],
  [0x0000, 0x052f],
  [0x1d00, 0x1dbf],
  [0x1f00, 0x218f],
  [0x2c60, 0x2c7f],
  [0xa640, 0xa69f],
  [0xa720, 0xa7ff],
  [0xab30, 0xab6f],
  [0xfb00, 0xfb06],
  [0xff10, 0xff5a],
] as const;
const casedBlocks = blocks.slice(0, 4);

function differing(name: string, within: readonly (readonly [number, number])[]): string[] {
  const [own, engine] = [expanded(`\\p{${name}}`), `\\p{${name}}`].map(
    (source) => new RegExp(`^${source}$`, 'u'),
  );
  const wrong: string[] = [];
  for (const [first, last] of within) {
    for (let unit = first; unit <= last; unit += 1) {
      const character = String.fromCharCode(unit);
      if (own?.test(character) !== engine?.test(character)) wrong.push(unit.toString(16));
    }
  }
  return wrong;
}

describe('letters in patterns', () => {
  for (const name of ['L', 'M', 'N', 'Nd']) {
    it(`hold for \\p{${name}} as in Unicode in the alphabets of documents`, () => {
      assert.deepEqual(differing(name, blocks), []);
    });
  }

  for (const name of ['Lu', 'Ll']) {
    it(`hold for \\p{${name}} as in Unicode where Vietnamese is written`, () => {
      assert.deepEqual(differing(name, casedBlocks), []);
    });
  }

  it('hold for letters of other scripts', () => {
    for (const letter of ['漢', 'ひ', '한', 'ก', 'ລ', 'ខ', 'م', 'א']) {
      assert.match(letter, pattern.u`^\p{L}$`);
    }
    for (const other of ['、', '“', '–', '…', '😀', '\u00a0', '\u200b']) {
      assert.doesNotMatch(other, pattern.u`[\p{L}\p{M}\p{N}]`);
    }
  });

  it('are written out in classes, outside of them and as what they are not', () => {
    assert.match('ắ', pattern.u`^[\p{L}_]$`);
    assert.match('[ắ', pattern.u`^\[\p{L}$`);
    assert.match('\\', pattern.u`^[\]\p{L}\\]$`);
    assert.match('-', pattern.u`^\P{L}$`);
    assert.doesNotMatch('ắ', pattern.u`^\P{L}$`);
    assert.deepEqual('Ủy ban, 5 xã'.match(pattern.gu`[\p{L}\p{M}]+`), ['Ủy', 'ban', 'xã']);
  });

  it('are refused where they cannot be written out', () => {
    assert.throws(() => expanded('[\\P{L}]'), RangeError);
    assert.throws(() => expanded('\\p{P}'), RangeError);
  });
});
