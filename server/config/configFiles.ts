import { readBaseline, type Baseline } from '../lint/baselineFile.ts';
import type { Agency } from '../norms/agencies.ts';
import { readAgencies } from '../norms/workspaceAgencies.ts';
import type { Localized, Rule } from '../rules/rule.ts';
import type { Span } from '../source/span.ts';
import { readHouseRules } from './houseRules.ts';
import type { ConfigLayer, ConfigProblem } from './layer.ts';
import { readConfig } from './readConfig.ts';
import { plain } from './ruleChoices.ts';
import { yamlTree } from './yamlTree.ts';

/** Where an office keeps its configuration, below the folder that it is for. */
export const configPath = '.vanban/config.yml';
export const agenciesPath = '.vanban/agencies.yml';
const housePath = '.vanban/rules.yml';
const baselinePath = '.vanban/baseline.yml';

/** One file that was found, with its text as it was read. */
export interface FoundFile {
  readonly uri: string;
  /** The folder that holds `.vanban`, ending in `/`. */
  readonly folder: string;
  readonly text: string;
  /** By position. */
  readonly problems: readonly ConfigProblem[];
}

export interface FoundConfig extends FoundFile {
  readonly config: ConfigLayer;
}

export interface FoundAgencies extends FoundFile {
  readonly agencies: readonly Agency[];
}

export interface FoundHouseRules extends FoundFile {
  readonly rules: readonly Rule[];
}

export interface FoundBaseline extends FoundFile {
  readonly baseline: Baseline;
  /** The folder from which the baseline names files, ending in `/`. */
  readonly root: string;
}

/** What the folders from a file upwards say, the nearest first. */
export interface Surroundings {
  readonly configs: readonly FoundConfig[];
  readonly agencies: readonly FoundAgencies[];
  /** Those of the nearest folder that has some. */
  readonly house: readonly FoundHouseRules[];
  readonly baseline: FoundBaseline | undefined;
}

interface Folder {
  readonly config: FoundConfig | undefined;
  readonly agencies: FoundAgencies | undefined;
  readonly house: readonly FoundHouseRules[];
  readonly baseline: FoundBaseline | undefined;
}

/** The config files of folders, each read once until it is said to have changed. */
export class ConfigFiles {
  readonly #read: (uri: string) => Promise<string | undefined>;
  readonly #folders = new Map<string, Promise<Folder>>();
  /** The names of all that was looked for since the last `forget`. */
  readonly #sought = new Set<string>();

  /** `read` gives a file's text; undefined when there is none. */
  constructor(read: (uri: string) => Promise<string | undefined>) {
    this.#read = (uri) => {
      this.#sought.add(nameOf(uri));
      return read(uri);
    };
  }

  /** What holds for the file: all from its folder upwards, up to one that says `root: true`. */
  async of(uri: string): Promise<Surroundings> {
    const configs: FoundConfig[] = [];
    const agencies: FoundAgencies[] = [];
    let house: readonly FoundHouseRules[] = [];
    let baseline: FoundBaseline | undefined;
    for (const folder of foldersAbove(uri)) {
      const found = await this.#folder(folder);
      if (found.config) configs.push(found.config);
      if (found.agencies) agencies.push(found.agencies);
      if (house.length === 0) house = found.house;
      baseline ??= found.baseline;
      if (found.config?.config.root === true) break;
    }
    return { configs, agencies, house, baseline };
  }

  /** Takes that files were made, changed or removed. */
  forget(): void {
    this.#folders.clear();
    this.#sought.clear();
  }

  /** Whether the file went into what was told since the last `forget`, be it that there is none. */
  hasSought(uri: string): boolean {
    return this.#sought.has(nameOf(uri));
  }

  #folder(folder: string): Promise<Folder> {
    const known = this.#folders.get(folder);
    if (known) return known;
    const read = this.#readFolder(folder);
    this.#folders.set(folder, read);
    return read;
  }

  async #readFolder(folder: string): Promise<Folder> {
    const text = await this.#read(folder + configPath);
    const config = text === undefined ? undefined : foundConfig(folder + configPath, folder, text);
    const [agencies, named] = await Promise.all([
      this.#found(folder, agenciesPath, foundAgencies),
      this.#namedBy(config, folder),
    ]);
    return { agencies, ...named };
  }

  /** A config file read by its own name, with the files that it names; those that it does not name are none. */
  async named(config: FoundConfig): Promise<Omit<Folder, 'agencies'>> {
    const { baseline, house } = config.config;
    const named = await this.#namedBy(config, config.folder);
    return {
      config: named.config,
      house: house ? named.house : [],
      baseline: baseline === undefined ? undefined : named.baseline,
    };
  }

  async #namedBy(
    config: FoundConfig | undefined,
    folder: string,
  ): Promise<Omit<Folder, 'agencies'>> {
    const paths = config?.config.house ?? [housePath];
    const [baseline, ...house] = await Promise.all([
      this.#found(folder, config?.config.baseline ?? baselinePath, foundBaseline),
      ...paths.map((path) => this.#found(folder, path, foundHouseRules)),
    ]);
    const missing = paths.filter((_, index) => house[index] === undefined);
    return {
      config: config?.config.house ? withMissing(config, missing) : config,
      baseline,
      house: house.flatMap((found) => found ?? []),
    };
  }

  /** The file at a path from the folder; undefined when there is none. */
  async #found<T>(
    folder: string,
    path: string,
    make: (file: Omit<FoundFile, 'problems'>) => T,
  ): Promise<T | undefined> {
    const uri = uriAt(folder, path);
    const text = await this.#read(uri);
    return text === undefined ? undefined : make({ uri, folder, text });
  }
}

