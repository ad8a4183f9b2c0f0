import type { KnownDocument } from '../norms/knownDocuments.ts';
import type { Example, Rule, Severity } from '../rules/rule.ts';
import { say, type Language } from './settings.ts';

const severities: Readonly<Record<Severity, { readonly vi: string; readonly en: string }>> = {
  error: { vi: 'lỗi', en: 'error' },
  warning: { vi: 'cảnh báo', en: 'warning' },
  info: { vi: 'lưu ý', en: 'info' },
  hint: { vi: 'gợi ý', en: 'hint' },
};

const fixes: Readonly<Record<Rule['fix'], { readonly vi: string; readonly en: string }>> = {
  yes: { vi: 'sửa được an toàn', en: 'safe' },
  choice: { vi: 'người soạn chọn', en: 'the writer chooses' },
  none: { vi: 'không có', en: 'none' },
};

/** One rule in Markdown: what, why, by which paragraph, right and wrong. What its page and `explain` show. */
export function rulePage(rule: Rule, language: Language | undefined): string {
  const words = (vi: string, en: string): string => say({ vi, en }, language);
  const colon = ': ';
  return [
    `${say(rule.title, language)}.`.replace(/\.\.$/u, '.'),
    say(rule.why, language),
    [
      `- ${words('Mức', 'Severity')}${colon}${say(severities[rule.severity], language)}${rule.offByDefault ? words(' (tắt cho đến khi cấu hình bật)', ' (off until the settings turn it on)') : ''}`,
      `- ${words('Sửa nhanh', 'Quick fix')}${colon}${say(fixes[rule.fix], language)}`,
      `- ${words('Căn cứ', 'Norm')}${colon}${rule.norm}`,
      ...(rule.types
        ? [`- ${words('Áp dụng cho', 'Applies to')}${colon}${rule.types.join(', ')}`]
        : []),
    ].join('\n'),
    ...(rule.exampleRegister ? [registerText(rule.exampleRegister, words)] : []),
    ...rule.examples().map((example) => exampleText(example, words)),
  ].join('\n\n');
}

/** What the examples know: without it nobody sees why one is wrong. */
function registerText(
  known: readonly KnownDocument[],
  words: (vi: string, en: string) => string,
): string {
  const rows = known.map(({ number, date, issuer, subject, ended }) => {
    const what = [number, date, issuer, subject].filter((part) => part !== undefined).join('; ');
    const by = ended?.by === undefined ? '' : words(` theo ${ended.by}`, ` by ${ended.by}`);
    const end = ended ? words(`; hết hiệu lực từ ${ended.on}`, `; ended on ${ended.on}`) : '';
    return `- ${what}${end}${by}`;
  });
  return `${words('Văn bản đã biết khi đọc các ví dụ', 'What is known where the examples are read')}:\n\n${rows.join('\n')}`;
}

function exampleText(example: Example, words: (vi: string, en: string) => string): string {
  if ('good' in example) return `${words('Đúng', 'Right')}:\n\n${fenced(example.good)}`;
  const wrong = `${words('Sai (chỗ sai nằm giữa « »)', 'Wrong (the place is between « »)')}:\n\n${fenced(example.bad)}`;
  return example.fixed === undefined
    ? wrong
    : `${wrong}\n\n${words('Sau khi sửa', 'After the fix')}:\n\n${fenced(example.fixed)}`;
}

function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}markdown\n${text.trimEnd()}\n${fence}`;
}
