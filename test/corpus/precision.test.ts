import assert from 'node:assert/strict';
import { keyOf, reportsOnRealDocuments, verdicts, type Reviewed } from './reviewed.ts';

/** Of all reports of a severity at most this share may be wrong. */
const mostWrong = { loud: 0.03, quiet: 0.08 };

const isLoud = ({ severity }: Reviewed): boolean => severity === 'error' || severity === 'warning';

describe('reports on real documents', function () {
  this.timeout(300_000);

  const known = verdicts();
  let reports: readonly Reviewed[] = [];

  before(function () {
    reports = reportsOnRealDocuments();
    if (reports.length > 0) return;
    console.log('      no ../shared beside the repository: precision is not measured');
    this.skip();
  });

  it('are all read by a person, and none is listed that is made no more', () => {
    const keys = new Set(reports.map(keyOf));
    const unread = [...keys].filter((key) => (known.get(key) ?? '?') === '?');
    const gone = [...known.keys()].filter((key) => !keys.has(key));
    assert.deepEqual({ unread, gone }, { unread: [], gone: [] });
  });

  it('are right', () => {
    const byRule = new Map<string, { right: number; wrong: number }>();
    const total = { loud: { right: 0, wrong: 0 }, quiet: { right: 0, wrong: 0 } };
    for (const report of reports) {
      const verdict = known.get(keyOf(report)) === 'right' ? 'right' : 'wrong';
      const counts = byRule.get(report.rule) ?? { right: 0, wrong: 0 };
      counts[verdict] += 1;
      byRule.set(report.rule, counts);
      total[isLoud(report) ? 'loud' : 'quiet'][verdict] += 1;
    }
    for (const [rule, { right, wrong }] of [...byRule].sort()) {
      console.log(`      ${rule}: ${right} right, ${wrong} wrong`);
    }
    for (const [kind, { right, wrong }] of Object.entries(total)) {
      const share = ((100 * wrong) / Math.max(1, right + wrong)).toFixed(1);
      const name = kind === 'loud' ? 'errors and warnings' : 'infos and hints';
      console.log(`      ${name}: ${right + wrong} read, ${wrong} wrong (${share} %)`);
    }
    const { loud, quiet } = total;
    assert.ok(loud.wrong <= mostWrong.loud * (loud.right + loud.wrong));
    assert.ok(quiet.wrong <= mostWrong.quiet * (quiet.right + quiet.wrong));
  });
});
