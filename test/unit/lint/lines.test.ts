import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Lines } from '../../../server/lint/lines.ts';

const anyLines = fc
  .array(fc.constantFrom('a', 'ộ', 'o\u0302\u0323', '𝄞', '\n', '\r\n', '\r', '\uFEFF'))
  .map((pieces) => pieces.join(''));

describe('lines', () => {
  it('counts LF, CRLF and a lone CR as one line ending each', () => {
    const lines = new Lines('a\nb\r\nc\rd');
    assert.equal(lines.count, 4);
    assert.deepEqual(
      [0, 1, 2, 3].map((line) => lines.lineText(line)),
      ['a', 'b', 'c', 'd'],
    );
    assert.deepEqual(lines.positionAt(7), { line: 3, character: 0 });
  });

  it('counts columns in UTF-16 units', () => {
    assert.deepEqual(new Lines('𝄞x').positionAt(2), { line: 0, character: 2 });
  });

  it('gives back the offset of every position it gives, save inside a line ending', () => {
    fc.assert(
      fc.property(anyLines, fc.nat(40), (text, at) => {
        const lines = new Lines(text);
        const offset = Math.min(at, text.length);
        const back = lines.offsetAt(lines.positionAt(offset));
        const insideEnding = text.slice(offset - 1, offset + 1) === '\r\n';
        assert.equal(back, insideEnding ? offset - 1 : offset);
      }),
    );
  });

  it('finds the same lines after edits as in the text read anew', () => {
    fc.assert(
      fc.property(
        anyLines,
        fc.array(fc.tuple(fc.nat(30), fc.nat(4), anyLines), { minLength: 1, maxLength: 5 }),
        (text, edits) => {
          let present = text;
          let lines = new Lines(text);
          for (const [at, length, inserted] of edits) {
            present = present.slice(0, at) + inserted + present.slice(at + length);
            lines = new Lines(present, lines);
            const anew = new Lines(present);
            assert.equal(lines.count, anew.count, JSON.stringify(present));
            for (let line = 0; line < anew.count; line += 1) {
              assert.deepEqual(lines.lineSpan(line), anew.lineSpan(line), JSON.stringify(present));
            }
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('agrees with the editor protocol’s own text document', () => {
    fc.assert(
      fc.property(anyLines, fc.nat(40), (text, at) => {
        const offset = Math.min(at, text.length);
        if (text.slice(offset - 1, offset + 1) === '\r\n') return;
        const document = TextDocument.create('file:///a.md', 'markdown', 1, text);
        assert.deepEqual(new Lines(text).positionAt(offset), document.positionAt(offset));
      }),
    );
  });

  it('keeps positions outside the text at its ends', () => {
    const lines = new Lines('ab\ncd');
    assert.equal(lines.offsetAt({ line: 9, character: 0 }), 5);
    assert.equal(lines.offsetAt({ line: 0, character: 99 }), 2);
    assert.deepEqual(lines.positionAt(99), { line: 1, character: 2 });
  });
});
