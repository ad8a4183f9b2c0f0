import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FoundFile } from '../config/configFiles.ts';
import type { Origin } from '../config/mergeSettings.ts';
import { Lines } from '../lint/lines.ts';
import type { Language, LintSettings, RuleLevel } from '../lint/settings.ts';
import { rules } from '../rules/index.ts';
import type { Localized } from '../rules/rule.ts';
import { shownPath, type FileConfig } from './configFile.ts';
import { kindOf, officeFolder, readRegister, registerText } from './registerFiles.ts';

/** A file that plays a part, and what is wrong with it. */
export interface DoctorFile {
  readonly kind: 'config' | 'agencies' | 'house' | 'baseline' | 'register';
  readonly path: string;
  /** How many values, agencies, rules, files or documents are used from it. */
  readonly entries: number;
  readonly problems: readonly DoctorProblem[];
}

export interface DoctorProblem {
  /** Zero-based, UTF-16 columns. */
  readonly line: number;
  readonly character: number;
  readonly message: Localized;
  readonly unreadable: boolean;
}

/** One value and where it comes from: `default`, `preset ID`, `given`, or a config file's path. */
export interface DoctorValue {
  readonly key: string;
  readonly value: unknown;
  readonly from: string;
}

export interface DoctorRule {
  readonly id: string;
  readonly level: RuleLevel;
  readonly default: RuleLevel;
  readonly from: string;
  readonly options: readonly DoctorValue[];
}

export interface DoctorReport {
  readonly versions: { readonly vanban: string; readonly node: string };
  readonly path: string;
  readonly excluded: boolean;
  readonly files: readonly DoctorFile[];
  readonly settings: readonly DoctorValue[];
  readonly rules: readonly DoctorRule[];
  /** What is otherwise by document type. */
  readonly types: Readonly<Record<string, readonly DoctorValue[]>>;
}

/** What holds for the file or folder at a path, and where each value comes from. */
export async function doctorReport(
  path: string,
  config: FileConfig,
  { folder, version }: { readonly folder: string; readonly version: string },
): Promise<DoctorReport> {
  const { settings, origins, surroundings } = config;
  const from = (key: string): string => originText(origins.get(key), folder);
  const count = (value: unknown): number =>
    typeof value === 'object' && value !== null ? Object.keys(value).length : 1;
  return {
    versions: { vanban: version, node: process.versions.node },
    path,
    excluded: settings.excluded === true,
    files: [
      ...surroundings.configs.map((file) => fileOf('config', file, count(file.config), folder)),
      ...surroundings.agencies.map((file) =>
        fileOf('agencies', file, file.agencies.length, folder),
      ),
      ...surroundings.house.map((file) => fileOf('house', file, file.rules.length, folder)),
      ...[surroundings.baseline ?? []]
        .flat()
        .map((file) => fileOf('baseline', file, file.baseline.size, folder)),
      ...(await registers(path, folder)),
    ],
    settings: plainValues(settings, origins, from),
    rules: [...rules, ...(settings.houseRules ?? [])].map(({ id, severity, offByDefault }) => {
      const usual = offByDefault ? 'off' : severity;
      const options = Object.entries(settings.options?.[id] ?? {});
      return {
        id,
        level: settings.rules?.[id] ?? usual,
        default: usual,
        from: from(`rules/${id}`),
        options: options.map(([key, value]) => ({
          key,
          value,
          from: [...new Set(optionKeys(id, key, [...origins.keys()]).map(from))].join(', '),
        })),
      };
    }),
    types: Object.fromEntries(
      Object.keys(settings.byType ?? {}).map((type) => [type, typeValues(type, settings, from)]),
    ),
  };
}

/** An option may be gathered from several places: the house's terms and words. */
function optionKeys(id: string, option: string, keys: readonly string[]): readonly string[] {
  const terms = id === 'preferred-term' && option === 'terms';
  const gathered = terms ? 'terms/' : option === 'words' ? 'words/' : undefined;
  return keys.filter(
    (key) =>
      key === `rules/${id}/${option}` || (gathered !== undefined && key.startsWith(gathered)),
  );
}

function plainValues(
  { language, requireReason }: LintSettings,
  origins: FileConfig['origins'],
  from: (key: string) => string,
): readonly DoctorValue[] {
  const preset = [...origins.values()].find((origin) => origin.kind === 'preset');
  const shown: Language = language ?? 'vi';
  return [
    { key: 'preset', value: preset?.id ?? 'mac-dinh', from: from('preset') },
    { key: 'language', value: shown, from: from('language') },
    { key: 'require-reason', value: requireReason ?? false, from: from('requireReason') },
  ];
}

function typeValues(
  type: string,
  { byType }: LintSettings,
  from: (key: string) => string,
): readonly DoctorValue[] {
  const { rules: levels = {}, options = {} } = byType?.[type] ?? {};
  return [
    ...Object.entries(levels).map(([id, value]) => ({
      key: id,
      value,
      from: from(`types/${type}/${id}`),
    })),
    ...Object.entries(options).flatMap(([id, own]) =>
      Object.entries(own).map(([name, value]) => ({
        key: `${id}.${name}`,
        value,
        from: from(`types/${type}/${id}/${name}`),
      })),
    ),
  ];
}

function originText(origin: Origin | undefined, folder: string): string {
  switch (origin?.kind) {
    case undefined:
      return 'default';
    case 'preset':
      return `preset ${origin.id}`;
    case 'file':
      return shownPath(origin.uri, folder);
    case 'given':
      return 'given';
  }
}

function fileOf(
  kind: DoctorFile['kind'],
  { uri, text, problems }: FoundFile,
  entries: number,
  folder: string,
): DoctorFile {
  const lines = new Lines(text);
  return {
    kind,
    path: shownPath(uri, folder),
    entries,
    problems: problems.map(({ span, message, severity }) => ({
      ...lines.positionAt(span.start),
      message,
      unreadable: severity === 'error',
    })),
  };
}

async function registers(path: string, folder: string): Promise<readonly DoctorFile[]> {
  const full = resolve(folder, path);
  const office = await officeFolder((await kindOf(full)) === 'folder' ? full : resolve(full, '..'));
  if (office === undefined) return [];
  for (const name of ['register.csv', 'register.json']) {
    const at = join(office, name);
    if ((await kindOf(at)) !== 'file') continue;
    const file = relative(folder, at).replaceAll('\\', '/');
    const { entries, refused } = readRegister((await registerText(at, file)) ?? '', { file });
    const bad = refused.filter(({ reason }) => reason.kind !== 'duplicate').length;
    const message = {
      vi: `${bad} dòng không dùng được; xem vanban register check`,
      en: `${bad} rows are of no use; see vanban register check`,
    };
    const problems = bad > 0 ? [{ line: 0, character: 0, message, unreadable: false }] : [];
    return [
      {
        kind: 'register',
        path: shownPath(pathToFileURL(at).href, folder),
        entries: entries.length,
        problems,
      },
    ];
  }
  return [];
}
