import type { Report } from '../report.ts';
import type { Severity } from '../../rules/rule.ts';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** The report as workflow commands of GitHub Actions, whose places count from one. */
export function github({ files }: Report): string {
  return files
    .flatMap(({ path, diagnostics }) =>
      diagnostics.map(({ severity, range: { start, end }, rule, message }) => {
        const properties = [
          `file=${property(path)}`,
          `line=${start.line + 1}`,
          `endLine=${end.line + 1}`,
          `col=${start.character + 1}`,
          `endColumn=${end.character + 1}`,
          `title=${property(rule)}`,
        ];
        return `::${commands[severity]} ${properties.join(',')}::${data(message)}\n`;
      }),
    )
    .join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
