import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixAll } from '../../server/lint/fixAll.ts';
import { lint, type LintResult } from '../../server/lint/lint.ts';
import { letterSample, planSample } from '../../server/rules/samples.ts';

/** What the linter says; every range inside the text and no rule failed. */
function checked(text: string): LintResult {
  const result = lint(text);
  assert.deepEqual(result.faults, []);
  for (const { span, fixes } of result.diagnostics) {
    for (const place of [span, ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span))]) {
      assert.ok(0 <= place.start && place.start <= place.end && place.end <= text.length);
    }
  }
  return result;
}

const rulesOf = ({ diagnostics }: LintResult): readonly string[] =>
  diagnostics.map(({ rule }) => rule);

describe('bad input', () => {
  it('of nothing, or of a heading alone, is met with silence', () => {
    for (const text of ['', '\n\n', '# Ghi chú\n', '   ', '---\n---\n']) {
      assert.deepEqual(rulesOf(checked(text)), [], JSON.stringify(text));
    }
  });

  it('of broken YAML gives a message at its place', () => {
    const text = '---\nloại: Kế hoạch\ntrích yếu: "chưa đóng\n---\n\nNội dung.\n';
    const found = checked(text).diagnostics.find(({ rule }) => rule === 'front-matter-syntax');
    assert.ok(found && found.span.start > 4);
  });

  it('of binary bytes or ten megabytes is said at the top, in bounded time', () => {
    for (const text of ['\0\u0001KẾ HOẠCH\0', planSample().repeat(6000)]) {
      const [first] = checked(text).diagnostics;
      assert.equal(first?.rule, 'file-limit');
    }
  });

  it('of any line ending, a byte order mark or decomposed letters changes nothing that is said', () => {
    const text = planSample().replace('**II. NỘI DUNG', '**II NỘI DUNG').replace('./.', '.');
    const expected = rulesOf(checked(text));
    assert.equal(expected.length, 2);
    const forms = [
      text.replaceAll('\n', '\r\n'),
      text.replaceAll('\n', '\r'),
      `\uFEFF${text}`,
      text.normalize('NFD'),
    ];
    for (const form of forms) assert.deepEqual(rulesOf(checked(form)), expected);
  });

  it('of fifty documents in one file is fifty documents', () => {
    assert.deepEqual(rulesOf(checked(letterSample().repeat(50))), []);
  });

  it('of mutated documents never breaks a rule, and fixes come to rest', () => {
    const samples = [planSample(), letterSample()];
    const piece = fc.constantFrom(
      '',
      '\n',
      '\n\n',
      '**',
      '- ',
      'Số: ',
      'Điều 1. ',
      './.',
      '“',
      '\t',
      'ngày 31/9/2021 ',
      '|a|b|\n',
      '<!--',
      '```\n',
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 60 }), piece), { maxLength: 6 }),
        (sample, mutations) => {
          let text = sample;
          for (const [at, length, insert] of mutations) {
            const from = at % (text.length + 1);
            text = text.slice(0, from) + insert + text.slice(from + length);
          }
          checked(text);
          const { text: fixed } = fixAll(text);
          assert.deepEqual(lint(fixed).faults, []);
        },
      ),
      { numRuns: 150 },
    );
  });
});
