import { say } from '../lint/settings.ts';
import { rules } from '../rules/index.ts';
import type { ExitStatus, Io } from './io.ts';
import { oneOf, parseCommandLine, UsageError } from './usage.ts';

/** `vanban rules`: the catalogue, from the rules themselves. */
export function rulesCommand(args: readonly string[], io: Io): ExitStatus {
  const { values, positionals } = parseCommandLine({
    args: [...args],
    allowPositionals: true,
    options: { format: { type: 'string' }, debug: { type: 'boolean' } },
  });
  if (positionals.length > 0) {
    throw new UsageError({
      vi: 'rules không nhận tên; dùng vanban explain để xem một quy tắc',
      en: 'rules takes no name; vanban explain shows one rule',
    });
  }
  const format = oneOf('--format', values.format, ['pretty', 'json'], 'pretty');
  io.out(format === 'json' ? asJson() : asText(io));
  return 0;
}

function asJson(): string {
  const rows = rules.map(({ id, severity, fix, types, norm, title, why, offByDefault }) => ({
    id,
    severity,
    enabled: offByDefault !== true,
    fix,
    types: types ?? [],
    norm,
    title,
    why,
  }));
  return `${JSON.stringify({ version: 1, rules: rows }, undefined, 2)}\n`;
}

function asText(io: Io): string {
  const width = Math.max(0, ...rules.map(({ id }) => id.length));
  return rules
    .map(
      ({ id, severity, fix, title, offByDefault }) =>
        `${id.padEnd(width)}  ${(offByDefault ? 'off' : severity).padEnd(7)}  ${fix.padEnd(6)}  ${say(title, io.language)}\n`,
    )
    .join('');
}
