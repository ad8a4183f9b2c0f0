import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocuments } from '../../server/document/parseDocuments.ts';
import type { LintResult } from '../../server/lint/lint.ts';
import { letterSample, planSample } from '../../server/rules/samples.ts';
import { parseSource } from '../../server/source/parseSource.ts';
import { markdown } from '../fuzz/markdownPieces.ts';
import { Random } from '../fuzz/random.ts';
import { checked, mutated } from '../fuzz/wholeLint.ts';
import { plainData } from '../support/documentSpans.ts';

const found = ({ diagnostics }: LintResult): readonly (readonly [string, string])[] =>
  diagnostics.map(({ rule, message }) => [rule, message] as const);

const faulty = planSample({ number: 'Số: /KH-UBND', recipients: '' });

describe('bad input', () => {
  it('leaves an empty file, blanks and a lone heading in silence', () => {
    for (const text of ['', '\uFEFF', '\n', '  \r\n\t', '# Ghi chú\n', '---\n---\n']) {
      assert.deepEqual(found(checked(text)), [], JSON.stringify(text));
    }
  });

  it('reports broken YAML at a place and reads the text below', () => {
    const result = checked(`---\nsố: [1\nloại: "a\n---\n\n${planSample()}`);
    assert.ok(result.diagnostics.some(({ span }) => span.start < 25));
    assert.ok(result.source.lines.length > 10);
  });

  it('answers an alias bomb with a message', () => {
    const levels = Array.from({ length: 12 }, (_, level) =>
      level === 0 ? 'a0: &a0 [x, x]' : `a${level}: &a${level} [${`*a${level - 1}, `.repeat(9)}x]`,
    );
    const result = checked(`---\n${levels.join('\n')}\n---\n\n${planSample()}`);
    assert.ok(result.diagnostics.length > 0);
  });

  it('says of ten megabytes and of binary data that they are not checked', () => {
    for (const text of ['Nội dung kế hoạch.\n\n'.repeat(500_000), `PK\u0003\u0004\0${faulty}`]) {
      assert.deepEqual(
        checked(text).diagnostics.map(({ rule }) => rule),
        ['file-limit'],
      );
    }
  });

  it('finds the same whatever the line ending', () => {
    const expected = found(checked(faulty));
    assert.ok(expected.length > 0);
    assert.deepEqual(found(checked(faulty.replaceAll('\n', '\r\n'))), expected);
    assert.deepEqual(found(checked(faulty.replaceAll('\n', '\r'))), expected);
  });

  it('finds the same in letters with separate marks and after a byte order mark', () => {
    const rules = (text: string): readonly string[] => found(checked(text)).map(([rule]) => rule);
    assert.deepEqual(rules(`\uFEFF${faulty}`), rules(faulty));
    const composed = rules(faulty).filter((rule) => !rule.startsWith('unicode'));
    const separate = rules(faulty.normalize('NFD')).filter((rule) => !rule.startsWith('unicode'));
    assert.deepEqual(separate, composed);
  });

  it('tells fifty documents in one file apart', () => {
    const text = Array.from({ length: 25 }, () => `${planSample()}\n${letterSample()}\n`).join('');
    assert.equal(checked(text).documents.length, 50);
  });

  it('gives a model and findings in the file for any text at all', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.integer().map((seed) => markdown(new Random(seed))),
      fc.integer().map((seed) => mutated(planSample(), new Random(seed))),
      fc.integer().map((seed) => mutated(letterSample(), new Random(seed))),
    );
    fc.assert(
      fc.property(anyText, (text) => void checked(text)),
      { numRuns: 150 },
    );
  });

  it('gives the same documents after edits as when parsed anew', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = new Random(seed);
        let text = planSample();
        let source = parseSource(text);
        for (let left = 6; left > 0; left -= 1) {
          text = mutated(text, random);
          source = parseSource(text, source);
        }
        assert.deepEqual(
          plainData(parseDocuments(source)),
          plainData(parseDocuments(parseSource(text))),
        );
      }),
      { numRuns: 60 },
    );
  });
});
