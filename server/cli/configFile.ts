import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { readSettings, type LintSettings } from '../lint/settings.ts';
import { ruleById } from '../rules/index.ts';
import type { Localized } from '../rules/rule.ts';
import { limitRule } from '../lint/limits.ts';
import { UsageError } from './usage.ts';

export interface Config {
  readonly settings: LintSettings;
  /** What is odd yet does no harm. */
  readonly warnings: readonly Localized[];
}

/** The settings in a JSON or YAML file; throws a UsageError when it cannot be read as such. */
export async function readConfig(path: string): Promise<Config> {
  const { settings, problems } = readSettings(await parsed(path));
  const [first] = problems;
  if (first) throw new UsageError({ vi: `${path}: ${first.vi}`, en: `${path}: ${first.en}` });
  const unknown = Object.keys(settings.rules ?? {}).filter(
    (id) => id !== limitRule && !ruleById(id),
  );
  return {
    settings,
    warnings: unknown.map((id) => ({
      vi: `${path}: không có quy tắc ${id}`,
      en: `${path}: there is no rule ${id}`,
    })),
  };
}

async function parsed(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new UsageError({ vi: `không đọc được ${path}`, en: `cannot read ${path}` });
  }
  try {
    return parse(text);
  } catch {
    throw new UsageError({
      vi: `${path}: không phải JSON hay YAML đúng`,
      en: `${path}: neither valid JSON nor valid YAML`,
    });
  }
}
