import assert from 'node:assert/strict';
import { disabling } from '../../../server/features/disableComment.ts';
import { lint } from '../../../server/lint/lint.ts';
import { Lines } from '../../../server/lint/lines.ts';
import { rules } from '../../../server/rules/index.ts';
import { planSample } from '../../../server/rules/samples.ts';
import { applyEdits } from '../../../server/source/span.ts';
import { exampleSettings } from '../../support/exampleSettings.ts';
import { markedText } from '../../support/markedText.ts';

describe('the comment that ignores a rule', () => {
  // a comment cannot silence the demand that comments give their reason: it would have none itself
  for (const rule of rules.filter(({ id }) => id !== 'disable-reason')) {
    it(`silences ${rule.id} and wakes no other rule`, () => {
      for (const example of rule.examples()) {
        if (!('bad' in example)) continue;
        const { text } = markedText(example.bad);
        const { source, diagnostics } = lint(text, exampleSettings(rule));
        const first = diagnostics.find((diagnostic) => diagnostic.rule === rule.id);
        if (!first) continue;
        const { edit } = disabling(source, new Lines(text), first);
        const after = lint(applyEdits(text, [edit]), exampleSettings(rule)).diagnostics;
        const count = (found: typeof after, id: string): number =>
          found.filter((one) => one.rule === id).length;
        assert.ok(count(after, rule.id) < count(diagnostics, rule.id), example.bad);
        for (const { id } of rules) {
          assert.ok(count(after, id) <= count(diagnostics, id), `${id} in ${example.bad}`);
        }
      }
    });
  }

  it('stands above the line, as deep as the line and with the file’s line endings', () => {
    const text = 'a\r\n\r\n  > b\r\n';
    const { source } = lint(text);
    const at = text.indexOf('b');
    const { edit, scope } = disabling(source, new Lines(text), {
      rule: 'x',
      severity: 'error',
      message: '',
      span: { start: at, end: at + 1 },
      fixes: [],
      related: [],
      unnecessary: false,
      norm: undefined,
    });
    assert.equal(scope, 'line');
    assert.equal(
      applyEdits(text, [edit]),
      'a\r\n\r\n  > <!-- vanban-disable-next-line x -->\r\n  > b\r\n',
    );
  });

  it('is for the whole file where a comment cannot stand', () => {
    const text = planSample({
      nation: '**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập – Tự do – Hạnh phúc**',
    });
    const { source, diagnostics } = lint(text);
    const motto = diagnostics.find(({ rule }) => rule === 'national-title');
    assert.ok(motto);
    assert.equal(disabling(source, new Lines(text), motto).scope, 'file');
  });
});
