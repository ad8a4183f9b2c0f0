import assert from 'node:assert/strict';
import { lint, type LintResult } from '../../server/lint/lint.ts';
import { spansIn } from '../support/documentSpans.ts';
import { edit } from './markdownPieces.ts';
import type { Random } from './random.ts';

/** What lint gives for a text, once all that it names lies in the text and no rule failed. */
export function checked(text: string): LintResult {
  const result = lint(text);
  assert.deepEqual(result.faults, []);
  assert.ok(result.documents.length > 0);
  for (const { start, end } of spansIn(
    [result.documents, result.diagnostics],
    ['source', 'paragraph'],
  )) {
    assert.ok(0 <= start && start <= end && end <= text.length, `${start}–${end}`);
  }
  return result;
}

/** The text after one edit at random. */
export function mutated(text: string, random: Random): string {
  const { from, to, inserted } = edit(random, text.length);
  return text.slice(0, from) + inserted + text.slice(to);
}
