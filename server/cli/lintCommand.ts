import { resolve } from 'node:path';
import { parseDocuments } from '../document/parseDocuments.ts';
import { holdsDocument, isOurs } from '../features/activation.ts';
import { fixAll } from '../lint/fixAll.ts';
import { lintDocuments, type LintResult } from '../lint/lint.ts';
import { say, type LintSettings } from '../lint/settings.ts';
import type { KnownDocument } from '../norms/knownDocuments.ts';
import { rules } from '../rules/index.ts';
import type { Localized } from '../rules/rule.ts';
import { parseSource } from '../source/parseSource.ts';
import { baselineCommand } from './baselineCommand.ts';
import { officeBaseline } from './baselineFiles.ts';
import { Configs } from './configFile.ts';
import { findFiles, type FoundFile } from './findFiles.ts';
import { cannotRead, notText } from './diskReasons.ts';
import { changedLines } from './changedLines.ts';
import { github } from './formats/github.ts';
import { json } from './formats/json.ts';
import { junit } from './formats/junit.ts';
import { pretty } from './formats/pretty.ts';
import { sarif } from './formats/sarif.ts';
import type { ExitStatus, Io } from './io.ts';
import {
  filesBeside,
  knownFiles,
  knownFrom,
  registerTrouble,
  scanFile,
  type KnownFiles,
} from './knownFiles.ts';
import { inThreads, serveAsThread, threadsFor } from './lintThreads.ts';
import { notWritten } from './outputFile.ts';
import { readShard, shardOf, type Shard } from './shard.ts';
import { fileReport, report, type FileReport, type Report } from './report.ts';
import { decode, readBytesNow, replaceFile, type TextFile } from './textFile.ts';
import { oneOf, parseCommandLine, UsageError, wholeNumber } from './usage.ts';

const formats = ['pretty', 'json', 'sarif', 'github', 'junit'] as const;

interface LintOptions {
  readonly format: (typeof formats)[number];
  readonly fix: 'no' | 'write' | 'show';
  readonly config: string | undefined;
  /** The baseline to go by instead of the office's. */
  readonly baseline: string | undefined;
  readonly noBaseline: boolean;
  /** The name that the text from standard input goes by; undefined when paths are read. */
  readonly input: string | undefined;
  readonly quiet: boolean;
  /** Threads at most; undefined where the machine decides. */
  readonly jobs: number | undefined;
  /** The part of the files to be checked; undefined for all. */
  readonly shard: Shard | undefined;
  readonly maxWarnings: number | undefined;
  readonly paths: readonly string[];
}

/** What became of one file. */
interface Outcome {
  readonly report: FileReport | undefined;
  readonly errors: number;
  readonly warnings: number;
  /** How many fixes were applied, and what they changed. */
  readonly fixes: number;
  readonly changes: string;
  readonly trouble: readonly Localized[];
}

