import { rulePage } from '../lint/rulePage.ts';
import { ruleById } from '../rules/index.ts';
import type { ExitStatus, Io } from './io.ts';
import { parseCommandLine, UsageError } from './usage.ts';

/** `vanban explain`: one rule, what and why, by which norm, right and wrong. */
export function explainCommand(args: readonly string[], io: Io): ExitStatus {
  const { positionals } = parseCommandLine({
    args: [...args],
    allowPositionals: true,
    options: { debug: { type: 'boolean' } },
  });
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0) {
    throw new UsageError({
      vi: 'explain cần tên một quy tắc; vanban rules liệt kê các quy tắc',
      en: 'explain takes the name of one rule; vanban rules lists them',
    });
  }
  const rule = ruleById(id);
  if (!rule) {
    throw new UsageError({
      vi: `không có quy tắc ${id}; vanban rules liệt kê các quy tắc`,
      en: `there is no rule ${id}; vanban rules lists them`,
    });
  }
  io.out(`# ${id}\n\n${rulePage(rule, io.language)}\n`);
  return 0;
}
