import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixAll, safeEdits } from '../../../server/lint/fixAll.ts';
import { lint } from '../../../server/lint/lint.ts';
import { rules } from '../../../server/rules/index.ts';
import type { Example } from '../../../server/rules/rule.ts';
import { letterSample, planSample } from '../../../server/rules/samples.ts';
import { applyEdits, type Edit } from '../../../server/source/span.ts';
import { edit } from '../../fuzz/markdownPieces.ts';
import { Random } from '../../fuzz/random.ts';
import { markedText } from '../../support/markedText.ts';

/** The edits that lead back from the edited text to `text`. */
function undoing(text: string, edits: readonly Edit[]): readonly Edit[] {
  let moved = 0;
  return edits.map(({ span, newText }) => {
    const start = span.start + moved;
    moved += newText.length - (span.end - span.start);
    return {
      span: { start, end: start + newText.length },
      newText: text.slice(span.start, span.end),
    };
  });
}

const isBad = (example: Example): example is Extract<Example, { bad: string }> => 'bad' in example;

const mistakes = rules
  .filter(({ fix }) => fix === 'yes')
  .flatMap((rule) =>
    rule
      .examples()
      .filter(isBad)
      .map(({ bad }) => ({ rule, text: markedText(bad).text })),
  );

function holdsTogether(text: string): void {
  const fixed = fixAll(text);
  assert.equal(applyEdits(text, fixed.edits), fixed.text);
  assert.equal(applyEdits(fixed.text, undoing(text, fixed.edits)), text);
  for (let index = 1; index < fixed.edits.length; index += 1) {
    const [before, after] = [fixed.edits[index - 1], fixed.edits[index]];
    assert.ok(before && after && before.span.end <= after.span.start);
  }
}

describe('fix all, over every rule', () => {
  it('leaves nothing that is safe to fix in any rule’s example, and changes nothing the second time', () => {
    const wrong: string[] = [];
    for (const { rule, text } of mistakes) {
      const fixed = fixAll(text);
      const left = safeEdits(lint(fixed.text).diagnostics);
      if (fixed.unsettled.length > 0) wrong.push(`${rule.id}: ${fixed.unsettled.join(', ')}`);
      else if (left.length > 0 || fixAll(fixed.text).edits.length > 0) {
        wrong.push(`${rule.id} leaves ${JSON.stringify(left)} in ${text.slice(0, 300)}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('gives edits that lead to its text, and back to the very bytes', () => {
    for (const { text } of mistakes) holdsTogether(text);
    const random = new Random(20_200_305);
    for (let left = 150; left > 0; left -= 1) {
      let text = left % 2 === 0 ? planSample() : letterSample();
      for (let edits = 1 + (left % 5); edits > 0; edits -= 1) {
        const { from, to, inserted } = edit(random, text.length);
        text = text.slice(0, from) + inserted + text.slice(to);
      }
      holdsTogether(text);
    }
  });

  it('touches only what it reports: text without a safe report comes out as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const { diagnostics } = lint(text);
        if (safeEdits(diagnostics).length === 0) assert.equal(fixAll(text).text, text);
      }),
    );
  });
});