/** `vanban lint`: checks files, may mend them, and reports. */
export async function lintCommand(args: readonly string[], io: Io): Promise<ExitStatus> {
  if (args.includes('--write-baseline')) return writeInstead(args, io);
  const options = readOptions(args);
  const configs = await Configs.open(io, options.config);
  const { files: all, trouble: unfound } =
    options.input === undefined
      ? await findFiles(options.paths, io.folder)
      : { files: [{ path: options.input, named: true, root: '.' }], trouble: [] };
  const files = shardOf(all, options.shard);
  const first = all[0]?.path;
  // What concerns all files at once is told in the language of the first.
  const common = await configs.of(first ?? '.');
  const { settings } = common;
  const complain = (text: Localized): void => io.err(`vanban: ${say(text, settings.language)}\n`);
  common.trouble.forEach(complain);
  unfound.forEach(complain);
  const paths = all.map(({ path }) => path);
  (await registerTrouble(paths, io.folder)).forEach(complain);
  let failed = unfound.length > 0 || common.unreadable;
  const outcomes: Outcome[] = [];
  const told = new Set(common.trouble.map(({ vi }) => vi));
  const take = ({ config, unreadable: unread, outcome }: Checked): void => {
    // Each thread tells of a config file once: it is told where its first file stands.
    for (const trouble of config.filter(({ vi }) => !told.has(vi))) {
      told.add(trouble.vi);
      complain(trouble);
    }
    outcome.trouble.forEach(complain);
    failed ||= unread || outcome.trouble.length > 0;
    outcomes.push(outcome);
  };
  // Fixing goes file by file: what the files say of each other is read before the first is written.
  const threads =
    io.program === undefined || options.fix === 'write'
      ? 1
      : threadsFor(files.length, options.jobs);
  if (threads > 1 && io.program !== undefined) {
    const beside = await filesBeside(paths, io.folder);
    const task = { args, folder: io.folder, language: io.language, files, beside };
    const answers = await inThreads<Scanned, Checked>(io.program, task, threads);
    for (const [index, { path }] of files.entries()) {
      const answer = answers[index];
      take(answer?.kind === 'done' ? answer.value : faulty(path, answer?.why ?? ''));
    }
  } else {
    const known = await knownFiles(paths, io.folder);
    const check = await checker(options, configs, paths, known, io);
    for (const file of files) take(await check(file));
  }

  const reports = outcomes.flatMap((outcome) => outcome.report ?? []);
  const unread = outcomes.filter((outcome) => !outcome.report && outcome.trouble.length > 0);
  const skipped = outcomes.length - reports.length - unread.length;
  io.out(formatted(report(reports, skipped), options, settings, io));
  if (options.format === 'pretty') io.out(fixNote(outcomes, options, settings));

  const errors = sum(outcomes.map((outcome) => outcome.errors));
  const warnings = sum(outcomes.map((outcome) => outcome.warnings));
  if (failed) return 2;
  return errors > 0 || warnings > (options.maxWarnings ?? Number.POSITIVE_INFINITY) ? 1 : 0;
}

/** What became of one file, and what its config files had to tell. */
interface Checked {
  readonly config: readonly Localized[];
  readonly unreadable: boolean;
  readonly outcome: Outcome;
}

type Scanned = readonly KnownDocument[];

/** Checks files as one of the threads of a `vanban lint`. */
export function lintThread(io: Io): Promise<void> {
  return serveAsThread<Scanned, Checked>(async ({ args, folder, language, files, beside }) => {
    const own = { ...io, folder, language };
    const options = readOptions(args);
    const configs = await Configs.open(own, options.config);
    const paths = files.map(({ path }) => path);
    const checkerOf = async (scanned: readonly (Scanned | undefined)[]): Promise<Check> =>
      checker(options, configs, paths, await knownFrom(paths, folder, beside, scanned), own);
    let check: Check | undefined;
    return {
      scan: scanFile,
      know: async (scanned) => {
        check = await checkerOf(scanned);
      },
      check: async (file) => (check ??= await checkerOf([]))(file),
    };
  });
}

type Check = (file: FoundFile) => Promise<Checked>;

/** What checks each of the files, knowing all of them: a fault in one does not keep the others. */
async function checker(
  options: LintOptions,
  configs: Configs,
  paths: readonly string[],
  known: KnownFiles,
  io: Io,
): Promise<Check> {
  const asked =
    options.baseline !== undefined
      ? { path: resolve(io.folder, options.baseline), folder: undefined }
      : options.config !== undefined
        ? (await configs.of(paths[0] ?? '.')).baseline
        : undefined;
  const named = asked && (await officeBaseline(io.folder, asked));
  return async (file) => {
    try {
      const own = await configs.of(file.path);
      const noted = named?.entriesOf(resolve(io.folder, file.path)) ?? own.settings.baseline ?? [];
      const beside = { known: known.of(file.path), baseline: options.noBaseline ? [] : noted };
      const outcome = await lintFile(file, options, { ...own.settings, ...beside }, io);
      return { config: own.trouble, unreadable: own.unreadable, outcome };
    } catch (error) {
      return faulty(file.path, error instanceof Error ? error.message : String(error));
    }
  };
}

