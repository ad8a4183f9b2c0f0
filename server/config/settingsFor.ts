import type { LintSettings } from '../lint/settings.ts';
import type { FoundConfig, Surroundings } from './configFiles.ts';
import { givenLayer, mergeSettings, type Merged } from './mergeSettings.ts';

/** The settings of a file among what was found around it, below those given by the editor or command line. */
export function settingsFor(
  uri: string,
  { configs, agencies, house, baseline }: Surroundings,
  given: LintSettings,
): Merged {
  const layers = configs.map(({ uri: at, config }) => ({
    from: { kind: 'file' as const, uri: at },
    config,
  }));
  const { settings, origins } = mergeSettings([...layers.reverse(), givenLayer(given)]);
  const own = agencies.flatMap((found) => found.agencies);
  const noted = baseline?.baseline.get(pathFrom(baseline.root, uri));
  return {
    settings: {
      ...settings,
      ...(own.length > 0 ? { agencies: own } : {}),
      ...(house.length > 0 ? { houseRules: house.flatMap(({ rules }) => rules) } : {}),
      ...(noted ? { baseline: noted } : {}),
      ...(configs.some((found) => excludes(found, uri)) ? { excluded: true } : {}),
    },
    origins,
  };
}

/** Whether the config file says that the file is not to be checked. */
export function excludes({ folder, config }: FoundConfig, uri: string): boolean {
  if (!config.excludes || !uri.startsWith(folder)) return false;
  return config.excludes(pathFrom(folder, uri).normalize('NFC'));
}

/** The path of a file from a folder at or above its own. */
function pathFrom(folder: string, uri: string): string {
  const path = uri.slice(folder.length);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
