import {
  CodeActionKind,
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionContext,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Diagnostic, DiagnosticFix } from '../lint/diagnostic.ts';
import { fixAll } from '../lint/fixAll.ts';
import { limitRule } from '../lint/limits.ts';
import { say, type LintSettings } from '../lint/settings.ts';
import { overlaps, type Edit } from '../source/span.ts';
import { protocolDiagnostic } from './diagnostics.ts';
import { disabling } from './disableComment.ts';
import { headTurns } from './headTurns.ts';
import type { OpenDocument } from './openDocument.ts';
import { spanOf, textEdit } from './ranges.ts';

export const headFormKind = `${CodeActionKind.RefactorRewrite}.vanban.head`;

export const fixAllKind = `${CodeActionKind.SourceFixAll}.vanban`;

export interface CodeActionHost {
  readonly rulePages: string | undefined;
  /** Whether the client takes edits bound to a version of the document. */
  readonly versionedEdits: boolean;
  /** Whether the client shows actions that cannot be had, with their reason. */
  readonly disabledActions: boolean;
}

/** The actions for a range: of the kinds that the context asks for, and nothing else is worked out. */
export function codeActions(
  document: OpenDocument,
  settings: LintSettings,
  range: Range,
  context: CodeActionContext,
  host: CodeActionHost,
): readonly CodeAction[] {
  const actions: CodeAction[] = [];
  if (!context.only || asksFor(context.only, CodeActionKind.QuickFix)) {
    actions.push(...quickFixes(document, settings, range, host));
  }
  // Not while the caret merely moves: it takes reading the text twice over.
  const asked = context.triggerKind !== CodeActionTriggerKind.Automatic;
  if (asked && (!context.only || asksFor(context.only, headFormKind))) {
    actions.push(...headFormActions(document, settings, range, host));
  }
  // On save and on request alone: nobody looks for a whole-file edit in the light bulb of one word.
  if (context.only && asksFor(context.only, fixAllKind)) {
    actions.push(...fixAllAction(document, settings, host));
  }
  return actions;
}

/** Whether `kind` is one of those asked for, or falls under one. */
function asksFor(only: readonly string[], kind: string): boolean {
  return only.some((asked) => asked === '' || asked === kind || kind.startsWith(`${asked}.`));
}

function quickFixes(
  document: OpenDocument,
  settings: LintSettings,
  range: Range,
  host: CodeActionHost,
): readonly CodeAction[] {
  const asked = spanOf(document.lines, range);
  const result = document.linted(settings);
  const found = result?.diagnostics.filter(({ span }) => overlaps(span, asked)) ?? [];
  const fixes = found.flatMap((diagnostic) => fixActions(document, diagnostic, host));
  const disables = found
    .filter(({ rule }, index) => found.findIndex((other) => other.rule === rule) === index)
    .flatMap((diagnostic) => disableAction(document, settings, diagnostic, host));
  return [...fixes, ...disables];
}

function fixActions(
  document: OpenDocument,
  diagnostic: Diagnostic,
  host: CodeActionHost,
): readonly CodeAction[] {
  const onlySafe = diagnostic.fixes.filter(({ safe }) => safe).length === 1;
  return diagnostic.fixes.map((fix: DiagnosticFix) => ({
    ...quickFix(document, fix.title, diagnostic, fix.edits, host),
    ...(fix.safe && onlySafe ? { isPreferred: true } : {}),
  }));
}

function disableAction(
  document: OpenDocument,
  settings: LintSettings,
  diagnostic: Diagnostic,
  host: CodeActionHost,
): readonly CodeAction[] {
  if (diagnostic.rule === limitRule) return [];
  const { edit, scope } = disabling(document.parsed().source, document.lines, diagnostic);
  const title =
    scope === 'line'
      ? {
          vi: `Bỏ qua ${diagnostic.rule} ở dòng này`,
          en: `Ignore ${diagnostic.rule} on this line`,
        }
      : {
          vi: `Bỏ qua ${diagnostic.rule} trong cả tệp`,
          en: `Ignore ${diagnostic.rule} in the whole file`,
        };
  return [quickFix(document, say(title, settings.language), diagnostic, [edit], host)];
}

function quickFix(
  document: OpenDocument,
  title: string,
  diagnostic: Diagnostic,
  edits: readonly Edit[],
  host: CodeActionHost,
): CodeAction {
  const place = { uri: document.uri, lines: document.lines, rulePages: host.rulePages };
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [protocolDiagnostic(diagnostic, place)],
    edit: workspaceEdit(document, edits, host),
  };
}

function fixAllAction(
  document: OpenDocument,
  settings: LintSettings,
  host: CodeActionHost,
): readonly CodeAction[] {
  if (!document.isActive()) return [];
  const { edits } = fixAll(document.text, settings);
  if (edits.length === 0) return [];
  const title = {
    vi: 'Sửa mọi lỗi sửa được an toàn (vanban)',
    en: 'Fix everything that is safe to fix (vanban)',
  };
  return [
    {
      title: say(title, settings.language),
      kind: fixAllKind,
      edit: workspaceEdit(document, edits, host),
    },
  ];
}

/** The head's other form, offered in the head alone; with its reason where the two would not say the same. */
function headFormActions(
  document: OpenDocument,
  settings: LintSettings,
  range: Range,
  host: CodeActionHost,
): readonly CodeAction[] {
  return headTurns(document, spanOf(document.lines, range)).flatMap((turn): CodeAction[] => {
    const action = { title: say(turn.title, settings.language), kind: headFormKind };
    if ('edits' in turn) return [{ ...action, edit: workspaceEdit(document, turn.edits, host) }];
    const reason = say(turn.refused, settings.language);
    return host.disabledActions ? [{ ...action, disabled: { reason } }] : [];
  });
}

function workspaceEdit(
  document: OpenDocument,
  edits: readonly Edit[],
  { versionedEdits }: CodeActionHost,
): WorkspaceEdit {
  const { uri, version, lines } = document;
  const changes = edits.map((edit) => textEdit(lines, edit));
  return versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
    : { changes: { [uri]: changes } };
}