function faulty(path: string, why: string): Checked {
  const outcome = unreadable({
    vi: `${path}: trục trặc khi kiểm tra: ${why}`,
    en: `${path}: a fault while checking: ${why}`,
  });
  return { config: [], unreadable: false, outcome };
}

/** `--write-baseline` is `vanban baseline write` for those who look for it here. */
function writeInstead(args: readonly string[], io: Io): Promise<ExitStatus> {
  return baselineCommand(['write', ...args.filter((arg) => arg !== '--write-baseline')], io);
}

function readOptions(args: readonly string[]): LintOptions {
  const { values, positionals } = parseCommandLine({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      fix: { type: 'boolean' },
      'fix-dry-run': { type: 'boolean' },
      config: { type: 'string' },
      baseline: { type: 'string' },
      'no-baseline': { type: 'boolean' },
      stdin: { type: 'boolean' },
      'stdin-filename': { type: 'string' },
      quiet: { type: 'boolean' },
      'max-warnings': { type: 'string' },
      jobs: { type: 'string' },
      shard: { type: 'string' },
      debug: { type: 'boolean' },
    },
  });
  const stdin = values.stdin === true || values['stdin-filename'] !== undefined;
  if (values.fix && values['fix-dry-run']) {
    throw new UsageError({
      vi: '--fix và --fix-dry-run không đi cùng nhau',
      en: '--fix and --fix-dry-run exclude each other',
    });
  }
  if (stdin && values.fix) {
    throw new UsageError({
      vi: '--fix cần một tệp để ghi; với --stdin hãy dùng --fix-dry-run',
      en: '--fix needs a file to write; with --stdin use --fix-dry-run',
    });
  }
  if (stdin && positionals.length > 0) {
    throw new UsageError({
      vi: '--stdin và đường dẫn không đi cùng nhau',
      en: '--stdin and paths exclude each other',
    });
  }
  if (!stdin && positionals.length === 0) {
    throw new UsageError({
      vi: 'lint cần ít nhất một tệp hoặc thư mục; xem vanban --help',
      en: 'lint takes at least one file or folder; see vanban --help',
    });
  }
  return {
    format: oneOf('--format', values.format, formats, 'pretty'),
    fix: values.fix ? 'write' : values['fix-dry-run'] ? 'show' : 'no',
    config: values.config,
    baseline: values.baseline,
    noBaseline: values['no-baseline'] === true,
    input: stdin ? (values['stdin-filename'] ?? '<stdin>') : undefined,
    quiet: values.quiet === true,
    jobs: wholeNumber('--jobs', values.jobs, 1),
    shard: readShard(values.shard),
    maxWarnings: wholeNumber('--max-warnings', values['max-warnings'], 0),
    paths: positionals,
  };
}

async function lintFile(
  file: FoundFile,
  options: LintOptions,
  settings: LintSettings,
  io: Io,
): Promise<Outcome> {
  const { path, named } = file;
  if (settings.excluded === true) return nothing;
  let bytes: Uint8Array;
  try {
    bytes =
      options.input === undefined ? readBytesNow(resolve(io.folder, path)) : await io.readInput();
  } catch (error) {
    return unreadable(cannotRead(path, error));
  }
  const original = decode(bytes);
  if (!original) return unreadable(notText(path));
  const first = lintText(path, original.text, settings);
  if (!first.active && !named) return nothing;
  if (options.fix === 'no' || !first.active) {
    return outcomeOf(path, first.result, options.quiet, { fixes: 0, changes: '' });
  }
  return fixFile(file, original, options, settings, io);
}

