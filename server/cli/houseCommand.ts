import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readHouseRules } from '../config/houseRules.ts';
import { Lines } from '../lint/lines.ts';
import { say } from '../lint/settings.ts';
import type { ExitStatus, Io } from './io.ts';
import { officeFolder } from './registerFiles.ts';
import { parseCommandLine, UsageError } from './usage.ts';

/** `vanban house test [FILE]`: whether each rule of the office holds what its examples say. */
export async function houseCommand(args: readonly string[], io: Io): Promise<ExitStatus> {
  const { positionals } = parseCommandLine({
    args: [...args],
    allowPositionals: true,
    options: {},
  });
  const [action, named] = positionals;
  if (action !== 'test') {
    throw new UsageError({ vi: 'house cần test', en: 'house takes test' });
  }
  const office = await officeFolder(io.folder);
  const path = named === undefined ? join(office ?? '.vanban', 'rules.yml') : named;
  let text: string;
  try {
    text = await readFile(resolve(io.folder, path), 'utf8');
  } catch {
    throw new UsageError({ vi: `không đọc được ${path}`, en: `cannot read ${path}` });
  }
  const { rules, problems } = readHouseRules(text);
  for (const { id, examples } of rules) {
    io.out(`✔ ${id} (${examples().length})\n`);
  }
  const lines = new Lines(text);
  for (const { span, message } of problems) {
    const { line, character } = lines.positionAt(span.start);
    io.out(`✘ ${path}:${line + 1}:${character + 1}: ${say(message, io.language)}\n`);
  }
  return problems.length > 0 ? 1 : 0;
}
