import type { Severity } from '../rules/rule.ts';
import type { Edit, Span } from '../source/span.ts';

/** A finding as a person sees it: in one language, with the severity the settings give it. */
export interface Diagnostic {
  /** The rule's id, or the name of a limit. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly fixes: readonly DiagnosticFix[];
  readonly related: readonly { readonly span: Span; readonly message: string }[];
  /** Shown faded. */
  readonly unnecessary: boolean;
  /** The norm's paragraph; undefined for limits of the tool itself. */
  readonly norm: string | undefined;
}

export interface DiagnosticFix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/** Negative when `a` comes first: by position, then rule, then message. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
