import assert from 'node:assert/strict';
import {
  CancellationError,
  commands,
  workspace,
  type CodeAction,
  type Diagnostic,
  type TextDocument,
} from 'vscode';
import { ruleOf } from './workspace.ts';

/**
 * The quick fixes at a report, as the light bulb offers them: never none, for every report can at least be
 * ignored. VS Code drops the request when another extension registers its actions meanwhile, and then answers
 * with an error or with nothing, by its version. The test's own time limit ends the asking.
 */
async function quickFixes(document: TextDocument, report: Diagnostic): Promise<CodeAction[]> {
  for (;;) {
    try {
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        report.range,
        'quickfix',
        20,
      );
      if (actions.length > 0) return actions;
    } catch (error) {
      if (!(error instanceof CancellationError) && !/cancell?ed/i.test(String(error))) throw error;
    }
  }
}

/** Applies the quick fix with this title at a report. */
export async function applyQuickFix(
  document: TextDocument,
  report: Diagnostic,
  title: RegExp,
): Promise<void> {
  const fixes = await quickFixes(document, report);
  const fix = fixes.find((offered) => title.test(offered.title));
  const offered = fixes.map((other) => other.title).join(' | ');
  assert.ok(fix?.edit, `a quick fix ${title} for ${ruleOf(report)}, not only: ${offered}`);
  assert.ok(await workspace.applyEdit(fix.edit), `“${fix.title}” is applied`);
}
