import type { LintSettings } from '../lint/settings.ts';
import type { FoundConfig, Surroundings } from './configFiles.ts';
import { globMatcher } from './globs.ts';
import { givenLayer, mergeSettings, type Merged } from './mergeSettings.ts';

/** The settings of a file among what was found around it, below those given by the editor or command line. */
export function settingsFor(
  uri: string,
  { configs, agencies }: Surroundings,
  given: LintSettings,
): Merged {
  const layers = configs.map(({ uri: at, config }) => ({
    from: { kind: 'file' as const, uri: at },
    config,
  }));
  const { settings, origins } = mergeSettings([...layers.reverse(), givenLayer(given)]);
  const own = agencies.flatMap((found) => found.agencies);
  return {
    settings: {
      ...settings,
      ...(own.length > 0 ? { agencies: own } : {}),
      ...(configs.some((found) => excludes(found, uri)) ? { excluded: true } : {}),
    },
    origins,
  };
}

/** Whether the config file says that the file is not to be checked. */
export function excludes({ folder, config }: FoundConfig, uri: string): boolean {
  const patterns = config.exclude ?? [];
  if (patterns.length === 0 || !uri.startsWith(folder)) return false;
  const path = decoded(uri.slice(folder.length));
  return patterns.some((pattern) => {
    // A folder's name stands for all that is in it.
    const clean = pattern.normalize('NFC').replace(/\/$/u, '');
    return globMatcher(clean)(path) || globMatcher(`${clean}/**`)(path);
  });
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return path;
  }
}
