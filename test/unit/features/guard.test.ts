import assert from 'node:assert/strict';
import type { Connection } from 'vscode-languageserver';
import { Guard } from '../../../server/features/guard.ts';
import { SettingsStore } from '../../../server/features/settings.ts';
import { lint } from '../../../server/lint/lint.ts';
import { rules } from '../../../server/rules/index.ts';
import { rule } from '../../../server/rules/rule.ts';
import { planSample } from '../../../server/rules/samples.ts';

const [model] = rules;
assert.ok(model);
const throwing = rule({
  ...model,
  id: 'a-throwing-rule',
  check: () => {
    throw new Error('hỏng');
  },
});

function watched(): { guard: Guard; log: string[]; shown: string[] } {
  const log: string[] = [];
  const shown: string[] = [];
  const connection = {
    console: { error: (line: string) => log.push(line) },
    window: { showWarningMessage: (message: string) => shown.push(message) },
  } as unknown as Connection;
  return { guard: new Guard(connection, new SettingsStore(connection)), log, shown };
}

const text = planSample({ recipients: '' });

describe('a rule that throws', () => {
  it('takes nothing from what the others report', () => {
    const { faults, diagnostics } = lint(text, {}, [throwing, ...rules]);
    assert.deepEqual(
      faults.map((fault) => fault.rule),
      ['a-throwing-rule'],
    );
    assert.deepEqual(diagnostics, lint(text).diagnostics);
  });

  it('is named once in the log, however often it fails, and disturbs nobody', () => {
    const { guard, log, shown } = watched();
    for (let key = 0; key < 20; key += 1) {
      guard.rules(lint(`${text} ${key}`, {}, [throwing]).faults);
    }
    assert.equal(log.length, 1);
    assert.match(log[0] ?? '', /^vanban: a-throwing-rule: Error: hỏng/u);
    assert.deepEqual(shown, []);
  });
});

describe('a question that cannot be answered', () => {
  it('gets what stands in for the answer; the person is told once in all', async () => {
    const { guard, log, shown } = watched();
    for (let key = 0; key < 3; key += 1) {
      for (const name of ['hover', 'symbols']) {
        const answer = await guard.answer(name, [], () => {
          throw new TypeError(name);
        });
        assert.deepEqual(answer, []);
      }
    }
    assert.equal(shown.length, 1);
    assert.match(shown[0] ?? '', /bảng Output/u);
    assert.ok(log.length >= 2);
  });
});
