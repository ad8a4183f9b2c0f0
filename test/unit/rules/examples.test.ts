import assert from 'node:assert/strict';
import type { Diagnostic } from '../../../server/lint/diagnostic.ts';
import { lint } from '../../../server/lint/lint.ts';
import { apart } from '../../../server/lint/pieceText.ts';
import { rules } from '../../../server/rules/index.ts';
import type { Example, Localized, Rule } from '../../../server/rules/rule.ts';
import {
  decisionSample,
  frontMatterPlanSample,
  letterSample,
  planSample,
} from '../../../server/rules/samples.ts';
import { applyEdits, type Span } from '../../../server/source/span.ts';
import { catalogue } from '../../support/catalogue.ts';
import { exampleSettings } from '../../support/exampleSettings.ts';
import { markedText } from '../../support/markedText.ts';

type Bad = Extract<Example, { bad: string }>;
type Good = Extract<Example, { good: string }>;

const isBad = (example: Example): example is Bad => 'bad' in example;
const isGood = (example: Example): example is Good => 'good' in example;

/** Every other rule's reports on an example are that rule's business; a rule's failure is never allowed. */
function reports(text: string, rule: Rule): readonly Diagnostic[] {
  const asked = asksAll.has(rule.id) ? rules : [rule];
  const { diagnostics, faults } = lint(text, exampleSettings(rule), asked);
  const [fault] = faults;
  if (fault) throw fault.error;
  return diagnostics.filter(({ rule: id }) => id === rule.id);
}

/** A comment is unused only when all rules have spoken. */
const asksAll: ReadonlySet<string> = new Set(['disable-unused']);

/** The text after the first fix of every report; a fix that overlaps another waits for the next pass. */
function firstFixes(text: string, rule: Rule): string {
  let present = text;
  for (let pass = 0; pass < 5; pass += 1) {
    const edits = reports(present, rule).flatMap(({ fixes }) => {
      const [first] = fixes;
      return first ? [first.edits] : [];
    });
    const distinct = [...new Map(edits.map((group) => [JSON.stringify(group), group])).values()];
    if (distinct.length === 0) return present;
    present = applyEdits(present, apart(distinct).flat());
  }
  return present;
}

function shorten(text: string): string {
  const oneLine = text.replace(/\s+/gu, ' ').trim();
  const mark = oneLine.indexOf('«');
  const from = oneLine.length > 90 ? Math.max(0, mark - 30) : 0;
  return oneLine.length > 90 ? `…${oneLine.slice(from, from + 90)}…` : oneLine;
}

/** The text with `«…»` around each span. */
function withMarks(text: string, spans: readonly Span[]): string {
  const marks = spans.flatMap(({ start, end }) => [
    { at: start, mark: '«' },
    { at: end, mark: '»' },
  ]);
  let result = '';
  let from = 0;
  for (const { at, mark } of marks.sort((a, b) => a.at - b.at)) {
    result += text.slice(from, at) + mark;
    from = at;
  }
  return result + text.slice(from);
}

const listed = catalogue();

describe('rules', () => {
  it('bear ids of their own', () => {
    const ids = rules.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)]);
  });

  for (const rule of rules) {
    describe(rule.id, () => {
      const bad = rule.examples().filter(isBad);
      const good = rule.examples().filter(isGood);

      it('speaks both languages', () => {
        const texts: readonly Localized[] = [rule.title, rule.why];
        for (const text of texts) assert.ok(text.vi.trim() !== '' && text.en.trim() !== '');
        assert.notEqual(rule.norm.trim(), '');
        for (const language of ['vi', 'en'] as const) {
          for (const example of bad) {
            const { diagnostics } = lint(
              markedText(example.bad).text,
              { ...exampleSettings(rule), language },
              [rule],
            );
            for (const { message, fixes } of diagnostics) {
              assert.notEqual(message.trim(), '');
              for (const { title } of fixes) assert.notEqual(title.trim(), '');
            }
          }
        }
      });

      it('has at least three bad examples and three good ones', () => {
        assert.ok(bad.length >= 3, `${bad.length} bad`);
        assert.ok(good.length >= 3, `${good.length} good`);
      });

      it('is in the catalogue with this severity and this kind of fix', () => {
        const row = listed.get(rule.id);
        // Rules beyond the catalogue may be added; what it lists is a contract.
        if (!row) return;
        if (row.severity === 'off') assert.equal(rule.offByDefault, true);
        else {
          assert.equal(rule.severity, row.severity);
          assert.equal(rule.offByDefault, undefined);
        }
        assert.equal(rule.fix, row.fix);
      });

      for (const example of bad) {
        it(`reports ${shorten(example.bad)}`, () => {
          const { text, spans } = markedText(example.bad);
          const found = reports(text, rule);
          assert.ok(found.length > 0, 'nothing is reported');
          if (spans.length > 0) {
            const places = found.map(({ span }) => span);
            assert.equal(withMarks(text, places), withMarks(text, spans));
          }
          for (const { fixes } of found) {
            if (rule.fix === 'none') assert.equal(fixes.length, 0, 'the rule promises no fix');
            if (rule.fix === 'choice')
              assert.ok(
                fixes.every(({ safe }) => !safe),
                'a choice is not safe',
              );
          }
        });

        const { fixed } = example;
        if (fixed !== undefined) {
          it(`fixes ${shorten(example.bad)}`, () => {
            const { text } = markedText(example.bad);
            const after = firstFixes(text, rule);
            assert.equal(after, fixed);
            assert.deepEqual(
              reports(after, rule).map(({ message }) => message),
              [],
            );
          });
        }

        it(`has fixes that bring nothing new to ${shorten(example.bad)}`, () => {
          const { text } = markedText(example.bad);
          const before = countByRule(text, rule);
          for (const { fixes } of reports(text, rule)) {
            for (const fix of fixes) {
              if (fix.edits.length > 0) {
                assert.equal(apart([fix.edits]).length, 1, `“${fix.title}” overlaps itself`);
              }
              const after = applyEdits(text, fix.edits);
              for (const [id, count] of countByRule(after, rule)) {
                assert.ok(count <= (before.get(id) ?? 0), `“${fix.title}” brings ${id}`);
              }
            }
          }
        });
      }

      for (const example of good) {
        it(`is silent on ${shorten(example.good)}`, () => {
          const found = reports(example.good, rule);
          assert.deepEqual(
            found.map(({ message }) => message),
            [],
            withMarks(
              example.good,
              found.map(({ span }) => span),
            ),
          );
        });
      }

      it('shows a fix at work when it promises one', () => {
        if (rule.fix === 'none') return;
        assert.ok(bad.some(({ fixed }) => fixed !== undefined));
      });
    });
  }
});

describe('sample documents', () => {
  const samples = {
    plan: planSample(),
    letter: letterSample(),
    decision: decisionSample(),
    'plan with front matter': frontMatterPlanSample(),
  };
  for (const [name, text] of Object.entries(samples)) {
    it(`lint clean: ${name}`, () => {
      const { diagnostics, faults } = lint(text);
      assert.deepEqual(faults, []);
      assert.deepEqual(
        diagnostics.map(({ rule, message }) => `${rule}: ${message}`),
        [],
        withMarks(
          text,
          diagnostics.map(({ span }) => span),
        ),
      );
    });
  }
});

/** How many reports each rule makes, hints left out: a filled blank may well be worth a hint elsewhere. */
function countByRule(text: string, shown: Rule): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, severity } of lint(text, exampleSettings(shown)).diagnostics) {
    if (severity !== 'hint') counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return counts;
}