async function fixFile(
  { path }: FoundFile,
  original: TextFile,
  options: LintOptions,
  settings: LintSettings,
  io: Io,
): Promise<Outcome> {
  const fixed = fixAll(original.text, settings);
  const { result } = lintText(path, fixed.text, settings);
  if (options.fix === 'write' && fixed.edits.length > 0) {
    const place = resolve(io.folder, path);
    const written = await replaceFile(place, original, { ...original, text: fixed.text });
    if (written.state !== 'written') {
      const asBefore = lintText(path, original.text, settings).result;
      const outcome = outcomeOf(path, asBefore, options.quiet, { fixes: 0, changes: '' });
      return { ...outcome, trouble: [...outcome.trouble, notWritten(path, written)] };
    }
  }
  const changes = options.fix === 'show' ? changedLines(original.text, fixed.edits) : '';
  const outcome = outcomeOf(path, result, options.quiet, { fixes: fixed.fixes, changes });
  const restless = fixed.unsettled.map((rule) => ({
    vi: `${path}: chưa áp dụng cách sửa của ${rule} vì sửa mãi không xong`,
    en: `${path}: the fixes of ${rule} were left out because they never come to rest`,
  }));
  return { ...outcome, trouble: [...outcome.trouble, ...restless] };
}

/** The same decision as in the editor: what is no administrative document is left alone. */
function lintText(
  path: string,
  text: string,
  settings: LintSettings,
): { readonly active: boolean; readonly result: LintResult } {
  const source = parseSource(text);
  const documents = parseDocuments(source);
  const active = isOurs(path) || holdsDocument(documents);
  return { active, result: lintDocuments(source, documents, settings, active ? rules : []) };
}

const nothing: Outcome = {
  report: undefined,
  errors: 0,
  warnings: 0,
  fixes: 0,
  changes: '',
  trouble: [],
};

function unreadable(text: Localized): Outcome {
  return { ...nothing, trouble: [text] };
}

function outcomeOf(
  path: string,
  result: LintResult,
  quiet: boolean,
  fixing: Pick<Outcome, 'fixes' | 'changes'>,
): Outcome {
  const count = (wanted: string): number =>
    result.diagnostics.filter(({ severity }) => severity === wanted).length;
  return {
    report: fileReport(path, result, quiet),
    errors: count('error'),
    warnings: count('warning'),
    ...fixing,
    trouble: result.faults.map(({ rule, error }) => ({
      vi: `${path}: quy tắc ${rule} gặp trục trặc: ${String(error)}`,
      en: `${path}: the rule ${rule} had a fault: ${String(error)}`,
    })),
  };
}

function formatted(
  result: Report,
  { format }: LintOptions,
  { language }: LintSettings,
  io: Io,
): string {
  switch (format) {
    case 'pretty':
      return pretty(result, { language, color: io.color });
    case 'json':
      return json(result);
    case 'sarif':
      return sarif(result, language, io.version);
    case 'github':
      return github(result);
    case 'junit':
      return junit(result);
  }
}

function fixNote(
  outcomes: readonly Outcome[],
  { fix }: LintOptions,
  { language }: LintSettings,
): string {
  if (fix === 'no') return '';
  const fixes = sum(outcomes.map((outcome) => outcome.fixes));
  const files = outcomes.filter((outcome) => outcome.fixes > 0).length;
  const changes = outcomes
    .flatMap(({ report: done, changes: text }) => (done && text ? [`${done.path}\n${text}`] : []))
    .join('');
  const note =
    fix === 'write'
      ? {
          vi: `Đã sửa ${fixes} chỗ trong ${files} tệp`,
          en: `Fixed ${fixes} places in ${files} files`,
        }
      : {
          vi: `Sẽ sửa ${fixes} chỗ trong ${files} tệp (chưa ghi)`,
          en: `Would fix ${fixes} places in ${files} files (nothing written)`,
        };
  return `${changes}${say(note, language)}\n`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
