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

/** The quick fixes that mend a report, as the light bulb offers them. */
export async function quickFixes(
  document: TextDocument,
  report: Diagnostic,
): Promise<readonly CodeAction[]> {
  for (;;) {
    try {
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        report.range,
        'quickfix',
        20,
      );
      return actions.filter(({ edit, diagnostics }) =>
        Boolean(edit && diagnostics?.some((mended) => ruleOf(mended) === ruleOf(report))),
      );
    } catch (error) {
      // VS Code drops the request when another extension registers its actions meanwhile.
      if (!(error instanceof CancellationError) && !/cancell?ed/i.test(String(error))) throw error;
    }
  }
}

/** Applies the first quick fix of a report. */
export async function applyQuickFix(document: TextDocument, report: Diagnostic): Promise<void> {
  const [fix] = await quickFixes(document, report);
  assert.ok(fix?.edit, `a quick fix for ${ruleOf(report)}`);
  assert.ok(await workspace.applyEdit(fix.edit), `“${fix.title}” is applied`);
}
