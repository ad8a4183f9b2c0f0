import { say, type Language } from '../../lint/settings.ts';
import type { Localized, Severity } from '../../rules/rule.ts';
import type { Report, Summary } from '../report.ts';

export interface PrettyOptions {
  readonly language: Language | undefined;
  readonly color: boolean;
}

const names: Readonly<Record<Severity, Localized>> = {
  error: { vi: 'lỗi', en: 'error' },
  warning: { vi: 'cảnh báo', en: 'warning' },
  info: { vi: 'lưu ý', en: 'info' },
  hint: { vi: 'gợi ý', en: 'hint' },
};

const colors: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36, hint: 90 };

/** The report for people: one line a diagnostic, one-based as editors show places, then the counts. */
export function pretty({ files, summary }: Report, { language, color }: PrettyOptions): string {
  const paint = (code: number, text: string): string =>
    color ? `\u001b[${code}m${text}\u001b[0m` : text;
  const blocks = files
    .filter(({ diagnostics }) => diagnostics.length > 0)
    .map(({ path, diagnostics }) => {
      const rows = diagnostics.map(({ range, severity, message, rule, fixes }) => {
        const place = `${range.start.line + 1}:${range.start.character + 1}`;
        const mark = fixes.some(({ safe }) => safe) ? '*' : ' ';
        const name = say(names[severity], language).padEnd(8);
        return `  ${place.padStart(8)} ${mark} ${paint(colors[severity], name)}  ${message}  ${paint(90, rule)}`;
      });
      return `${paint(1, path)}\n${rows.join('\n')}\n`;
    });
  return `${blocks.join('\n')}${blocks.length > 0 ? '\n' : ''}${summaryLine(summary, language)}\n`;
}

function summaryLine(summary: Summary, language: Language | undefined): string {
  const { files, documents, errors, warnings, infos, hints, skipped } = summary;
  return say(
    {
      vi: `${files} tệp, ${documents} văn bản: ${errors} lỗi, ${warnings} cảnh báo, ${infos} lưu ý, ${hints} gợi ý; bỏ qua ${skipped} tệp`,
      en: `${files} files, ${documents} documents: ${errors} errors, ${warnings} warnings, ${infos} infos, ${hints} hints; ${skipped} files skipped`,
    },
    language,
  );
}
