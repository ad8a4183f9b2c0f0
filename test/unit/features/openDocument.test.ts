import assert from 'node:assert/strict';
import fc from 'fast-check';
import { OpenDocument } from '../../../server/features/openDocument.ts';
import { lint } from '../../../server/lint/lint.ts';
import { planSample } from '../../../server/rules/samples.ts';

const uri = 'file:///a.vb.md';
const pieces = [
  '\n',
  '\n\n',
  '- ',
  '**',
  'Điều 1.',
  '–',
  '31/9/2026',
  '```',
  '<!--',
  '-->',
  '---\n',
  '\r',
];

describe('an open document', () => {
  it('says after any edits what a fresh look at its text says', () => {
    const edit = fc.record({
      from: fc.nat(1200),
      length: fc.nat(60),
      text: fc.constantFrom('', ...pieces),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const settings = {};
        const open = new OpenDocument(uri, 'vanban-markdown', 0, planSample());
        open.linted(settings);
        edits.forEach(({ from, length, text }, index) => {
          const range = {
            start: open.lines.positionAt(from),
            end: open.lines.positionAt(from + length),
          };
          open.update([{ range, text }], index + 1, 0);
          if (index % 2 === 0) open.linted(settings);
        });
        assert.deepEqual(open.linted(settings)?.diagnostics, lint(open.text).diagnostics);
      }),
      { numRuns: 60 },
    );
  });

  it('takes the end of a lone edit for the caret, and none after several', () => {
    const open = new OpenDocument(uri, 'markdown', 0, 'một hai');
    const at = (character: number) => ({ line: 0, character });
    open.update([{ range: { start: at(3), end: at(4) }, text: '--' }], 1, 50);
    assert.deepEqual(open.caret, { offset: 5, typedAt: 50 });
    open.update(
      [
        { range: { start: at(0), end: at(1) }, text: '' },
        { range: { start: at(2), end: at(3) }, text: '' },
      ],
      2,
      60,
    );
    assert.equal(open.caret, undefined);
  });

  it('works out each version once', () => {
    const settings = {};
    const open = new OpenDocument(uri, 'markdown', 0, planSample());
    assert.equal(open.linted(settings), open.linted(settings));
    assert.equal(open.parsed(), open.parsed());
  });

  it('is none of ours as a plain note, and ours by its name', () => {
    assert.equal(new OpenDocument('file:///a.md', 'markdown', 0, '# Một').linted({}), undefined);
    assert.ok(new OpenDocument(uri, 'markdown', 0, '# Một').linted({}));
  });
});
