import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  printable,
  textOfLiteral,
  textPieces,
  typstString,
} from '../../../server/output/typstText.ts';
import { TypstEngine } from '../../../server/output/typstEngine.ts';
import { engineAssets } from './installedAssets.ts';
import { pageTexts } from './pageTexts.ts';

const anyText = fc.string({ unit: 'binary' });
const syntax = fc.string({
  unit: fc.constantFrom(
    ...'#"\\[]{}()$*_`=-+/<>@~;:,.!&|^% aĐộ1\n\t',
    '\\u{23}',
    '"+',
    '#read("x")',
    '*/',
    '//',
    '</h5:div>',
    '\u200B',
  ),
  maxLength: 40,
});

describe('text in Typst source', () => {
  let engine: TypstEngine;
  before(async () => {
    engine = await TypstEngine.load(engineAssets);
  });

  it('is a literal that stands for exactly the printable text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assert.equal(textOfLiteral(typstString(text)), printable(text));
      }),
    );
  });

  it('holds no character that could end the literal or begin code', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, syntax), (text) => {
        assert.match(typstString(text), /^"(?:\\u\{[0-9a-f]{1,6}\}|[\p{L}\p{N} ,.;:()%+/–-])*"$/u);
      }),
    );
  });

  it('comes out of the compiler as that text, whatever syntax it looks like', () => {
    fc.assert(
      fc.property(syntax, (text) => {
        const one = text.replace(/[\n\t]/gu, ' ');
        const set = `#set page(width: auto)\n#set text(font: "Tinos", kerning: false, ligatures: false)\n#text(${typstString(one)})`;
        const seen = pageTexts(engine.svg(set)).join('');
        assert.equal(seen.replace(/\s+/gu, ''), one.replace(/[\s\u200B]+/gu, ''));
      }),
      { numRuns: 150 },
    );
  });

  it('compiles for any Unicode text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assert.ok(engine.svg(`#text(font: "Tinos", ${typstString(text)})`).includes('<svg'));
      }),
      { numRuns: 60 },
    );
  });

  it('breaks after a hyphen before a digit and never after a slash, as Word does', () => {
    const pieces = (text: string): string =>
      textPieces(text)
        .map((piece) => (piece.whole ? `[${piece.text}]` : piece.text))
        .join('');
    assert.equal(pieces('giai đoạn 2021-2030, thôi'), 'giai đoạn [2021-][2030,] thôi');
    assert.equal(pieces('số 15/KH-UBND ngày'), 'số [15/KH-][UBND] ngày');
    assert.equal(pieces('đã hết./.'), 'đã [hết./.]');
    assert.equal(pieces('UBND - HĐND và/ hoặc Kế-hoạch'), 'UBND - HĐND và/ hoặc Kế-hoạch');
    const long = `https://${'a/'.repeat(40)}`;
    assert.equal(pieces(`xem ${long} nhé`), `xem ${long} nhé`);
  });

  it('loses nothing when it is cut in pieces', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, syntax), (text) => {
        assert.equal(
          textPieces(text)
            .map((piece) => piece.text)
            .join(''),
          text,
        );
      }),
    );
  });
});
