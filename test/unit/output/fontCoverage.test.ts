import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { paragraph } from '../../../server/output/block.ts';
import { coverageOf, lackingIn } from '../../../server/output/fontCoverage.ts';
import { engineAssets } from './installedAssets.ts';

const lacking = (text: string): readonly string[] =>
  lackingIn([paragraph('body', text, undefined)], covers);
const covers = coverageOf(readFileSync(engineAssets.fonts[0] ?? ''));

describe('the characters of the pages’ font', () => {
  it('hold all of Vietnamese and the signs of administrative texts', () => {
    const letters = 'aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ';
    const signs = '0123456789 .,;:!?()[]{}<>/\\|@#$%^&*_+-=~`\'"“”‘’–—…•°²³½×÷±≤≥€₫§\u00A0';
    assert.deepEqual(
      lacking(letters + letters.toUpperCase() + letters.normalize('NFD') + signs),
      [],
    );
  });

  it('lack pictures and other scripts, each told once', () => {
    assert.deepEqual(lacking('☐ 漢 😀 ☐'), ['☐', '漢', '😀']);
  });

  it('count nothing that is never drawn', () => {
    assert.deepEqual(lacking('a\u200B\u2060\uFEFF\u00AD\n\t\uD800b'), []);
  });

  it('are the same in every face', () => {
    const faces = engineAssets.fonts.map((file) => coverageOf(readFileSync(file)));
    for (let at = 0; at < 0x11000; at += 1) {
      for (const face of faces) assert.equal(face(at), covers(at), at.toString(16));
    }
  });

  it('are none for bytes that are no font', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        coverageOf(bytes)(65);
      }),
    );
    assert.equal(coverageOf(new Uint8Array())(65), false);
  });
});
