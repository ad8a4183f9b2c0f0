import assert from 'node:assert/strict';
import fc from 'fast-check';
import { housePattern } from '../../../server/config/housePattern.ts';
import { readHouseRules } from '../../../server/config/houseRules.ts';
import { lint } from '../../../server/lint/lint.ts';
import { planSample } from '../../../server/rules/samples.ts';

const file = `rules:
  - id: nha/quy-1
    kind: pattern
    pattern: "quý [1-4]"
    level: info
    message: Viết quý bằng số La Mã
    bad: quý 1
    good: quý I
  - id: nha/can-bo
    kind: term
    write: cán bộ viên chức
    instead: cán bộ, viên chức
    message: Thiếu dấu phẩy
    bad: [cán bộ viên chức của xã]
`;

describe('house rules', () => {
  it('are rules like any other', () => {
    const { rules, problems } = readHouseRules(file);
    assert.deepEqual(problems, []);
    const text = planSample({}).replace('Phát triển', 'Trong quý 1, cán bộ viên chức phát triển');
    const found = lint(text, { houseRules: rules }).diagnostics;
    assert.deepEqual(
      found.filter(({ rule }) => rule.startsWith('nha/')).map(({ rule }) => rule),
      ['nha/quy-1', 'nha/can-bo'],
    );
  });

  it('are refused with the reason when they cannot match their own example', () => {
    const { rules, problems } = readHouseRules(file.replace('bad: quý 1', 'bad: quý V'));
    assert.equal(rules.length, 1);
    const [problem] = problems;
    assert.match(problem?.message.vi ?? '', /quy tắc thứ 1.*quý V/u);
  });

  it('are refused at the value that is at fault', () => {
    const at = (text: string): string | undefined => {
      const [problem] = readHouseRules(text).problems;
      return problem && text.slice(problem.span.start, problem.span.end);
    };
    assert.equal(at(file.replace('quý [1-4]', 'quý+')), '"quý+"');
    assert.equal(at(file.replace('level: info', 'level: loud')), 'loud');
    assert.equal(at(file.replace('id: nha/can-bo', 'id: nha/quy-1')), 'nha/quy-1');
    assert.equal(at(file.replace('    message: Thiếu dấu phẩy\n', '')), 'id: nha/can-bo');
    assert.equal(at('rules: 1\n'), '1');
    assert.equal(readHouseRules('rules: [\n').problems[0]?.severity, 'error');
  });

  it('take no pattern that is slow or can never match', () => {
    for (const bad of [
      '(a+)+',
      'a*',
      'a+b',
      '(?:a{0,9}){9}',
      '$a',
      'a^',
      '[]',
      '(?=a)',
      '(a)\\1',
      'a?',
      '',
    ]) {
      assert.ok('problem' in housePattern(bad), bad);
    }
    for (const good of ['quý [1-4]', 'a{1,20}b', '(?:tỉnh|huyện)? xã', '\\p{Lu}\\d{2}']) {
      assert.ok('regex' in housePattern(good), good);
    }
  });

  it('come to an end on text that they nearly match', () => {
    const piece = fc.constantFrom('a', 'b', 'a?', 'a{1,9}', '(?:a|b)', '(?:a|ab)?', '[ab]{0,9}');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        const read = housePattern(pieces.join(''));
        if ('problem' in read) return;
        assert.ok([...('a'.repeat(5000) + 'c').matchAll(read.regex)].length >= 0);
      }),
      { numRuns: 60 },
    );
  });
});