/** The config file with that text; paths in it are read from the folder. */
export function foundConfig(uri: string, folder: string, text: string): FoundConfig {
  return { uri, folder, text, ...readConfig(text) };
}

/** The config file with a problem for each file that its `house` names and that is not there. */
function withMissing(config: FoundConfig, missing: readonly string[]): FoundConfig {
  if (missing.length === 0) return config;
  const { tree } = yamlTree(config.text);
  const entry = tree?.kind === 'map' ? tree.entries.find(({ key }) => key === 'house') : undefined;
  const named = entry?.value.kind === 'list' ? entry.value.items : entry ? [entry.value] : [];
  const absent = missing.map((path): ConfigProblem => {
    const item = named.find((one) => String(plain(one)).normalize('NFC') === path);
    return {
      span: item?.span ?? entry?.keySpan ?? { start: 0, end: 0 },
      message: {
        vi: `Không có tệp ${path}, tính từ thư mục chứa .vanban`,
        en: `There is no file ${path}, from the folder that holds .vanban`,
      },
      severity: 'warning',
    };
  });
  const problems = [...config.problems, ...absent];
  return { ...config, problems: problems.sort((a, b) => a.span.start - b.span.start) };
}

/** Whether the file may be one that `ConfigFiles` reads. */
export function isConfigFile(uri: string): boolean {
  return /\/\.vanban\/[^/]+\.ya?ml$/iu.test(uri);
}

/** What is wrong with the text of a file that an office keeps in `.vanban`; undefined for any other file. */
export function configProblems(uri: string, text: string): readonly ConfigProblem[] | undefined {
  if (uri.endsWith(`/${configPath}`)) return readConfig(text).problems;
  const file = { uri, folder: '', text };
  if (uri.endsWith(`/${agenciesPath}`)) return foundAgencies(file).problems;
  if (uri.endsWith(`/${housePath}`)) return foundHouseRules(file).problems;
  if (uri.endsWith(`/${baselinePath}`)) return foundBaseline(file).problems;
  return undefined;
}

function foundHouseRules(file: Omit<FoundFile, 'problems'>): FoundHouseRules {
  const { rules, problems } = readHouseRules(file.text);
  return { ...file, rules, problems };
}

function foundBaseline(file: Omit<FoundFile, 'problems'>): FoundBaseline {
  const folder = file.uri.replace(/[^/]*$/u, '');
  const root = folder.replace(/\/\.vanban\/$/u, '/');
  const read = readBaseline(file.text);
  return 'baseline' in read
    ? { ...file, root, baseline: read.baseline, problems: [] }
    : { ...file, root, baseline: new Map(), problems: [unreadable(read.span, read.problem)] };
}

function unreadable(span: Span, message: Localized): ConfigProblem {
  return { span, message, severity: 'error' };
}

/** One name for one file: clients escape more of an address than others do, and paths may lead upwards. */
function nameOf(uri: string): string {
  try {
    return decodeURIComponent(new URL(uri).href);
  } catch {
    return uri;
  }
}

/** A path as people write it, from the folder. */
function uriAt(folder: string, path: string): string {
  const steps = path.replace(/^(?:\.\/)+/u, '').split('/');
  return folder + steps.map(encodeURIComponent).join('/');
}

function foundAgencies(file: Omit<FoundFile, 'problems'>): FoundAgencies {
  const { text } = file;
  const { tree, problems: syntax } = yamlTree(text);
  const { agencies, problems } = readAgencies(tree && plain(tree));
  const items = tree?.kind === 'list' ? tree.items : [];
  const placed = problems.map(({ index, field, vi, en }): ConfigProblem => {
    const item = items[index];
    const entry = item?.kind === 'map' ? item.entries.find(({ key }) => key === field) : undefined;
    const start = item?.span.start ?? 0;
    const line = text.indexOf('\n', start);
    const end = Math.min(item?.span.end ?? text.length, line === -1 ? text.length : line);
    return { span: entry?.keySpan ?? { start, end }, message: { vi, en }, severity: 'warning' };
  });
  return { ...file, agencies, problems: [...syntax, ...placed] };
}

/** The file's folder and those above it as URIs ending in `/`; none for what lies in no folder. */
export function foldersAbove(uri: string): readonly string[] {
  const base = /^[a-z][a-z0-9+.-]*:\/\/[^/]*\//iu.exec(uri)?.[0];
  if (base === undefined) return [];
  const folders: string[] = [];
  let end = uri.lastIndexOf('/');
  while (end >= base.length - 1) {
    folders.push(uri.slice(0, end + 1));
    end = uri.lastIndexOf('/', end - 1);
  }
  return folders;
}
