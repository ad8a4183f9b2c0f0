import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { lint } from '../../../server/lint/lint.ts';
import { citations } from '../../../server/rules/citations/index.ts';
import { dates } from '../../../server/rules/dates/index.ts';

const file = new URL('../../../../shared/dossier/ke-hoach-220.md', import.meta.url);

/** What a careful reader finds in the dossier, by line; hints aside. */
const expected = [
  '11 citation-conflict',
  '11 citation-number-format',
  '13 citation-conflict',
  '13 citation-number-format',
  '70 citation-year-missing',
  '132 date-received-before-issued',
  '132 date-short-year',
  '138 citation-capital',
  '138 citation-capital',
  '138 citation-conflict',
  '138 citation-number-format',
  '140 citation-capital',
  '140 citation-conflict',
  '165 citation-conflict',
  '181 citation-capital',
  '181 citation-capital',
  '181 citation-conflict',
  '181 citation-number-format',
  '223 citation-conflict',
  '225 citation-conflict',
  '281 citation-year-missing',
];

describe('the rules on citations and dates', () => {
  it('report what is wrong in the real dossier, where it is, and nothing else', function () {
    if (!existsSync(file)) {
      console.log('      skipped: ../shared/dossier is not beside the repository');
      return this.skip();
    }
    const text = readFileSync(file, 'utf8');
    const { diagnostics, faults } = lint(text, {}, [...citations, ...dates]);
    assert.deepEqual(faults, []);
    const found = diagnostics
      .filter(({ severity }) => severity !== 'hint')
      .map(({ rule, span }) => `${text.slice(0, span.start).split('\n').length} ${rule}`);
    const order = (a: string, b: string): number =>
      parseInt(a, 10) - parseInt(b, 10) || a.localeCompare(b);
    assert.deepEqual(found.sort(order), [...expected].sort(order));
  });
});
