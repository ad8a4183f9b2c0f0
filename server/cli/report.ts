import type { Diagnostic } from '../lint/diagnostic.ts';
import type { LintResult } from '../lint/lint.ts';
import { Lines, type Position } from '../lint/lines.ts';
import { isoDate, plainDate } from '../document/dates/plainDate.ts';
import type { Document } from '../document/document.ts';
import type { Severity } from '../rules/rule.ts';
import type { Span } from '../source/span.ts';

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** One file of the JSON output: the contract with whatever reads it. Positions are the protocol's. */
export interface FileReport {
  readonly path: string;
  readonly documents: readonly {
    readonly type: string | null;
    /** What stands after `Số:`; null while it is blank. */
    readonly number: string | null;
    readonly date: string | null;
    readonly title: string | null;
    readonly range: Range;
  }[];
  readonly diagnostics: readonly DiagnosticReport[];
}

export interface DiagnosticReport {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly fixes: readonly {
    readonly title: string;
    readonly safe: boolean;
    readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  }[];
}

export interface Summary {
  readonly files: number;
  readonly documents: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
  readonly skipped: number;
}

export interface Report {
  readonly version: 1;
  readonly files: readonly FileReport[];
  readonly summary: Summary;
}

/** What the rules said about a file, with places as lines and columns. */
export function fileReport(path: string, result: LintResult, quiet: boolean): FileReport {
  const lines = new Lines(result.source.text);
  const range = ({ start, end }: Span): Range => ({
    start: lines.positionAt(start),
    end: lines.positionAt(end),
  });
  const shown = result.diagnostics.filter(({ severity }) => !quiet || severity === 'error');
  return {
    path,
    documents: result.documents
      .filter(({ recognised }) => recognised)
      .map((document) => ({
        type: document.type?.id ?? null,
        number: numberOf(document),
        date: dateOf(document),
        title: document.subject?.text.replace(/\s+/gu, ' ').trim() || null,
        range: range(document.span),
      })),
    diagnostics: shown.map((diagnostic) => diagnosticReport(diagnostic, range)),
  };
}

function diagnosticReport(
  { rule, severity, message, span, fixes }: Diagnostic,
  range: (span: Span) => Range,
): DiagnosticReport {
  return {
    rule,
    severity,
    message,
    range: range(span),
    fixes: fixes.map(({ title, safe, edits }) => ({
      title,
      safe,
      edits: edits.map((edit) => ({ range: range(edit.span), newText: edit.newText })),
    })),
  };
}

/** The number as it stands, without its label; null while its figure is blank. */
function numberOf({ number }: Document): string | null {
  if (!number?.numeral) return null;
  return number.text.replace(/^số\s*:?/iu, '').trim() || null;
}

function dateOf({ placeAndDate }: Document): string | null {
  const { day, month, year } = placeAndDate?.date ?? {};
  if (day === undefined || month === undefined || year === undefined) return null;
  const date = plainDate(year, month, day);
  return date ? isoDate(date) : null;
}

/** All files in the order of their paths, with the counts. */
export function report(files: readonly FileReport[], skipped: number): Report {
  const ordered = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const all = ordered.flatMap((file) => file.diagnostics);
  const count = (severity: Severity): number =>
    all.filter((diagnostic) => diagnostic.severity === severity).length;
  return {
    version: 1,
    files: ordered,
    summary: {
      files: ordered.length,
      documents: ordered.flatMap((file) => file.documents).length,
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
      hints: count('hint'),
      skipped,
    },
  };
}
