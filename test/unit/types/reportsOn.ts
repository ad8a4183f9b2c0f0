import { lint } from '../../../server/lint/lint.ts';

/** The reports on the text, hints aside, as `rule [text] message`. */
export function reportsOn(text: string): readonly string[] {
  return lint(text).diagnostics.flatMap(({ severity, rule, message, span }) =>
    severity === 'hint' ? [] : [`${rule} [${text.slice(span.start, span.end)}] ${message}`],
  );
}
