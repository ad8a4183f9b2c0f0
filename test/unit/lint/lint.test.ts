import assert from 'node:assert/strict';
import { fixAll } from '../../../server/lint/fixAll.ts';
import { parseDocuments } from '../../../server/document/parseDocuments.ts';
import { lint, lintDocuments } from '../../../server/lint/lint.ts';
import { rules } from '../../../server/rules/index.ts';
import { parseSource } from '../../../server/source/parseSource.ts';
import { rule, type Rule } from '../../../server/rules/rule.ts';
import { planSample } from '../../../server/rules/samples.ts';

/** A rule that finds `word` anywhere in the file and puts `instead` in its place. */
function finds(word: string, instead: string, more: Partial<Rule> = {}): Rule {
  return rule({
    id: `no-${word}`,
    severity: 'warning',
    fix: 'yes',
    norm: 'NĐ 30/2020/NĐ-CP',
    title: { vi: 'Từ thừa', en: 'A word too many' },
    why: { vi: 'Để thử.', en: 'For the test.' },
    examples: () => [],
    check(document, report) {
      for (const match of document.source.text.matchAll(new RegExp(word, 'gu'))) {
        const span = { start: match.index, end: match.index + word.length };
        report({
          span,
          message: { vi: `Thừa ${word}`, en: `Needless ${word}` },
          fixes: [
            {
              title: { vi: 'Thay', en: 'Replace' },
              safe: true,
              edits: [{ span, newText: instead }],
            },
          ],
        });
      }
    },
    ...more,
  });
}

const broken = finds('x', '', {
  id: 'broken',
  scope: 'any',
  check() {
    throw new Error('lỗi');
  },
});

describe('lint', () => {
  it('orders what rules report by position, then rule', () => {
    const text = planSample({ after: 'một hai một' });
    const found = lint(text, {}, [finds('một', ''), finds('hai một', ''), finds('hai', '')]);
    assert.deepEqual(
      found.diagnostics.map(({ rule }) => rule),
      ['no-một', 'no-hai', 'no-hai một', 'no-một'],
    );
  });

  it('goes on when a rule fails, and tells which', () => {
    const found = lint(planSample({ after: 'một' }), {}, [broken, finds('một', '')]);
    assert.equal(found.diagnostics.length, 1);
    assert.deepEqual(
      found.faults.map(({ rule }) => rule),
      ['broken'],
    );
  });

  it('takes a report outside the text for a fault of the rule', () => {
    const wild = finds('x', '', {
      id: 'wild',
      scope: 'any',
      check: (_, report) => {
        report({ span: { start: 0, end: 99 }, message: { vi: 'a', en: 'a' } });
      },
    });
    const found = lint('ngắn', {}, [wild]);
    assert.deepEqual(found.diagnostics, []);
    assert.equal(found.faults.length, 1);
  });

  it('leaves text that is no administrative document to the rules for any text', () => {
    const text = '# Ghi chú\n\nmột';
    assert.deepEqual(lint(text, {}, [finds('một', '')]).diagnostics, []);
    assert.equal(lint(text, {}, [finds('một', '', { scope: 'any' })]).diagnostics.length, 1);
  });

  it('asks a rule only about the types that it is for', () => {
    const text = planSample({ after: 'một' });
    assert.equal(lint(text, {}, [finds('một', '', { types: ['ke-hoach'] })]).diagnostics.length, 1);
    assert.deepEqual(lint(text, {}, [finds('một', '', { types: ['to-trinh'] })]).diagnostics, []);
  });

  it('follows the settings in severity and language', () => {
    const text = planSample({ after: 'một' });
    const rules = [finds('một', '')];
    const [found] = lint(text, { language: 'en', rules: { 'no-một': 'error' } }, rules).diagnostics;
    assert.equal(found?.severity, 'error');
    assert.equal(found?.message, 'Needless một');
    assert.deepEqual(lint(text, { rules: { 'no-một': 'off' } }, rules).diagnostics, []);
  });

  it('is silenced by a comment in the text', () => {
    const comment = '<!-- vanban-disable-next-line no-one -- trích -->';
    const text = planSample({ after: `${comment}\nmột\n\nmột` });
    const found = lint(text, {}, [finds('một', '', { id: 'no-one' })]);
    assert.deepEqual(
      found.diagnostics.map(({ span }) => span.start),
      [text.lastIndexOf('một')],
    );
  });

  it('ends the lines that a fix brings as the file ends its own', () => {
    for (const ending of ['\n', '\r\n', '\r']) {
      const text = planSample({ after: 'một' }).replaceAll('\n', ending);
      const [found] = lint(text, {}, [finds('một', 'a\nb\r\nc')]).diagnostics;
      assert.equal(found?.fixes[0]?.edits[0]?.newText, `a${ending}b${ending}c`);
    }
  });

  it('ends them by the first line ending there is after an edit, what was reported before among it', () => {
    const text = planSample({ bases: '' }).replaceAll('\n', '\r\n');
    const before = lint(text);
    const source = parseSource(`\n\n${text}`, before.source);
    const documents = parseDocuments(source, before.documents);
    const { diagnostics } = lintDocuments(source, documents, {}, rules, before);
    assert.deepEqual(diagnostics, lint(`\n\n${text}`).diagnostics);
    assert.ok(diagnostics.some(({ fixes }) => fixes.length > 0));
  });

  it('says once what several documents of a file have in common', () => {
    const text = `${planSample()}\n${planSample({ after: 'một' })}`;
    const found = lint(text, {}, [finds('một', '')]);
    assert.equal(found.documents.length, 2);
    assert.equal(found.diagnostics.length, 1);
  });

  it('gives a result for any bytes', () => {
    for (const text of [
      '',
      '\uFEFF',
      '\0\u0001\u0002',
      '---\n',
      '---\na: [\n---\n',
      '# ',
      '\r\r\n',
    ]) {
      const found = lint(text);
      assert.deepEqual(found.faults, []);
    }
  });
});

