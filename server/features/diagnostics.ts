import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic as ProtocolDiagnostic,
} from 'vscode-languageserver';
import type { Diagnostic } from '../lint/diagnostic.ts';
import type { Lines } from '../lint/lines.ts';
import { ruleById } from '../rules/index.ts';
import type { Severity } from '../rules/rule.ts';
import { rangeOf } from './ranges.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What of a diagnostic depends on the file and the host. */
export interface DiagnosticPlace {
  readonly uri: string;
  readonly lines: Lines;
  /** The folder of the rules' pages, ending in `/`; undefined where there are no pages. */
  readonly rulePages: string | undefined;
}

/** The diagnostic as the protocol has it. */
export function protocolDiagnostic(
  diagnostic: Diagnostic,
  { uri, lines, rulePages }: DiagnosticPlace,
): ProtocolDiagnostic {
  const { rule, related } = diagnostic;
  return {
    range: rangeOf(lines, diagnostic.span),
    severity: severities[diagnostic.severity],
    source: 'vanban',
    code: rule,
    message: diagnostic.message,
    data: { rule, norm: diagnostic.norm },
    ...(rulePages && ruleById(rule) ? { codeDescription: { href: `${rulePages}${rule}.md` } } : {}),
    ...(diagnostic.unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(related.length > 0
      ? {
          relatedInformation: related.map(({ span, message }) => ({
            location: { uri, range: rangeOf(lines, span) },
            message,
          })),
        }
      : {}),
  };
}
