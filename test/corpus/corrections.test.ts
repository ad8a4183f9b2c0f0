import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../../server/lint/diagnostic.ts';
import { lint } from '../../server/lint/lint.ts';
import { Lines } from '../../server/lint/lines.ts';
import { sharedTexts } from '../support/sharedTexts.ts';

/**
 * What reviewers put right between a draft and its final, a line each: the draft's line and words, the final's,
 * and the rule that could have known it (`-` where no linter could: facts, another wording, the signer).
 */
interface Correction {
  readonly draft: string;
  readonly draftLine: number;
  readonly final: string;
  readonly finalLine: number;
  readonly before: string;
  readonly after: string;
  readonly rule: string;
}

interface Read {
  readonly text: string;
  readonly lines: Lines;
  readonly diagnostics: readonly Diagnostic[];
}

const least = 0.8;

const texts = new Map(sharedTexts().map(({ name, text }) => [name.replace('.md', ''), text]));

function corrections(): readonly Correction[] {
  const url = new URL('corrections.tsv', import.meta.url);
  const [, ...rows] = readFileSync(url, 'utf8').trimEnd().split('\n');
  return rows.map((row) => {
    const [
      draft = '',
      line = '',
      final = '',
      lineOfFinal = '',
      before = '',
      after = '',
      rule = '',
    ] = row.split('\t');
    return {
      draft,
      draftLine: Number(line) - 1,
      final,
      finalLine: Number(lineOfFinal) - 1,
      before,
      after,
      rule,
    };
  });
}

const read = new Map<string, Read>();

function document(name: string): Read {
  const known = read.get(name);
  if (known) return known;
  const text = texts.get(name) ?? '';
  const made = { text, lines: new Lines(text), diagnostics: lint(text).diagnostics };
  read.set(name, made);
  return made;
}

/** Whether the rule reports the words on the line; any place of the line where there are no words. */
function reports(name: string, line: number, words: string, rule: string): boolean {
  const { text, lines, diagnostics } = document(name);
  const place = lines.lineSpan(line);
  const wanted = words.replace(/…$/u, '');
  const found = text.slice(place.start, place.end).includes(wanted) ? wanted : '';
  return diagnostics.some((diagnostic) => {
    if (diagnostic.rule !== rule) return false;
    const { start, end } = diagnostic.span;
    if (end < place.start || start > place.end) return false;
    for (let at = place.start; found !== '' && (at = text.indexOf(found, at)) !== -1; at += 1) {
      if (at > place.end) return false;
      if (start <= at + found.length && at <= end) return true;
    }
    return found === '';
  });
}

describe('drafts against finals', function () {
  before(function () {
    if (texts.size > 0) return;
    console.log('      no ../shared beside the repository: drafts are not compared');
    this.skip();
  });

  it('reports on the draft what the reviewer corrected, and no more on the final', () => {
    const all = corrections();
    const lintable = all.filter(({ rule }) => rule !== '-');
    const missed: string[] = [];
    const byRule = new Map<string, { known: number; all: number }>();
    for (const { draft, draftLine, final, finalLine, before, after, rule } of lintable) {
      const before_ = reports(draft, draftLine, before, rule);
      const after_ = reports(final, finalLine, after, rule);
      const count = byRule.get(rule) ?? { known: 0, all: 0 };
      count.all += 1;
      if (before_ && !after_) count.known += 1;
      else
        missed.push(
          `${draft}:${draftLine + 1} ${rule} “${before}” → “${after}”${before_ ? ' still on the final' : ''}`,
        );
      byRule.set(rule, count);
    }
    const known = lintable.length - missed.length;
    for (const line of missed) console.log(`      missed: ${line}`);
    for (const [rule, count] of [...byRule].sort()) {
      console.log(`      ${rule}: ${count.known} of ${count.all}`);
    }
    console.log(
      `      ${all.length} corrections, ${lintable.length} lintable, ${known} known before the reviewer (${((100 * known) / lintable.length).toFixed(1)} %)`,
    );
    assert.ok(known >= least * lintable.length);
  });
});
