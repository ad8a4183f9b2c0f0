import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Diagnostic } from '../../server/lint/diagnostic.ts';
import { lint } from '../../server/lint/lint.ts';
import { Lines } from '../../server/lint/lines.ts';
import { knownDocuments } from '../../server/norms/register/knownDocuments.ts';
import { bundledRegister } from '../../server/norms/register/bundled.ts';
import { sharedTexts } from '../support/sharedTexts.ts';

/** `right`: a records officer would say so too; `wrong`: would wave it away; `?`: nobody has read it yet. */
export type Verdict = 'right' | 'wrong' | '?';

/** One report on a real document. */
export interface Reviewed {
  readonly document: string;
  /** From 1, as editors show it. */
  readonly line: number;
  readonly rule: string;
  readonly severity: Diagnostic['severity'];
  readonly words: string;
  readonly message: string;
}

const list = new URL('reviewed.tsv', import.meta.url);
const longestWords = 40;

/** Every report on the real documents beside the repository; none where they are absent. */
export function reportsOnRealDocuments(): readonly Reviewed[] {
  const known = knownDocuments([bundledRegister()]);
  return sharedTexts().flatMap(({ name, text }) => {
    const lines = new Lines(text);
    return lint(text, { known }).diagnostics.map(({ rule, severity, span, message }) => ({
      document: name.replace('.md', ''),
      line: lines.positionAt(span.start).line + 1,
      rule,
      severity,
      words: text.slice(span.start, span.end).replace(/\s+/gu, ' ').slice(0, longestWords).trim(),
      message,
    }));
  });
}

/** What the verdict on a report is kept under. */
export function keyOf({ document, line, rule, words }: Reviewed): string {
  return [document, line, rule, words].join('\t');
}

/** The verdicts given so far: document, line, rule, words, verdict, a line each. */
export function verdicts(): ReadonlyMap<string, Verdict> {
  if (!existsSync(list)) return new Map();
  const rows = readFileSync(list, 'utf8').trimEnd().split('\n').slice(1);
  return new Map(
    rows.map((row) => {
      const at = row.lastIndexOf('\t');
      return [row.slice(0, at), row.slice(at + 1) as Verdict];
    }),
  );
}

/** Writes the list anew: what is reported now, with the verdicts it has. */
export function writeVerdicts(
  reports: readonly Reviewed[],
  known: ReadonlyMap<string, Verdict>,
): void {
  const rows = new Set(
    reports.map((report) => `${keyOf(report)}\t${known.get(keyOf(report)) ?? '?'}`),
  );
  writeFileSync(list, ['document\tline\trule\twords\tverdict', ...rows].join('\n').concat('\n'));
}
