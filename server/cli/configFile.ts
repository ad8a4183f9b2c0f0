import type { NamedBaseline } from './baselineFiles.ts';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  ConfigFiles,
  foundConfig,
  type FoundConfig,
  type Surroundings,
} from '../config/configFiles.ts';
import type { FoundFile } from '../config/configFiles.ts';
import type { Merged } from '../config/mergeSettings.ts';
import { settingsFor } from '../config/settingsFor.ts';
import { Lines } from '../lint/lines.ts';
import type { Localized } from '../rules/rule.ts';
import { cannotRead } from './diskReasons.ts';
import type { Io } from './io.ts';
import { kindOf } from './registerFiles.ts';
import { readBytes } from './textFile.ts';
import { UsageError } from './usage.ts';

/** The settings of one file, and what is to be told of the config files that it is the first to meet. */
export interface FileConfig extends Merged {
  readonly surroundings: Surroundings;
  readonly trouble: readonly Localized[];
  /** The baseline that the nearest config naming one names. */
  readonly baseline: NamedBaseline | undefined;
  /** Whether a config file of it cannot be read at all. */
  readonly unreadable: boolean;
}

/** The config files of a command's files: those found upwards, or the one that is named. */
export class Configs {
  readonly #io: Pick<Io, 'folder' | 'language'>;
  readonly #named: FoundConfig | undefined;
  readonly #files: ConfigFiles;
  readonly #told = new Set<string>();
  #ofNamed: ReturnType<ConfigFiles['named']> | undefined;

  private constructor(io: Pick<Io, 'folder' | 'language'>, named: FoundConfig | undefined) {
    this.#io = io;
    this.#named = named;
    this.#files = new ConfigFiles(textOf);
  }

  /** Throws a UsageError when the named file cannot be read. */
  static async open(
    io: Pick<Io, 'folder' | 'language'>,
    named: string | undefined,
  ): Promise<Configs> {
    if (named === undefined) return new Configs(io, undefined);
    const path = resolve(io.folder, named);
    const text = await textOf(uriOf(path));
    if (text === undefined) {
      throw new UsageError({ vi: `không đọc được ${named}`, en: `cannot read ${named}` });
    }
    const inOffice = dirname(path).endsWith('.vanban');
    const folder = `${uriOf(inOffice ? dirname(dirname(path)) : dirname(path)).replace(/\/$/u, '')}/`;
    const found = foundConfig(uriOf(path), folder, text);
    const configs = new Configs(io, found);
    const error = found.problems.find(({ severity }) => severity === 'error');
    if (error) throw new UsageError(placed(found, error, io.folder));
    return configs;
  }

  /** The settings of the file at a path. */
  async of(path: string): Promise<FileConfig> {
    const uri = uriOf(resolve(this.#io.folder, path));
    const around = await this.#files.of(uri);
    const surroundings = this.#named ? await this.#withNamed(around, this.#named) : around;
    const { settings, origins } = settingsFor(uri, surroundings, {});
    const language = settings.language ?? this.#io.language;
    const files: readonly FoundFile[] = [
      ...surroundings.configs,
      ...surroundings.agencies,
      ...surroundings.house,
      ...(surroundings.baseline ? [surroundings.baseline] : []),
    ];
    const fresh = files.filter((file) => !this.#told.has(file.uri));
    for (const file of fresh) this.#told.add(file.uri);
    return {
      settings: { ...settings, ...(language ? { language } : {}) },
      origins,
      surroundings,
      baseline: namedBaseline(surroundings.configs),
      trouble: fresh.flatMap((file) =>
        file.problems.map((problem) => placed(file, problem, this.#io.folder)),
      ),
      unreadable: files.some(({ problems }) =>
        problems.some(({ severity }) => severity === 'error'),
      ),
    };
  }

  /** What is around a file with the named config in place of those found, and the files that it names. */
  async #withNamed(around: Surroundings, config: FoundConfig): Promise<Surroundings> {
    const named = await (this.#ofNamed ??= this.#files.named(config));
    return {
      ...around,
      configs: [named.config ?? config],
      house: config.config.house ? named.house : around.house,
      baseline: config.config.baseline === undefined ? around.baseline : named.baseline,
    };
  }
}

/** The problem with its file, line and column, both counted from one. */
export function placed(
  { uri, text }: FoundFile,
  { span, message }: FoundFile['problems'][number],
  folder: string,
): Localized {
  const { line, character } = new Lines(text).positionAt(span.start);
  const at = `${shownPath(uri, folder)}:${line + 1}:${character + 1}`;
  return { vi: `${at}: ${message.vi}`, en: `${at}: ${message.en}` };
}

/** The file's path as it is shown from the folder. */
export function shownPath(uri: string, folder: string): string {
  return relative(folder, fileURLToPath(uri)).replaceAll('\\', '/');
}

/**
 * What is no UTF-8 is shown as such by what cannot be read, not passed over. Throws a UsageError for a file that is
 * there and cannot be read: without it every report would be in doubt.
 */
async function textOf(uri: string): Promise<string | undefined> {
  const path = fileURLToPath(uri);
  if ((await kindOf(path)) !== 'file') return undefined;
  try {
    return new TextDecoder().decode(await readBytes(path));
  } catch (error) {
    throw new UsageError(cannotRead(path, error));
  }
}

function namedBaseline(configs: readonly FoundConfig[]): NamedBaseline | undefined {
  const found = configs.find(({ config }) => config.baseline !== undefined);
  if (found?.config.baseline === undefined) return undefined;
  const folder = resolve(fileURLToPath(found.folder));
  return { path: resolve(folder, found.config.baseline), folder };
}

function uriOf(path: string): string {
  return pathToFileURL(path).href;
}
