import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixAll } from '../../../server/lint/fixAll.ts';
import { lint } from '../../../server/lint/lint.ts';
import { citations } from '../../../server/rules/citations/index.ts';
import { dates } from '../../../server/rules/dates/index.ts';
import { fragmentSample, planSample } from '../../../server/rules/samples.ts';
import { applyEdits } from '../../../server/source/span.ts';
import { markedText } from '../../support/markedText.ts';

const rules = [...citations, ...dates];

const pieces = fc.constantFrom(
  ...[
    'Nghị định',
    ' số ',
    '30/2020/NĐ-CP',
    '15/qđ – ubnd',
    '07/TT-BTC',
    ' ngày 5/09/21',
    ' ngày 31/9/2021',
  ],
  ...[
    ' của Bộ Tài chính',
    ' về công tác văn thư',
    '; ',
    '. ',
    ' và số ',
    'công văn ',
    '3764/BGDĐT-GDTX',
  ],
  ...[
    'Luật Đất đai',
    ' Khoản 1 điều 5 ',
    ' trước ngày 02/9/2026',
    ' từ ngày 07/10/2021 đến ngày 01/10/2021',
  ],
  ...[
    'thứ Sáu, ngày 02/10/2021',
    ' năm học 2022-2021',
    ' Quý V',
    '\n\nCăn cứ ',
    '\n',
    ' ',
    '**',
    '(',
    ')',
    '1.2.3',
  ],
);
const document = fc.array(pieces, { maxLength: 30 }).map((parts) => fragmentSample(parts.join('')));

describe('the rules on citations and dates', () => {
  it('never fail, and report inside the text', () => {
    fc.assert(
      fc.property(document, (text) => {
        const { diagnostics, faults } = lint(text, {}, rules);
        assert.deepEqual(faults, []);
        for (const { span, fixes } of diagnostics) {
          assert.ok(span.start < span.end && span.end <= text.length);
          for (const { edits } of fixes) applyEdits(text, edits);
        }
      }),
    );
  });

  it('have safe fixes that come to an end', () => {
    fc.assert(
      fc.property(document, (text) => {
        const once = fixAll(text, {}, rules);
        assert.equal(fixAll(once.text, {}, rules).text, once.text);
      }),
      { numRuns: 60 },
    );
  });

  for (const rule of rules) {
    it(`read decomposed letters as they read composed ones: ${rule.id}`, () => {
      for (const example of rule.examples()) {
        const { text } = markedText('bad' in example ? example.bad : example.good);
        // A decomposed YAML value has no exact places within it; the rules leave it alone.
        if (text.startsWith('---')) continue;
        const composed = lint(text, {}, [rule]).diagnostics;
        const decomposed = lint(text.normalize('NFD'), {}, [rule]).diagnostics;
        assert.deepEqual(
          decomposed.map(({ message }) => message.normalize('NFC')),
          composed.map(({ message }) => message),
        );
        const [before] = composed;
        const [after] = decomposed;
        const fix = before?.fixes[0];
        const same = after?.fixes[0];
        if (!fix || !same) continue;
        assert.equal(
          applyEdits(text.normalize('NFD'), same.edits).normalize('NFC'),
          applyEdits(text, fix.edits),
        );
      }
    });
  }

  it('stay silent on a sound plan', () => {
    const { diagnostics } = lint(planSample(), {}, rules);
    assert.deepEqual(diagnostics, []);
  });
});
