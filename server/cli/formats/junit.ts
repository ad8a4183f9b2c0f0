import type { FileReport, Report } from '../report.ts';

/** The report as JUnit XML: a suite a file, a failing case an error or warning; what is milder passes. */
export function junit({ files }: Report): string {
  const suites = files.map(suite).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="vanban">\n${suites}</testsuites>\n`;
}

function suite({ path, diagnostics }: FileReport): string {
  const failing = diagnostics.filter(
    ({ severity }) => severity === 'error' || severity === 'warning',
  );
  const cases = failing.map(({ rule, severity, message, range: { start } }) => {
    const place = `${start.line + 1}:${start.character + 1}`;
    return [
      `    <testcase classname="${xml(path)}" name="${xml(`${rule} (${place})`)}">\n`,
      `      <failure type="${severity}" message="${xml(message)}">${xml(`${path}:${place}`)}</failure>\n`,
      '    </testcase>\n',
    ].join('');
  });
  const passing = `    <testcase classname="${xml(path)}" name="vanban"/>\n`;
  const count = Math.max(1, failing.length);
  const body = failing.length > 0 ? cases.join('') : passing;
  return `  <testsuite name="${xml(path)}" tests="${count}" failures="${failing.length}" errors="0">\n${body}  </testsuite>\n`;
}

/** Escaped for XML, without the control characters that XML has no way to write. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
