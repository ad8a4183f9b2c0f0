import assert from 'node:assert/strict';
import { readSettings } from '../../../server/lint/settings.ts';

describe('settings', () => {
  it('are read from what an editor or a config file holds', () => {
    const { settings, problems } = readSettings({
      language: 'en',
      rules: { 'number-blank': 'off', 'date-range': 'warning' },
    });
    assert.deepEqual(settings, {
      language: 'en',
      rules: { 'number-blank': 'off', 'date-range': 'warning' },
    });
    assert.deepEqual(problems, []);
  });

  it('keep what is sound and tell what is not', () => {
    const { settings, problems } = readSettings({
      language: 'fr',
      rules: { a: 'loud', b: 'hint' },
    });
    assert.deepEqual(settings, { rules: { b: 'hint' } });
    assert.deepEqual(
      problems.map(({ en }) => en),
      [
        'Wrong setting rules.a: expected off, error, warning, info, hint',
        'Wrong setting language: expected vi, en',
      ],
    );
  });

  it('are the defaults when nothing is set', () => {
    assert.deepEqual(readSettings(null), { settings: {}, problems: [] });
    assert.equal(readSettings([1]).problems.length, 1);
  });
});
