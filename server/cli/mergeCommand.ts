import { resolve } from 'node:path';
import { readRegular } from '../regularFile.ts';
import { cannotRead } from './diskReasons.ts';
import type { Severity } from '../rules/rule.ts';
import { json } from './formats/json.ts';
import type { ExitStatus, Io } from './io.ts';
import { report, type FileReport, type Report } from './report.ts';
import { decode } from './textFile.ts';
import { parseCommandLine, UsageError } from './usage.ts';

const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** More than the JSON of any archive's shard, bytes. */
const largest = 500_000_000;

/**
 * `vanban merge`: the JSON of the shards of one `vanban lint --format json`, as one run over all files writes it. Exits
 * with 1 where there is an error, and with 2 for what is no such JSON and for a file that two shards hold.
 */
export async function mergeCommand(args: readonly string[], io: Io): Promise<ExitStatus> {
  const { positionals } = parseCommandLine({
    args: [...args],
    allowPositionals: true,
    options: { debug: { type: 'boolean' } },
  });
  if (positionals.length === 0) {
    throw new UsageError({
      vi: 'merge cần các tệp JSON mà vanban lint --shard đã ghi',
      en: 'merge takes the JSON files that vanban lint --shard wrote',
    });
  }
  const shards: Report[] = [];
  for (const path of positionals) shards.push(await readReport(path, io.folder));
  const files = shards.flatMap((shard) => shard.files);
  assertOnce(files);
  const whole = report(
    files,
    shards.reduce((sum, { summary }) => sum + summary.skipped, 0),
  );
  io.out(json(whole));
  return whole.summary.errors > 0 ? 1 : 0;
}

async function readReport(path: string, folder: string): Promise<Report> {
  let bytes: Uint8Array;
  try {
    bytes = await readRegular(resolve(folder, path), largest);
  } catch (error) {
    throw new UsageError(cannotRead(path, error));
  }
  try {
    const value: unknown = JSON.parse(decode(bytes)?.text ?? '');
    if (isReport(value)) return value;
  } catch {
    // told below
  }
  throw new UsageError({
    vi: `${path}: không phải JSON của vanban lint --format json`,
    en: `${path}: not the JSON of vanban lint --format json`,
  });
}

function isReport(value: unknown): value is Report {
  const { version, files, summary } = fields(value);
  return (
    version === 1 &&
    Array.isArray(files) &&
    files.every(isFileReport) &&
    Number.isSafeInteger(fields(summary)['skipped'])
  );
}

function isFileReport(value: unknown): value is FileReport {
  const { path, documents, diagnostics } = fields(value);
  return (
    typeof path === 'string' &&
    Array.isArray(documents) &&
    Array.isArray(diagnostics) &&
    diagnostics.every((one) => severities.some((known) => known === fields(one)['severity']))
  );
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function assertOnce(files: readonly FileReport[]): void {
  const seen = new Set<string>();
  for (const { path } of files) {
    if (seen.has(path)) {
      throw new UsageError({
        vi: `${path} có ở hai phần: mỗi phần cần một --shard khác nhau`,
        en: `${path} is in two shards: each takes a --shard of its own`,
      });
    }
    seen.add(path);
  }
}