describe('fix all', () => {
  it('applies safe fixes alone', () => {
    const choice = finds('hai', 'x', {
      check(document, report) {
        const start = document.source.text.indexOf('hai');
        const span = { start, end: start + 3 };
        report({
          span,
          message: { vi: 'a', en: 'a' },
          fixes: [{ title: { vi: 'a', en: 'a' }, safe: false, edits: [{ span, newText: 'x' }] }],
        });
      },
    });
    const text = planSample({ after: 'một hai' });
    assert.equal(
      fixAll(text, {}, [finds('một', 'ba'), choice]).text,
      planSample({ after: 'ba hai' }),
    );
  });

  it('applies overlapping fixes one after the other', () => {
    const text = planSample({ after: 'xyz' });
    const fixed = fixAll(text, {}, [finds('xy', 'y'), finds('yz', 'w')]);
    assert.equal(fixed.text, planSample({ after: 'w' }));
    assert.equal(fixed.fixes, 2);
    assert.deepEqual(fixed.unsettled, []);
    assert.equal(fixed.edits.length, 1);
  });

  it('leaves out rules that undo each other, and applies the rest', () => {
    const text = planSample({ after: 'qqq một' });
    const fixed = fixAll(text, {}, [finds('qqq', 'www'), finds('www', 'qqq'), finds('một', 'ba')]);
    assert.equal(fixed.text, planSample({ after: 'qqq ba' }));
    assert.deepEqual(fixed.unsettled, ['no-qqq', 'no-www']);
  });

  it('leaves out a rule whose fix asks for itself again', () => {
    const fixed = fixAll(planSample({ after: 'zj' }), {}, [finds('zj', 'zzj')]);
    assert.equal(fixed.text, planSample({ after: 'zj' }));
    assert.deepEqual(fixed.unsettled, ['no-zj']);
  });

  it('gives no edit when there is nothing to fix', () => {
    assert.deepEqual(fixAll('một', {}, []).edits, []);
  });
});
