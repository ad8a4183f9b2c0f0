import { say, type Language } from '../../lint/settings.ts';
import { rules } from '../../rules/index.ts';
import type { Severity } from '../../rules/rule.ts';
import type { DiagnosticReport, FileReport, Range, Report } from '../report.ts';

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/** The report as SARIF 2.1.0, whose places count from one. */
export function sarif({ files }: Report, language: Language | undefined, version: string): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'vanban',
            ...(version ? { semanticVersion: version } : {}),
            rules: rules.map((rule) => ({
              id: rule.id,
              shortDescription: { text: say(rule.title, language) },
              fullDescription: { text: say(rule.why, language) },
              help: { text: rule.norm },
              defaultConfiguration: { level: levels[rule.severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap((file) =>
          file.diagnostics.map((diagnostic) => result(file, diagnostic)),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function result({ path }: FileReport, diagnostic: DiagnosticReport): object {
  const artifactLocation = { uri: uriOf(path) };
  const ruleIndex = rules.findIndex(({ id }) => id === diagnostic.rule);
  return {
    ruleId: diagnostic.rule,
    ...(ruleIndex >= 0 ? { ruleIndex } : {}),
    level: levels[diagnostic.severity],
    message: { text: diagnostic.message },
    locations: [{ physicalLocation: { artifactLocation, region: region(diagnostic.range) } }],
    ...(diagnostic.fixes.length > 0
      ? {
          fixes: diagnostic.fixes.map(({ title, edits }) => ({
            description: { text: title },
            artifactChanges: [
              {
                artifactLocation,
                replacements: edits.map(({ range, newText }) => ({
                  deletedRegion: region(range),
                  insertedContent: { text: newText },
                })),
              },
            ],
          })),
        }
      : {}),
  };
}

function region({ start, end }: Range): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function uriOf(path: string): string {
  const parts = path.split(/[\\/]/u).map(encodeURIComponent);
  return path.startsWith('/') ? `file://${parts.join('/')}` : parts.join('/');
}
