import { join, resolve } from 'node:path';
import { say, type Language } from '../lint/settings.ts';
import { Configs } from './configFile.ts';
import { doctorReport, type DoctorReport, type DoctorValue } from './doctorReport.ts';
import type { ExitStatus, Io } from './io.ts';
import { kindOf } from './registerFiles.ts';
import { oneOf, parseCommandLine, UsageError } from './usage.ts';

/** `vanban doctor`: which files and settings hold for a path, where each comes from, and what is wrong with them. */
export async function doctorCommand(args: readonly string[], io: Io): Promise<ExitStatus> {
  const { values, positionals } = parseCommandLine({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      config: { type: 'string' },
      debug: { type: 'boolean' },
    },
  });
  const format = oneOf('--format', values.format, ['pretty', 'json'] as const, 'pretty');
  const [path = '.', ...more] = positionals;
  if (more.length > 0) {
    throw new UsageError({ vi: 'doctor cần một đường dẫn', en: 'doctor takes one path' });
  }
  const kind = await kindOf(resolve(io.folder, path));
  if (kind === undefined) {
    throw new UsageError({ vi: `không có tệp nào là ${path}`, en: `no file matches ${path}` });
  }
  const configs = await Configs.open(io, values.config);
  const config = await configs.of(kind === 'folder' ? join(path, '-') : path);
  const report = await doctorReport(path, config, io);
  const { language } = config.settings;
  io.out(format === 'json' ? jsonText(report, language) : prettyText(report, language));
  const problems = report.files.flatMap((file) => file.problems);
  if (problems.some(({ unreadable }) => unreadable)) return 2;
  return problems.length > 0 ? 1 : 0;
}

function jsonText(report: DoctorReport, language: Language | undefined): string {
  const files = report.files.map((file) => ({
    ...file,
    problems: file.problems.map((problem) => ({
      ...problem,
      message: say(problem.message, language),
    })),
  }));
  return `${JSON.stringify({ version: 1, ...report, files }, undefined, 2)}\n`;
}

function prettyText(report: DoctorReport, language: Language | undefined): string {
  const told = (vi: string, en: string): string => say({ vi, en }, language);
  const { versions, files, settings, rules, types } = report;
  const changed = rules.filter(({ from, options }) => from !== 'default' || options.length > 0);
  const row = ({ key, value, from }: DoctorValue): string =>
    `  ${key}: ${shown(value)}  ← ${origin(from, language)}`;
  const lines = [
    `vanban ${versions.vanban} · Node ${versions.node}`,
    report.path,
    ...(report.excluded ? [told('  không được soát (exclude)', '  not checked (exclude)')] : []),
    '',
    told('Tệp', 'Files'),
    ...files.flatMap(({ kind, path, entries, problems }) => [
      `  ${problems.length > 0 ? '✘' : '✔'} ${path}  ${kind}, ${entries} ${told('mục', 'entries')}`,
      ...problems.map(
        ({ line, character, message }) =>
          `      ${line + 1}:${character + 1}  ${say(message, language)}`,
      ),
    ]),
    ...(files.length === 0
      ? [told('  không có: mọi thứ theo mặc định', '  none: all is as by default')]
      : []),
    '',
    told('Cài đặt', 'Settings'),
    ...settings.map(row),
    '',
    told(
      `Quy tắc: ${rules.length}, khác mặc định ${changed.length}`,
      `Rules: ${rules.length}, set otherwise ${changed.length}`,
    ),
    ...changed.flatMap(({ id, level, from, options }) => [
      row({ key: id, value: level, from }),
      ...options.map((option) => `  ${row(option)}`),
    ]),
    ...Object.entries(types).flatMap(([type, values]) => ['', type, ...values.map(row)]),
  ];
  return `${lines.join('\n')}\n`;
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

function origin(from: string, language: Language | undefined): string {
  if (from === 'default') return say({ vi: 'mặc định', en: 'default' }, language);
  return from === 'given' ? say({ vi: 'dòng lệnh', en: 'command line' }, language) : from;
}
